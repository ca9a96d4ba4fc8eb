import { problemPage } from './problem-page.ts';
import { askReply, flagReply } from './ask-routes.ts';
import { checkReply } from './check-routes.ts';
import { linkReply, reportReply } from './report-routes.ts';
import { reviewReply } from './review-routes.ts';
import { REVIEW_WORDS } from './review-words.ts';
import { signInReply, signOutReply } from './sign-in-routes.ts';
import { summaryReply } from './summary-routes.ts';
import { pageReply } from './visit.ts';
import type { Reply, Visit, WebSteps } from './visit.ts';
import { WORDS } from './words.ts';

/** Addresses that take forms. */
const TAKES_FORMS = /^\/(?:check|flag|review|sign-out|sign-in\/.+)$/u;

/** True for an address to which a form may be sent. */
export function takesForms(url: URL): boolean {
  return TAKES_FORMS.test(url.pathname);
}

/** Finds what a visit is for, and whether the visitor may. */
export async function routeVisit(visit: Visit, steps: WebSteps): Promise<Reply> {
  const { url, session, form, language } = visit;
  const [, first = ''] = url.pathname.split('/');
  if (first === 's') return linkReply(visit, steps);
  if (first === 'sign-in') return signInReply(visit, steps);
  if (steps.webAccess === 'links' && !session) return pageReply(problemPage(WORDS[language].closed, WORDS[language].closedHint, language, { home: false }), 403);
  // A session's forms that change something carry its token: another site can send a form here, and does not know it.
  if (form && session && first !== 'flag' && first !== 'check' && form.get('token') !== session.formToken) return foreignReply(language);
  if (url.pathname === '/') return askReply(visit, steps);
  if (url.pathname === '/summary') return summaryReply(visit, steps);
  if (url.pathname === '/check') return checkReply(visit, steps);
  if (url.pathname === '/flag' && form) return flagReply(visit, steps);
  if (url.pathname === '/sign-out' && form) return signOutReply(steps);
  if (/^\/review(?:\/log\.(?:csv|json))?$/u.test(url.pathname)) return reviewReply(visit, steps);
  return reportReply(visit, steps);
}

/** What a form gets that came from another site. */
export function foreignReply(language: Visit['language']): Reply {
  const words = REVIEW_WORDS[language];
  return pageReply(problemPage(words.foreign, words.foreignHint, language), 403);
}

