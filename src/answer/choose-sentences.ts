import type { RankedSentence } from './rank-sentences.ts';
import { refersBack } from './rank-sentences.ts';
import type { ReadSentence } from './read-sentences.ts';
import type { Ask } from './split-question.ts';
import { expectsDifferences } from './split-question.ts';

/** Below this score the reports do not speak of what is asked for. */
const LEAST_SCORE = 0.35;
/** A sentence that is chosen already does for a further part when it comes this near to the part's best. */
const GOOD_ENOUGH = 0.85;
/** A runner-up that comes this near to the best is said, too. */
const TIE = 0.9;
/** So does one that goes on where the best ends, when it comes this near. */
const CONTINUES = 0.8;
/** When different values are expected: as near as this, in score and in the terms it holds itself. */
const DIFFERING = 0.65;
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
    const [best] = fitting;
    if (!best) continue;
    const goodEnough = (ask.member === undefined ? GOOD_ENOUGH : 1) * best.score;
    if (fitting.some(({ sentence, score }) => score >= goodEnough && chosen.some((other) => isSame(other.sentence, sentence)))) continue;
    chosen.push(best, ...additions(best, fitting, { isOnly: parts.length === 1, isDiffering: expectsDifferences(ask.whole) }));
  }
  return distinct(chosen).slice(0, SENTENCES);
}

/** What is said beside the best sentence: what continues it, what comes as near, and what gives another figure where that is wanted. */
function additions(best: RankedSentence, fitting: RankedSentence[], { isOnly, isDiffering }: { isOnly: boolean; isDiffering: boolean }): RankedSentence[] {
  const others = fitting.filter((other) => other !== best && other.sentence.text !== best.sentence.text);
  if (isDiffering) return others.filter((other) => other.score >= DIFFERING * best.score && other.own >= DIFFERING * best.own && hasOtherFigure(best, other));
  const next = others[0];
  if (!next) return [];
  const continues = next.sentence.previous === best.sentence && refersBack(next.sentence.text) && next.score >= CONTINUES * best.score;
  return continues || (isOnly && next.score >= TIE * best.score) ? [next] : [];
}

function hasOtherFigure(best: RankedSentence, other: RankedSentence): boolean {
  const said = new Set(best.sentence.text.match(/\d[\d,.]*/gu));
  return (other.sentence.text.match(/\d[\d,.]*/gu) ?? []).some((figure) => !said.has(figure));
}

function distinct(chosen: RankedSentence[]): RankedSentence[] {
  return chosen.filter((one, at) => chosen.findIndex((other) => isSame(other.sentence, one.sentence)) === at);
}

function isSame(one: ReadSentence, other: ReadSentence): boolean {
  return one.text === other.text;
}

/** True when nothing that the question insists on is missing. */
export function answers({ score, shape, unmet }: RankedSentence): boolean {
  return score >= LEAST_SCORE && shape !== 'none' && unmet.length === 0;
}
