import { readLinkSecret } from '../adapters/link-secret.ts';
import { openSqliteReviewStore } from '../adapters/sqlite-review-store.ts';
import type { Config } from '../config.ts';
import type { ReviewStore, VisibleLibrary } from '../domain/ports.ts';
import { openAccess } from '../review/open-access.ts';
import { openReview } from '../review/open-review.ts';
import { reviewReplaced } from '../review/review-replaced.ts';
import { FIRST_HASH, sealEntry } from '../review/seal-entry.ts';
import { createSigner } from '../review/signed-token.ts';

/** The settings that the parts depend on. */
export type PartsConfig = Pick<Config, 'indexDirectory' | 'dictionaryDirectory' | 'editors' | 'linkSecret' | 'embeddings' | 'model'>;

/** Joins the review; its database opens when it is first needed, for most commands never. */
export function wireReview({ indexDirectory, editors, linkSecret }: PartsConfig, library: VisibleLibrary) {
  let opened: ReturnType<typeof openSqliteReviewStore> | undefined;
  const open = () => (opened ??= openSqliteReviewStore(indexDirectory, { now: Date.now, seal: sealEntry, firstHash: FIRST_HASH }));
  const store: ReviewStore = {
    keep: (answer) => open().keep(answer),
    placed: (answerId, place) => open().placed(answerId, place),
    answer: (answerId) => open().answer(answerId),
    waiting: (limit) => open().waiting(limit),
    citations: () => open().citations(),
    append: (changes) => open().append(changes),
    log: () => open().log(),
  };
  const signer = createSigner(() => linkSecret ?? readLinkSecret(indexDirectory), Date.now);
  const files = async () => new Map((await library.reports()).map(({ id, file }) => [id, file]));
  async function reportOf(file: string) {
    const report = (await library.reports()).find((held) => held.file === file);
    return report && library.report(report.id);
  }
  return {
    review: openReview({ store, editors, now: Date.now, files }),
    access: openAccess(signer, editors),
    replaced: () => reviewReplaced({ store, reportOf }),
    close: () => opened?.close(),
  };
}
