import type { AskedQuestion } from '../domain/feedback.ts';
import { workHere } from '../watch/current-work.ts';
import type { Footnote, ReadingRoom, RoomOptions } from './wire-footnote.ts';

/** What is written down of something that was asked, besides who asked it where. */
type Asked = Pick<AskedQuestion, 'question' | 'task'>;
/** What became of it. */
type Became = Pick<AskedQuestion, 'outcome' | 'missing'>;

/**
 * The same library, with what people ask of it written down. An answer is worth more than that: what goes wrong is told
 * to the log.
 */
export function recordQuestions(footnote: Footnote, log: (line: string) => void): Footnote {
  const keep = (question: Omit<AskedQuestion, 'at'>): Promise<void> =>
    footnote.feedback
      .keepQuestion(question)
      .catch((error: unknown) => log(`A question could not be counted: ${String(error)}`));
  return {
    ...footnote,
    seenBy: (viewer) => recordRoom(footnote.seenBy(viewer), keep),
    another: async (config) => recordQuestions(await footnote.another(config), log),
  };
}

function recordRoom(room: ReadingRoom, keep: (question: Omit<AskedQuestion, 'at'>) => Promise<void>): ReadingRoom {
  async function record<T>(
    asked: Asked,
    { user, channel = '', isUnasked }: RoomOptions,
    act: () => Promise<T>,
    became: (value: T) => Became,
  ): Promise<T> {
    if (isUnasked) return act();
    const from = performance.now();
    const end = ({ outcome, missing }: Became) =>
      keep({ ...asked, by: user ?? NOBODY, door: doorHere(), channel, outcome, missing, ms: msSince(from) });
    try {
      const value = await act();
      await end(became(value));
      return value;
    } catch (error) {
      await end({ outcome: 'failed', missing: [] });
      throw error;
    }
  }

  return {
    ...room,
    answer: (question, options = {}) =>
      record(
        { question: question.text, task: 'answer' },
        options,
        () => room.answer(question, options),
        (answer) => ({
          outcome: answer.outcome,
          missing: answer.outcome === 'not_found' ? answer.missing : [],
        }),
      ),
    // A draft is its writer's own.
    check: (draft, options = {}) =>
      record({ question: '', task: 'check' }, options, () => room.check(draft, options), plainly),
    summarize: (request, options = {}) =>
      record({ question: request.text, task: 'summarize' }, options, () => room.summarize(request, options), plainly),
  };
}

/** Who asks where nobody is named. */
const NOBODY = 'nobody';

function plainly({ outcome }: { outcome: string }): Became {
  return { outcome, missing: [] };
}

function doorHere(): AskedQuestion['door'] {
  const door = workHere()?.door;
  return door === 'slack' || door === 'program' ? door : 'web';
}

function msSince(from: number): number {
  return Math.round(performance.now() - from);
}
