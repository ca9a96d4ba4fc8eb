import { words } from './lexicon.ts';
import { findNegations } from './negations.ts';

/** What has two ends: rise and fall, profit and loss. */
export type Axis =
  | 'change'
  | 'result'
  | 'trade'
  | 'quality'
  | 'strength'
  | 'running'
  | 'leave'
  | 'crossing'
  | 'timing'
  | 'goal'
  | 'keeping'
  | 'funds'
  | 'chance';

/** A word that says at which end of an axis something lies. */
export interface Direction {
  axis: Axis;
  /**
   * 1 for the first end (rise, profit, buy, better, start, allow, import, early, met, kept, funded, likely), -1 for the
   * other.
   */
  sign: 1 | -1;
  text: string;
  start: number;
  end: number;
}

const BEFORE_WORD = /^[%\s]+/u;
const AXES = (
  [
    'change',
    'result',
    'trade',
    'quality',
    'strength',
    'running',
    'leave',
    'crossing',
    'timing',
    'goal',
    'keeping',
    'funds',
    'chance',
  ] satisfies Axis[]
).map((axis) => [axis, words(`direction/${axis}`)] as const);

/** The words of a text that say a direction, in order. */
export function findDirections(text: string): Direction[] {
  const found = AXES.flatMap(([axis, ends]) =>
    ends.find(text).map(({ text: form, end, class: kind }): Direction => {
      // `20% higher`: the word alone.
      const word = form.replace(BEFORE_WORD, '');
      return { axis, sign: kind.endsWith('/first') ? 1 : -1, text: word, start: end - word.length, end };
    }),
  ).toSorted((a, b) => a.start - b.start || b.end - a.end);
  const negations = findNegations(text);
  return found.map((direction) =>
    negations.some(({ end }) => isTurned(text, end, direction.start)) ? turned(direction) : direction,
  );
}

/** So near before it a negation turns a direction round, in characters. */
const REACH = 3;

function isTurned(text: string, negationEnd: number, start: number): boolean {
  return start >= negationEnd && start - negationEnd <= REACH && !/[，。；,;.]/u.test(text.slice(negationEnd, start));
}

/** `算不上晚`, `did not grow`: the other end, as far as comparing goes. */
function turned({ sign, ...direction }: Direction): Direction {
  return { ...direction, sign: sign === 1 ? -1 : 1 };
}
