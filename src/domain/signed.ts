import { z } from 'zod';
import type { Quote } from './answer.ts';
import { Span } from './report.ts';

/** What a token lets its holder do. */
export const SignedContent = z.discriminatedUnion('kind', [
  /**
   * See one page of one report, with a quote marked, and the pages on which the quote goes on, as long as `holder` may
   * see the report.
   */
  z.object({
    kind: z.literal('page'),
    reportId: z.string().min(1),
    page: z.int().min(1),
    quote: Span.optional(),
    holder: z.string().min(1).optional(),
  }),
  /** Sign in as an editor, once: `id` is another one in each link. */
  z.object({ kind: z.literal('sign-in'), editor: z.string().min(1), id: z.string().min(1) }),
]);
export type SignedContent = z.infer<typeof SignedContent>;

/** A token's payload; `until` in milliseconds since 1970. */
export const SignedPayload = z.object({ content: SignedContent, until: z.int() });

/** A token after its check; `until` in milliseconds since 1970. */
export type OpenedToken =
  | { outcome: 'valid'; content: SignedContent; until: number }
  | { outcome: 'tampered' }
  | { outcome: 'expired' };

/** A page that a link opens. */
export interface LinkedPage {
  reportId: string;
  /** Physical number of the page. */
  page: number;
  quote?: Span;
  /**
   * The channel or person for whom the link was made, behind its workspace: the page is shown as long as they may see
   * it. Absent: as long as it is for everyone.
   */
  holder?: string;
}

/** An editor who is signed in on the web. */
export interface Session {
  editor: string;
  /** Stands in every form of the session: another site cannot know it. */
  formToken: string;
  /** What the browser keeps, a secret: whoever has it has the session. */
  cookie: string;
}

/** What a link to sign in is good for. */
export type OpenedSignIn = { outcome: 'valid'; editor: string } | { outcome: 'tampered' | 'expired' | 'used' };

/** Signed links to pages, and editors' sessions on the web. */
export interface Access {
  /** Path of a link that shows one page, with what it quotes, until it expires. */
  linkTo(page: LinkedPage): string;
  /** The same for the page on which a quote begins. */
  linkToQuote(quote: Quote, holder?: string): string;
  openLink(token: string): { outcome: 'valid'; page: LinkedPage } | { outcome: 'tampered' | 'expired' };
  /** Path of a link with which an editor signs in, once; undefined for somebody who is none. */
  signInLink(editor: string): string | undefined;
  /** Looks at a link to sign in, and leaves it as it is. */
  openSignIn(token: string): Promise<OpenedSignIn>;
  /** Uses a link to sign in: what to put into the cookie of the editor's browser, and for how many seconds. */
  signIn(
    token: string,
  ): Promise<{ outcome: 'signed_in'; cookie: string; maxAgeS: number } | Exclude<OpenedSignIn, { outcome: 'valid' }>>;
  /** The session of a cookie; undefined when it is none of ours, has ended, or its editor is none any more. */
  sessionOf(cookie: string): Promise<Session | undefined>;
  /** Ends a session: its cookie opens nothing any more, wherever it is. */
  signOut(session: Session): Promise<void>;
}
