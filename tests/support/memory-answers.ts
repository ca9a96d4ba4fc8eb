import type { Audience } from '../../src/domain/audience.ts';
import type { AnswerStore, OwnQuestion, GivenAnswer } from '../../src/domain/given-answer.ts';

/** Questions of a person that are listed. */
const MOST = 200;

/**
 * Answers that are forgotten at the end.
 * @param mostGiven answers that are kept whenever old ones are forgotten
 */
export function createMemoryAnswers(mostGiven = Number.POSITIVE_INFINITY): AnswerStore {
  const kept = new Map<string, GivenAnswer>();
  const asked = new Map<string, OwnQuestion[]>();
  const removed = new Map<string, Audience>();
  return {
    keep: (answer) => Promise.resolve(void (kept.has(answer.id) || kept.set(answer.id, structuredClone(answer)))),
    find: (id) => Promise.resolve(structuredClone(kept.get(id))),
    noteAsked(person, question) {
      const before = (asked.get(person) ?? []).filter(({ answerId }) => answerId !== question.answerId);
      asked.set(person, [question, ...before].toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, MOST));
      return Promise.resolve();
    },
    askedBy: (person) => Promise.resolve(asked.get(person) ?? []),
    forgetList: (person) => Promise.resolve(void asked.delete(person)),
    forgetPerson(person) {
      const theirs = [...kept.values()].filter(({ by }) => by === person);
      for (const { id } of theirs) kept.delete(id);
      const listed = asked.get(person)?.length ?? 0;
      asked.delete(person);
      return Promise.resolve(theirs.length + listed);
    },
    forgetBefore(at) {
      for (const answer of kept.values()) if (answer.at < at) kept.delete(answer.id);
      const latest = [...kept.values()].toSorted((a, b) => b.at.localeCompare(a.at));
      for (const { id } of latest.slice(mostGiven)) kept.delete(id);
      for (const [person, questions] of asked)
        asked.set(
          person,
          questions.filter((question) => question.at >= at),
        );
      return Promise.resolve();
    },
    noteRemoved: (reportId, audience) => Promise.resolve(void removed.set(reportId, audience)),
    audienceOfRemoved: (reportId) => Promise.resolve(removed.get(reportId)),
  };
}
