import type { ForgetsQuestions } from '../domain/feedback.ts';

/** Between two looks for questions that are to be forgotten, in milliseconds. */
const LOOK_MS = 3_600_000;

/** All that keeps questions as one. */
export function questionsIn(keepers: readonly ForgetsQuestions[]): ForgetsQuestions {
  return {
    async forgetPerson(person) {
      let forgotten = 0;
      for (const keeper of keepers) forgotten += await keeper.forgetPerson(person);
      return forgotten;
    },
    async forgetBefore(at) {
      for (const keeper of keepers) await keeper.forgetBefore(at);
    },
  };
}

/**
 * Forgets questions as they get too old, now and every hour, until it is stopped.
 * @param keepMs how long they are kept; absent: for ever
 */
export function forgetOldQuestions(
  questions: Pick<ForgetsQuestions, 'forgetBefore'>,
  keepMs: number | undefined,
  log: (line: string) => void,
): { stop(): void } {
  if (keepMs === undefined) return { stop: () => undefined };
  const look = () =>
    void questions
      .forgetBefore(new Date(Date.now() - keepMs).toISOString())
      .catch((error: unknown) => log(`Old questions could not be forgotten (KEEP_QUESTIONS): ${String(error)}`));
  look();
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
