import type { Context, Hono, MiddlewareHandler, Next } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { every } from 'hono/combine';
import { addReply } from './add-routes.ts';
import { adminReply } from './admin-page.ts';
import { answerReply, historyReply } from './answer-routes.ts';
import { askReply, flagReply } from './ask-routes.ts';
import { checkReply } from './check-routes.ts';
import { figuresReply } from './figures-routes.ts';
import { chooseLook } from './look.ts';
import type { PageEnv, Send } from './page-env.ts';
import { problemPage } from './problem-page.ts';
import { linkReply, reportReply } from './report-routes.ts';
import { reviewReply } from './review-routes.ts';
import { REVIEW_WORDS } from '../words/web-review.ts';
import { searchReply } from './search-routes.ts';
import { signInReply, signOutReply } from './sign-in-routes.ts';
import { verdictsReply } from './verdicts-page.ts';
import { summaryReply } from './summary-routes.ts';
import { pageReply } from './visit.ts';
import type { PageReply, Reply, Visit, WebSteps } from './visit.ts';
import { takesFiles } from './takes-files.ts';
import { knowVisitor } from './visitor-cookie.ts';
import { WORDS } from '../words/web.ts';

/** Largest form, in bytes: a question of 2,000 Chinese characters takes 18,000, a note and a few ids less. */
const FORM_BYTES = 32 * 1024;
/**
 * Largest draft: the 30,000 characters that are checked at once take 270,000 in Chinese; the check says what is too
 * long for it.
 */
const DRAFT_BYTES = 512 * 1024;

const FORM_TYPE = 'application/x-www-form-urlencoded';

/**
 * A signed link and a sign-in open for everyone; what comes after them, for whoever is invited. What changes something
 * takes a form only.
 */
export function addRoutes(app: Hono<PageEnv>, send: Send): void {
  const page =
    (reply: Page): MiddlewareHandler<PageEnv> =>
    async (c) =>
      send(c, await reply(c.var.visit, c.var.steps));
  const form = takesForm(FORM_BYTES, send);
  const ownForm = needsFormToken(send);

  app.get('/s/*', page(linkReply));
  app.get('/sign-in/*', page(signInReply));
  app.post('/sign-in/*', form, page(signInReply));
  app.post('/look', form, chooseLook);
  app.use(needsInvitation(send));
  app.get('/', knowVisitor, page(askReply));
  app.post('/', form, knowVisitor, page(askReply));
  app.get('/answers/*', page(answerReply));
  app.get('/history', knowVisitor, page(historyReply));
  app.post('/history', form, knowVisitor, page(historyReply));
  app.get('/summary', page(summaryReply));
  app.post('/summary', form, page(summaryReply));
  app.get('/search', page(searchReply));
  app.get('/figures', page(figuresReply));
  app.get('/figures/:file{figures\\.(?:csv|json)}', page(figuresReply));
  app.get('/check', page(checkReply));
  app.post('/check', takesForm(DRAFT_BYTES, send), page(checkReply));
  app.post('/flag', form, page(flagReply));
  app.post('/sign-out', form, ownForm, page(signOutReply));
  app.get('/review/:log{log\\.(?:csv|json)}', page(reviewReply));
  app.get('/review/figures', page(verdictsReply));
  app.get('/review', page(reviewReply));
  app.post('/review', form, ownForm, page(reviewReply));
  app.get('/add', page(addReply));
  app.post('/add', takesFiles(send), ownForm, page(addReply));
  app.get('/admin', page(adminReply));
  app.get('/reports/*', page(reportReply));
}

type Page = (visit: Visit, steps: WebSteps) => Reply | Promise<Reply>;

/** What a form gets that came from another site. */
export function foreignReply(language: Visit['language']): PageReply {
  const words = REVIEW_WORDS[language];
  return pageReply(problemPage(words.foreign, words.foreignHint, language), 403);
}

function needsInvitation(send: Send): MiddlewareHandler<PageEnv> {
  return async (c, next) => {
    const { steps, visit, language } = c.var;
    const { closed, closedHint } = WORDS[language];
    if (steps.webAccess === 'open' || visit.session) return next();
    return send(c, pageReply(problemPage(closed, closedHint, language, { home: false }), 403));
  };
}

/**
 * Forms that change something in the editor's name carry a token: another site can send a form here, and does not know
 * it.
 */
function needsFormToken(send: Send): MiddlewareHandler<PageEnv> {
  return async (c, next) => {
    const { session, form } = c.var.visit;
    if (session && form?.get('token') !== session.formToken) return send(c, foreignReply(c.var.language));
    return next();
  };
}

/** Reads the fields of a form of at most so many bytes. */
function takesForm(maxSize: number, send: Send): MiddlewareHandler<PageEnv> {
  const limit = bodyLimit({
    maxSize,
    onError(c: Context<PageEnv>) {
      const { language } = c.var;
      const { formTooLarge, formTooLargeHint } = WORDS[language];
      return send(c, pageReply(problemPage(formTooLarge, formTooLargeHint(maxSize / 1024), language), 413));
    },
  });
  return every(limit, async (c: Context<PageEnv>, next: Next) => {
    const form = await readForm(c);
    const { wrongForm, wrongFormHint } = WORDS[c.var.language];
    if (!form) return send(c, pageReply(problemPage(wrongForm, wrongFormHint, c.var.language), 400));
    c.set('visit', { ...c.var.visit, form });
    return next();
  });
}

/** The fields; undefined when they are written in another way than browsers write forms, or did not arrive whole. */
async function readForm({ req }: Context<PageEnv>): Promise<URLSearchParams | undefined> {
  const type = req.header('Content-Type') ?? FORM_TYPE;
  if (type.split(';', 1)[0]?.trim().toLowerCase() !== FORM_TYPE) return undefined;
  const text = await req.text().catch(() => undefined);
  return text === undefined ? undefined : new URLSearchParams(text);
}
