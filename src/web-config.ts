import { z } from 'zod';
import { given } from './domain/given.ts';
import { ids } from './listed-values.ts';

/** Who sees the web pages: everyone who reaches them, or only editors who signed in and holders of a signed link. */
export type WebAccess = 'open' | 'links';

/** Where the web pages are, and who sees them. */
export interface WebSettings {
  port: number;
  host: string;
  /** Without a slash at its end. */
  baseUrl?: string;
  /** Host names under which the web server answers besides that of `baseUrl` and this machine's for itself. */
  allowedHosts: string[];
  /** Who may give verdicts: ids of Slack users and user groups, and names for the web pages. */
  editors: string[];
  /** Signs links and sessions; absent: one is made and kept in the index. */
  linkSecret?: string;
  webAccess: WebAccess;
}

/** The part of the environment about the web pages. */
export const WebEnvironment = {
  /** Port of the web pages. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Address to listen on: this machine only, unless told otherwise. */
  HOST: z.string().default('127.0.0.1'),
  /** Address under which people reach the web pages; links in Slack begin with it. */
  BASE_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/(?<!\/)\/+$/u, ''))
    .optional(),
  /**
   * Further host names under which people reach the web pages, besides that of BASE_URL; without port, separated by
   * commas or blanks.
   */
  ALLOWED_HOSTS: ids,
  /** Who may give verdicts: ids of Slack users and user groups, and names for the web pages; commas between. */
  EDITORS: z
    .string()
    .default('')
    .transform((list) => Array.from(list.split(','), (name) => name.trim()).filter(Boolean)),
  /** Signs links and sessions; absent: one is made and kept in the index. */
  LINK_SECRET: z
    .string()
    .refine((secret) => Buffer.byteLength(secret) >= 32, 'needs at least 32 bytes; leave it out and one is made')
    .optional(),
  /**
   * Who sees the web pages: everyone who reaches them, or editors and holders of signed links. Absent: everyone on this
   * machine, else links.
   */
  WEB_ACCESS: z.enum(['open', 'links']).optional(),
};

const WebVariables = z.object(WebEnvironment);
type WebVariables = z.infer<typeof WebVariables>;

/** Addresses that only this machine reaches. */
const THIS_MACHINE = ['127.0.0.1', 'localhost', '::1'];

/** The settings of the web pages. */
export function webIn({ PORT, HOST, BASE_URL, LINK_SECRET, ...who }: WebVariables): WebSettings {
  return {
    port: PORT,
    host: HOST,
    allowedHosts: who.ALLOWED_HOSTS,
    editors: who.EDITORS,
    webAccess: who.WEB_ACCESS ?? (THIS_MACHINE.includes(HOST) ? 'open' : 'links'),
    ...given({ baseUrl: BASE_URL, linkSecret: LINK_SECRET }),
  };
}
