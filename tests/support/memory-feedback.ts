import type { FeedbackStore, Rating, Unanswered } from '../../src/domain/feedback.ts';

/** Feedback that is forgotten at the end. */
export function createMemoryFeedback(now: () => number = Date.now): FeedbackStore {
  let ratings: Rating[] = [];
  const asked: Unanswered[] = [];
  const at = () => new Date(now()).toISOString();
  return {
    rate(rating) {
      const before = ratings.find(({ answerId, by }) => answerId === rating.answerId && by === rating.by);
      const reason = rating.reason === '' && before?.way === rating.way ? before.reason : rating.reason;
      ratings = [...ratings.filter((each) => each !== before), { ...rating, reason, at: at() }];
      return Promise.resolve();
    },
    ratings: () => Promise.resolve(ratings.toSorted((a, b) => a.way.localeCompare(b.way) || b.at.localeCompare(a.at))),
    keepUnanswered(question) {
      asked.unshift({ ...question, at: at() });
      return Promise.resolve();
    },
    unanswered: () => Promise.resolve(asked),
  };
}
