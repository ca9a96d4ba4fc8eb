import type { Access, LinkedPage, OpenedToken } from '../domain/signed.ts';
import { isEditor } from './editors.ts';
import type { Signer } from './signed-token.ts';

const HOUR_MS = 60 * 60 * 1000;
/** A link in a message is followed within days, or the message is old news. */
const LINK_LIFE_MS = 30 * 24 * HOUR_MS;
/** Long enough to be sent and opened; whoever finds it later finds nothing. */
const SIGN_IN_LIFE_MS = HOUR_MS;
/** Editors sign in once a week. */
const SESSION_LIFE_MS = 7 * 24 * HOUR_MS;

/** Joins signed links and sessions to the secret and to who may be an editor. */
export function openAccess(signer: Signer, editors: readonly string[]): Access {
  const linkTo = (page: LinkedPage) => `/s/${signer.sign({ kind: 'page', ...page }, LINK_LIFE_MS)}`;
  const refused = (opened: OpenedToken) => ({ outcome: opened.outcome === 'expired' ? ('expired' as const) : ('tampered' as const) });
  return {
    linkTo,
    linkToQuote: ({ reportId, place, span }, holder) => linkTo({ reportId, page: place.kind === 'page' ? place.number : place.screen, quote: span, ...(holder === undefined ? {} : { holder }) }),
    openLink(token) {
      const opened = signer.open(token);
      if (opened.outcome !== 'valid' || opened.content.kind !== 'page') return refused(opened);
      const { reportId, page, quote, holder } = opened.content;
      return { outcome: 'valid', page: { reportId, page, ...(quote ? { quote } : {}), ...(holder === undefined ? {} : { holder }) } };
    },
    signInLink: (editor) => (isEditor(editor, [], editors) ? `/sign-in/${signer.sign({ kind: 'sign-in', editor }, SIGN_IN_LIFE_MS)}` : undefined),
    openSignIn(token) {
      const opened = signer.open(token);
      if (opened.outcome !== 'valid' || opened.content.kind !== 'sign-in' || !isEditor(opened.content.editor, [], editors)) return refused(opened);
      return { outcome: 'valid', editor: opened.content.editor };
    },
    startSession: (editor) => ({ cookie: signer.sign({ kind: 'session', editor }, SESSION_LIFE_MS), maxAgeS: SESSION_LIFE_MS / 1000 }),
    sessionOf(cookie) {
      const opened = signer.open(cookie);
      if (opened.outcome !== 'valid' || opened.content.kind !== 'session' || !isEditor(opened.content.editor, [], editors)) return undefined;
      return { editor: opened.content.editor, formToken: signer.formToken(cookie) };
    },
  };
}
