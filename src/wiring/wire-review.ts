import { readLinkSecret } from '../adapters/index-folder/link-secret.ts';
import type { SqliteFeedback } from '../adapters/sqlite/feedback.ts';
import { openSqliteFeedback } from '../adapters/sqlite/feedback.ts';
import { openSqliteReviewStore } from '../adapters/sqlite/review-store.ts';
import type { SqliteSessions } from '../adapters/sqlite/sessions.ts';
import { openSqliteSessions } from '../adapters/sqlite/sessions.ts';
import type { Config } from '../config.ts';
import { EVERYONE_ONLY, OPERATOR } from '../domain/audience.ts';
import type { FeedbackStore } from '../domain/feedback.ts';
import type { Library, ReviewStore } from '../domain/ports.ts';
import type { Sessions } from '../domain/sessions.ts';
import { openAccess } from '../review/open-access.ts';
import { openReview } from '../review/open-review.ts';
import { reviewReplaced } from '../review/review-replaced.ts';
import { FIRST_HASH, sealEntry } from '../review/seal-entry.ts';
import { createSigner } from '../review/signed-token.ts';
import type { PlacedReport } from '../verify/find-in-report.ts';

/** The settings that the parts depend on. */
export type PartsConfig = Pick<
  Config,
  | 'indexDirectory'
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

/**
 * Joins the review; its databases open when they are first needed, for most commands never.
 * @param say takes a line when a damaged file was set aside
 */
export function wireReview(
  { indexDirectory, editors, linkSecret }: PartsConfig,
  library: Library,
  say: (line: string) => void,
) {
  let opened: ReturnType<typeof openSqliteReviewStore> | undefined;
  const open = () =>
    (opened ??= openSqliteReviewStore(indexDirectory, { now: Date.now, seal: sealEntry, firstHash: FIRST_HASH, say }));
  const store: ReviewStore = {
    keep: (answer) => open().keep(answer),
    placed: (answerId, place) => open().placed(answerId, place),
    answer: (answerId) => open().answer(answerId),
    waiting: (limit) => open().waiting(limit),
    citations: () => open().citations(),
    append: (changes) => open().append(changes),
    log: () => open().log(),
  };
  let openedSessions: SqliteSessions | undefined;
  const openSessions = () => (openedSessions ??= openSqliteSessions(indexDirectory, Date.now, say));
  const sessions: Sessions = {
    begin: (session, link) => openSessions().begin(session, link),
    hasBegun: (linkId) => openSessions().hasBegun(linkId),
    find: (id) => openSessions().find(id),
    end: (id) => openSessions().end(id),
  };
  let openedFeedback: SqliteFeedback | undefined;
  const openFeedback = () => (openedFeedback ??= openSqliteFeedback(indexDirectory, Date.now, say));
  const feedback: FeedbackStore = {
    rate: (rating) => openFeedback().rate(rating),
    ratings: () => openFeedback().ratings(),
    keepUnanswered: (question) => openFeedback().keepUnanswered(question),
    unanswered: () => openFeedback().unanswered(),
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
  return {
    review: openReview({ store, editors, now: Date.now, files }),
    feedback,
    secret,
    access: openAccess({ signer, editors, sessions, now: Date.now }),
    replaced: () => reviewReplaced({ store, reportsOf }),
    close() {
      opened?.close();
      openedSessions?.close();
      openedFeedback?.close();
    },
  };
}
