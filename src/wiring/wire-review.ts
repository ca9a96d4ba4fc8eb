import { readLinkSecret } from '../adapters/index-folder/link-secret.ts';
import type { Config } from '../config.ts';
import { EVERYONE_ONLY, OPERATOR } from '../domain/audience.ts';
import type { FeedbackStore } from '../domain/feedback.ts';
import { questionsIn } from './forget-questions.ts';
import type { AnswerStore } from '../domain/given-answer.ts';
import type { Library, ReviewStore } from '../domain/ports.ts';
import type { Sessions } from '../domain/sessions.ts';
import { openAccess } from '../review/open-access.ts';
import { openAnswers } from '../review/open-answers.ts';
import { openReview } from '../review/open-review.ts';
import { reviewReplaced } from '../review/review-replaced.ts';
import { createSigner } from '../review/signed-token.ts';
import type { PlacedReport } from '../verify/find-in-report.ts';
import type { Closing, Stores } from './open-stores.ts';

/** The settings that the parts depend on. */
export type PartsConfig = Pick<
  Config,
  | 'indexDirectory'
  | 'database'
  | 'dictionaryDirectory'
  | 'lexiconDirectory'
  | 'editors'
  | 'linkSecret'
  | 'embeddings'
  | 'grounding'
  | 'model'
  | 'ocr'
  | 'allowPrivateAddresses'
> &
  Partial<Pick<Config, 'readingProcesses'>>;

/** Joins the review; its stores open when they are first needed, for most commands never. */
export function wireReview({ indexDirectory, editors, linkSecret }: PartsConfig, library: Library, stores: Stores) {
  let opened: Closing<ReviewStore> | undefined;
  const open = () => (opened ??= stores.review());
  const store: ReviewStore = {
    keep: (answer) => open().keep(answer),
    placed: (answerId, place) => open().placed(answerId, place),
    answer: (answerId) => open().answer(answerId),
    waiting: (limit) => open().waiting(limit),
    citations: () => open().citations(),
    append: (changes) => open().append(changes),
    log: () => open().log(),
    forgetPerson: (person) => open().forgetPerson(person),
    forgetBefore: (at) => open().forgetBefore(at),
  };
  let openedSessions: Closing<Sessions> | undefined;
  const openSessions = () => (openedSessions ??= stores.sessions());
  const sessions: Sessions = {
    begin: (session, link) => openSessions().begin(session, link),
    hasBegun: (linkId) => openSessions().hasBegun(linkId),
    find: (id) => openSessions().find(id),
    end: (id) => openSessions().end(id),
  };
  let openedFeedback: Closing<FeedbackStore> | undefined;
  const openFeedback = () => (openedFeedback ??= stores.feedback());
  const feedback: FeedbackStore = {
    rate: (rating) => openFeedback().rate(rating),
    ratings: () => openFeedback().ratings(),
    keepQuestion: (question) => openFeedback().keepQuestion(question),
    questions: () => openFeedback().questions(),
    forgetPerson: (person) => openFeedback().forgetPerson(person),
    forgetBefore: (at) => openFeedback().forgetBefore(at),
  };
  let openedAnswers: Closing<AnswerStore> | undefined;
  const openGiven = () => (openedAnswers ??= stores.answers());
  const answerStore: AnswerStore = {
    keep: (answer) => openGiven().keep(answer),
    find: (id) => openGiven().find(id),
    noteAsked: (person, asked) => openGiven().noteAsked(person, asked),
    askedBy: (person) => openGiven().askedBy(person),
    forgetList: (person) => openGiven().forgetList(person),
    forgetPerson: (person) => openGiven().forgetPerson(person),
    forgetBefore: (at) => openGiven().forgetBefore(at),
    noteRemoved: (reportId, audience) => openGiven().noteRemoved(reportId, audience),
    audienceOfRemoved: (reportId) => openGiven().audienceOfRemoved(reportId),
  };
  const secret = () => linkSecret ?? readLinkSecret(indexDirectory);
  const signer = createSigner(secret, Date.now);
  const files = async () => new Map((await library.seenBy(OPERATOR).reports()).map(({ id, file }) => [id, file]));
  async function placedReport(id: string): Promise<PlacedReport | undefined> {
    const visible = library.seenBy(OPERATOR);
    const stored = await visible.report(id);
    if (!stored || stored.report.paged) return stored;
    const marks = (await visible.chunks(id)).flatMap(({ places }) => places);
    return marks.some(({ place }) => place.kind === 'cells') ? { ...stored, cells: marks } : stored;
  }

  async function reportsOf(file: string) {
    const namesakes = (await library.seenBy(OPERATOR).reports()).filter((held) => held.file === file);
    const everyones = namesakes.length < 2 ? [] : (await library.seenBy(EVERYONE_ONLY).reports()).map(({ id }) => id);
    const inOrder = namesakes.toSorted((a, b) => Number(everyones.includes(b.id)) - Number(everyones.includes(a.id)));
    return (await Promise.all(inOrder.map(({ id }) => placedReport(id)))).filter((stored) => stored !== undefined);
  }
  const review = openReview({ store, editors, now: Date.now, files });
  return {
    review,
    answers: openAnswers({
      store: answerStore,
      review,
      reports: {
        everyone: () => library.seenBy(EVERYONE_ONLY).reports(),
        all: () => library.seenBy(OPERATOR).reports(),
      },
      now: Date.now,
    }),
    /** Who may see a report that is about to be removed may see what is left of it. */
    async leaving(reportId: string) {
      const audience = await library.audienceOf(reportId);
      if (audience !== undefined) await answerStore.noteRemoved(reportId, audience);
    },
    feedback,
    questions: questionsIn([feedback, store, answerStore]),
    secret,
    access: openAccess({ signer, editors, sessions, now: Date.now }),
    replaced: () => reviewReplaced({ store, reportsOf }),
    close() {
      opened?.close();
      openedSessions?.close();
      openedFeedback?.close();
      openedAnswers?.close();
    },
  };
}
