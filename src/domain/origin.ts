import { z } from 'zod';
import { Audience } from './audience.ts';
import { PublishedOn } from './report.ts';

/** The name of an environment variable that holds a secret: secrets do not stand in `sources.yaml`. */
const SecretName = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{0,80}$/u, 'is the name of an environment variable, in capitals, not the secret itself');
const Address = z.url({ protocol: /^https?$/u });
/** Longest name, path or fact, in characters. */
const Word = z.string().trim().min(1).max(300);

/** What holds for whatever an origin gives. */
const COMMON = {
  /** What people call it; it begins the names of its documents. */
  name: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,60}$/u, 'is a word of letters, digits, dots and dashes'),
  /** Who may see its reports; absent: as with files. */
  audience: Audience.optional(),
  /** Facts that a person says of each of its reports, in the place of what is read from it. */
  title: Word.optional(),
  publisher: Word.optional(),
  company: Word.optional(),
  kind: Word.optional(),
  date: PublishedOn.optional(),
  /** Its reports are issues of one series: each is called so, with its date. */
  series: Word.optional(),
};

/** Where documents lie that are taken in by name: an entry of `sources.yaml`. */
export const Origin = z.discriminatedUnion('loader', [
  z.strictObject({
    ...COMMON,
    loader: z.literal('s3'),
    bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u, 'is no name of a bucket'),
    /** Only what begins so. */
    prefix: Word.optional(),
    region: Word.default('us-east-1'),
    /** Another service that speaks S3. */
    endpoint: Address.optional(),
    /** Absent, both: as the AWS SDK finds them. */
    keyIdFrom: SecretName.optional(),
    secretKeyFrom: SecretName.optional(),
  }),
  z.strictObject({
    ...COMMON,
    loader: z.literal('confluence'),
    /** With `/wiki` at Atlassian's own. */
    baseUrl: Address,
    space: z.string().regex(/^~?[\p{L}\p{N}._-]{1,255}$/u, 'is no key of a space'),
    /** With it the token is one of Atlassian's cloud, without it one of a server. */
    username: Word.optional(),
    tokenFrom: SecretName.optional(),
  }),
  z.strictObject({
    ...COMMON,
    loader: z.literal('notion'),
    /** A page; the pages below it come along. */
    page: z.string().regex(/^[\da-f-]{32,36}$/iu, 'is the id of a page: the 32 digits at the end of its address'),
    /** Where its interface is, when it is not Notion's own. */
    baseUrl: Address.default('https://api.notion.com'),
    tokenFrom: SecretName,
  }),
  z.strictObject({ ...COMMON, loader: z.literal('web'), addresses: z.array(Address).min(1).max(1000) }),
  z.strictObject({ ...COMMON, loader: z.literal('folder'), path: Word }),
]);
export type Origin = z.infer<typeof Origin>;

/** All entries of `sources.yaml`; each has a name of its own. */
export const Origins = z
  .array(Origin)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'two entries have the same name');

/** The environment variables that an origin takes its secrets from. */
export function secretsOf(origin: Origin): string[] {
  const names = Object.entries(origin).map(([key, value]) =>
    key.endsWith('From') ? SecretName.safeParse(value) : undefined,
  );
  return [...new Set(names.flatMap((name) => name?.data ?? []))];
}

/** A document that an origin holds and that was not fetched yet. */
export interface OriginDocument {
  /** What names it there, whatever becomes of its content: a key, the id of a page, an address. */
  id: string;
  /** Where people find it. */
  address?: string;
  /** Changes with its content; absent: only the content tells. */
  version?: string;
  /**
   * Fetches it.
   * @throws UnreadableReportError in words
   */
  open(): Promise<{ file: string; bytes: Uint8Array }>;
}

/** What became of a document when it was last looked at. */
export const TakenState = z.enum(['added', 'replaced', 'unchanged', 'failed', 'gone']);
export type TakenState = z.infer<typeof TakenState>;

/** A document of an origin as it was last looked at. */
export const TakenDocument = z.object({
  origin: z.string().min(1),
  document: z.string().min(1),
  state: TakenState,
  /** When it was looked at, and when its content last came in, as ISO 8601. */
  lookedAt: z.iso.datetime(),
  takenAt: z.iso.datetime().optional(),
  /** The report in the index that it became. */
  report: z.string().optional(),
  version: z.string().optional(),
  /** Why it failed. */
  reason: z.string().optional(),
});
export type TakenDocument = z.infer<typeof TakenDocument>;

/** Remembers what came in from where. */
export interface TakenDocuments {
  /** By origin and document. */
  all(): Promise<TakenDocument[]>;
  keep(taken: TakenDocument): Promise<void>;
}
