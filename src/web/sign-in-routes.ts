import type { Language } from '../domain/report.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { problemPage } from './problem-page.ts';
import { REVIEW_WORDS } from './review-words.ts';
import { pageReply } from './visit.ts';
import type { Reply, Visit, WebSteps } from './visit.ts';
import { WORDS } from './words.ts';

/** Name of the cookie that holds an editor's session. */
export const SESSION_COOKIE = 'footnote_editor';

/**
 * `/sign-in/TOKEN`. Opening it only asks: programs that look at every link in a message sign nobody in, and the
 * cookie, which other sites' links must not carry, is there on the page after.
 */
export function signInReply({ url, form, language }: Visit, { access, secure }: WebSteps): Reply {
  const words = REVIEW_WORDS[language];
  const opened = access.openSignIn(url.pathname.slice('/sign-in/'.length));
  if (opened.outcome === 'expired') return refusal(words.signInExpired, 410, language);
  if (opened.outcome !== 'valid') return refusal(words.signInTampered, 403, language);
  if (!form) {
    const ask = html`<h1>${words.signInAs(opened.editor)}</h1><form class="give" action="${url.pathname}" method="post"><button autofocus>${words.signIn}</button></form>`;
    return pageReply(layout(WORDS[language], `${words.signIn} · Footnote`, ask));
  }
  const { cookie, maxAgeS } = access.startSession(opened.editor);
  return { kind: 'moved', to: '/review', cookie: cookieOf(cookie, maxAgeS, secure) };
}

/** `/sign-out` */
export function signOutReply({ secure }: WebSteps): Reply {
  return { kind: 'moved', to: '/', cookie: cookieOf('', 0, secure) };
}

function refusal(message: string, status: number, language: Language): Reply {
  return pageReply(problemPage(message, REVIEW_WORDS[language].signInHint, language, { home: false }), status);
}

function cookieOf(value: string, maxAgeS: number, secure: boolean): string {
  return `${SESSION_COOKIE}=${value}; Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}
