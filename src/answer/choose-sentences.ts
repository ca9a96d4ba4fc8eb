import type { RankedSentence } from './rank-sentences.ts';
import type { Ask } from './split-question.ts';

/** Below this score the reports do not speak of what is asked for. */
const LEAST_SCORE = 0.35;
/** A sentence that is chosen already does for a further part when it comes this near to the part's best. */
const GOOD_ENOUGH = 0.85;
/** A runner-up that comes this near to the best is said, too. */
const TIE = 0.9;
/** Most sentences of an answer. */
const SENTENCES = 4;

/** A part of the question with the sentences for it, best first. */
export interface RankedPart {
  ask: Ask;
  ranked: RankedSentence[];
}

/** The sentences that answer the parts, in the order of the parts, none twice. */
export function choose(parts: RankedPart[]): RankedSentence[] {
  const chosen: RankedSentence[] = [];
  for (const { ask, ranked } of parts) {
    const fitting = ranked.filter(answers);
    const [best, next] = fitting;
    if (!best) continue;
    const enough = fitting.find(({ sentence, score }) => score >= (ask.member === undefined ? GOOD_ENOUGH : 1) * best.score && chosen.some((other) => isSame(other, sentence)));
    if (enough) continue;
    chosen.push(best);
    if (parts.length === 1 && next && next.score >= TIE * best.score && next.sentence.text !== best.sentence.text) chosen.push(next);
  }
  return chosen.slice(0, SENTENCES);
}

/** True when nothing that the question insists on is missing. */
export function answers({ score, shape, unmet }: RankedSentence): boolean {
  return score >= LEAST_SCORE && shape !== 'none' && unmet.length === 0;
}

function isSame({ sentence }: RankedSentence, other: RankedSentence['sentence']): boolean {
  return sentence.text === other.text;
}
