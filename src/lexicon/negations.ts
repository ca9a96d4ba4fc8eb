import { words } from './lexicon.ts';
import { startsHan } from '../text/starts-with.ts';

/** A word that turns round what follows it. */
export interface Negation {
  text: string;
  start: number;
  /** Where what it turns round begins. */
  end: number;
}

const NEGATIONS = words('negation');

/** The negations of a text, in order. */
export function findNegations(text: string): Negation[] {
  return NEGATIONS.find(text).map(({ text: word, start, end, class: kind }) => {
    // 贷不到款, 用不了: behind its verb, which it turns round.
    const isBehindVerb = kind === 'negation/behind' && startsHan(text.slice(Math.max(0, start - 1)));
    return isBehindVerb && start > 0 ? { text: word, start: start - 1, end: start - 1 } : { text: word, start, end };
  });
}
