import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Sessions } from '../domain/sessions.ts';
import type { Access, LinkedPage, OpenedToken } from '../domain/signed.ts';
import { given } from '../domain/given.ts';
import { isEditor } from './editors.ts';
import type { Signer } from './signed-token.ts';

const HOUR_MS = 60 * 60 * 1000;
/** A link in a message is followed within days, or the message is old news. */
const LINK_LIFE_MS = 30 * 24 * HOUR_MS;
/** Long enough to be sent and opened; whoever finds it later finds nothing. */
const SIGN_IN_LIFE_MS = HOUR_MS;
/** Editors sign in once a week. */
const SESSION_LIFE_MS = 7 * 24 * HOUR_MS;
/** Bytes of what a browser keeps: nobody guesses it. */
const COOKIE_BYTES = 32;

/** What links and sessions lean on. */
export interface AccessParts {
  signer: Signer;
  editors: readonly string[];
  sessions: Sessions;
  /** The clock, in milliseconds. */
  now(): number;
}

/** Joins signed links and sessions to the secret and to who may be an editor. */
export function openAccess({ signer, editors, sessions, now }: AccessParts): Access {
  const linkTo = (page: LinkedPage) => `/s/${signer.sign({ kind: 'page', ...page }, LINK_LIFE_MS)}`;

  async function openSignIn(token: string) {
    const opened = signer.open(token);
    if (opened.outcome !== 'valid' || opened.content.kind !== 'sign-in') return refused(opened);
    const { editor, id } = opened.content;
    if (!isEditor(editor, [], editors)) return refused(opened);
    if (await sessions.hasBegun(id)) return { outcome: 'used' as const };
    return { outcome: 'valid' as const, editor, link: { id, until: opened.until } };
  }

  return {
    linkTo,
    linkToQuote: ({ reportId, place, span }, holder) =>
      linkTo({
        reportId,
        page: place.kind === 'page' || place.kind === 'slide' ? place.number : place.screen,
        quote: span,
        ...given({ holder }),
      }),
    openLink(token) {
      const opened = signer.open(token);
      if (opened.outcome !== 'valid' || opened.content.kind !== 'page') return refused(opened);
      const { reportId, page, quote, holder } = opened.content;
      return {
        outcome: 'valid',
        page: { reportId, page, ...(quote ? { quote } : {}), ...given({ holder }) },
      };
    },
    signInLink: (editor) =>
      isEditor(editor, [], editors)
        ? `/sign-in/${signer.sign({ kind: 'sign-in', editor, id: randomUUID() }, SIGN_IN_LIFE_MS)}`
        : undefined,
    async openSignIn(token) {
      const opened = await openSignIn(token);
      return opened.outcome === 'valid' ? { outcome: 'valid', editor: opened.editor } : opened;
    },
    async signIn(token) {
      const opened = await openSignIn(token);
      if (opened.outcome !== 'valid') return opened;
      const cookie = randomBytes(COOKIE_BYTES).toString('base64url');
      const session = { id: idOf(cookie), editor: opened.editor, until: now() + SESSION_LIFE_MS };
      // Of two browsers that press at once, one comes in.
      if (!(await sessions.begin(session, opened.link))) return { outcome: 'used' };
      return { outcome: 'signed_in', cookie, maxAgeS: SESSION_LIFE_MS / 1000 };
    },
    async sessionOf(cookie) {
      const session = await sessions.find(idOf(cookie));
      if (!session || !isEditor(session.editor, [], editors)) return undefined;
      return { editor: session.editor, formToken: signer.formToken(cookie), cookie };
    },
    signOut: ({ cookie }) => sessions.end(idOf(cookie)),
  };
}

function refused(opened: OpenedToken): { outcome: 'expired' | 'tampered' } {
  return { outcome: opened.outcome === 'expired' ? 'expired' : 'tampered' };
}

function idOf(cookie: string): string {
  return createHash('sha256').update(cookie).digest('base64url');
}
