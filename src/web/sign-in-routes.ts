import type { Language } from '../domain/report.ts';
import type { OpenedSignIn } from '../domain/signed.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { problemPage } from './problem-page.ts';
import { REVIEW_WORDS } from '../words/web-review.ts';
import { pageReply } from './visit.ts';
import type { Reply, Visit, WebSteps } from './visit.ts';
import { WORDS } from '../words/web.ts';

/**
 * `/sign-in/TOKEN`. Opening it only asks: programs that look at every link in a message sign nobody in, and the
 * cookie, which other sites' links must not carry, is there on the page after.
 */
export async function signInReply({ url, form, language }: Visit, { access }: WebSteps): Promise<Reply> {
  const words = REVIEW_WORDS[language];
  const token = url.pathname.slice('/sign-in/'.length);
  if (form) {
    const begun = await access.signIn(token);
    return begun.outcome === 'signed_in' ? { kind: 'moved', to: '/review', session: begun } : refusal(begun, language);
  }
  const opened = await access.openSignIn(token);
  if (opened.outcome !== 'valid') return refusal(opened, language);
  const ask = html`<h1>${words.signInAs(opened.editor)}</h1><form class="give" action="${url.pathname}" method="post">\
<button autofocus>${words.signIn}</button></form>`;
  return pageReply(layout(WORDS[language], `${words.signIn} · Footnote`, ask));
}

/** `/sign-out`: the session ends for every browser that has its cookie. */
export async function signOutReply({ session }: Visit, { access }: WebSteps): Promise<Reply> {
  if (session) await access.signOut(session);
  return { kind: 'moved', to: '/', session: 'forgotten' };
}

function refusal({ outcome }: Exclude<OpenedSignIn, { outcome: 'valid' }>, language: Language): Reply {
  const { signInExpired, signInUsed, signInTampered, signInHint } = REVIEW_WORDS[language];
  const message = { expired: signInExpired, used: signInUsed, tampered: signInTampered }[outcome];
  return pageReply(problemPage(message, signInHint, language, { home: false }), outcome === 'tampered' ? 403 : 410);
}
