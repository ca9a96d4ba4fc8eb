import type { ReviewStore } from '../domain/ports.ts';
import type { LogRow, PostedAnswer, QueueItem, Review } from '../domain/review.ts';
import { answerIdOf, itemOf, withStates } from './citation-states.ts';
import { flagAnswer } from './flag-answer.ts';
import { giveVerdict } from './give-verdict.ts';
import { keptAnswer } from './keep-answer.ts';
import { quoteKey } from './quote-key.ts';
import { verifyLog } from './verify-log.ts';

/** What the review stands on. */
export interface ReviewParts {
  store: ReviewStore;
  /** People and user groups that may give verdicts. */
  editors: readonly string[];
  /** The clock, in milliseconds. */
  now(): number;
  /** File names by report id. */
  files(): Promise<ReadonlyMap<string, string>>;
}

/** Joins what is done with posted answers to where they are kept. */
export function openReview({ store, editors, now, files }: ReviewParts): Review {
  const answer = async (id: string): Promise<PostedAnswer | undefined> => {
    const kept = await store.answer(id);
    return kept && withStates(kept.answer, kept.entries);
  };
  const answerOf = async (citationId: string): Promise<QueueItem | undefined> => {
    const found = await answer(answerIdOf(citationId));
    return found && itemOf(found, citationId);
  };
  return {
    async recordAnswer(posted) {
      const names = await files();
      const kept = keptAnswer(posted, new Date(now()).toISOString(), (id) => names.get(id) ?? id);
      await store.keep(kept);
      return (await answer(kept.id)) ?? withStates(kept, []);
    },
    placed: (answerId, place) => store.placed(answerId, place),
    answer,
    answerOf,
    flag: (request) => flagAnswer(request, { store, answer }),
    giveVerdict: (request) => giveVerdict(request, { editors, store, itemOf: answerOf }),
    async askerTold(citationId, by, note) {
      const item = await answerOf(citationId);
      if (item)
        await store.append([
          {
            entry: {
              editor: by,
              action: 'asker_told',
              answerId: item.answer.id,
              citationId,
              quoteKey: quoteKey(item.citation.quote),
              note,
            },
          },
        ]);
    },
    async queue(limit) {
      const items = await Promise.all((await store.waiting(limit)).map(answerOf));
      return items.filter((item) => item !== undefined);
    },
    log: () => rowsOf(store),
    async verifyLog() {
      const { entries, head } = await store.log();
      return verifyLog(entries, head);
    },
  };
}

async function rowsOf(store: ReviewStore): Promise<LogRow[]> {
  const { entries } = await store.log();
  const answers = new Map<string, LogRow['answer']>();
  for (const { answerId } of entries)
    if (!answers.has(answerId)) answers.set(answerId, (await store.answer(answerId))?.answer);
  return entries.map((entry) => {
    const answer = answers.get(entry.answerId);
    const claim = answer?.claims.find(({ citations }) => citations.some(({ id }) => id === entry.citationId));
    const citation = claim?.citations.find(({ id }) => id === entry.citationId);
    return {
      entry,
      ...(answer ? { answer } : {}),
      ...(claim ? { claim: claim.text } : {}),
      ...(citation ? { citation } : {}),
    };
  });
}
