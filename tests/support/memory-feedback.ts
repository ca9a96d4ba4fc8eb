import type { AskedQuestion, FeedbackStore, Rating } from '../../src/domain/feedback.ts';

/** Feedback that is forgotten at the end. */
export function createMemoryFeedback(now: () => number = Date.now): FeedbackStore {
  let ratings: Rating[] = [];
  let asked: AskedQuestion[] = [];
  const at = () => new Date(now()).toISOString();
  return {
    rate(rating) {
      const before = ratings.find(({ answerId, by }) => answerId === rating.answerId && by === rating.by);
      const reason = rating.reason === '' && before?.way === rating.way ? before.reason : rating.reason;
      ratings = [...ratings.filter((each) => each !== before), { ...rating, reason, at: at() }];
      return Promise.resolve();
    },
    ratings: () => Promise.resolve(ratings.toSorted((a, b) => a.way.localeCompare(b.way) || b.at.localeCompare(a.at))),
    keepQuestion(question) {
      asked.unshift({ ...question, at: at() });
      return Promise.resolve();
    },
    questions: () => Promise.resolve(asked),
    forgetPerson(person) {
      const before = ratings.length + asked.length;
      ratings = ratings.filter(({ by }) => by !== person);
      asked = asked.filter(({ by }) => by !== person);
      return Promise.resolve(before - ratings.length - asked.length);
    },
    forgetBefore(time) {
      ratings = ratings.filter((rating) => rating.at >= time);
      asked = asked.filter((question) => question.at >= time);
      return Promise.resolve();
    },
  };
}
