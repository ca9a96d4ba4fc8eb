import { words as wordsOf } from '../lexicon/lexicon.ts';
import { areComparable } from '../quantities/compare-quantities.ts';
import type { WordLikeness } from './align.ts';
import type { Asked, ClaimReckoning } from './held-against.ts';
import { NAMED, saidBy, shareNamed } from './held-against.ts';
import { datesOf } from './operand-times.ts';
import type { Operand } from './operands.ts';
import type { ReadText } from './read-text.ts';
import { reckonPairs } from './reckon-pairs.ts';
import { reckonSets } from './reckon-sets.ts';
import type { AskedReckoning } from './reckoning-words.ts';
import { askedReckonings } from './reckoning-words.ts';

/** Figures that are put together: those whose words say most of the claim. */
const CONSIDERED = 48;
/** Two ways fit as well as each other within this. */
const AS_GOOD = 0.03;

/**
 * What follows from the figures that a claim speaks of: those whose words and times it names, in the way that it says.
 * The reckonings that fit best, all that fit alike; none where it says of no figure how it follows from others.
 */
export function reckonClaim(claim: ReadText, operands: readonly Operand[], alike: WordLikeness): ClaimReckoning[] {
  return claim.figures.flatMap((figure) => {
    const words = claim.words.filter(({ start, end }) => !isCue(claim.text.slice(start, end)));
    const found = askedReckonings(figure, claim).flatMap((how) => {
      const asked: Asked = { ...how, figure, claim, words, dates: datesOf(claim), alike };
      const considered = nearest(
        operands.filter((operand) => mayFollow(asked, operand)),
        asked,
      );
      return isOfMany(how) ? reckonSets(considered, asked) : reckonPairs(considered, asked);
    });
    const best = Math.max(0, ...found.map(({ fit }) => fit));
    return found.filter(({ fit }) => fit >= best - AS_GOOD);
  });
}

const CUES = [
  'reckoning/sum',
  'reckoning/average',
  'reckoning/difference',
  'compares',
  'told by another time',
  'compare/earlier',
].map((kind) => wordsOf(kind));

function isCue(text: string): boolean {
  return CUES.some((cue) => cue.isIn(text));
}

function isOfMany({ operation }: AskedReckoning): boolean {
  return operation === 'sum' || operation === 'average';
}

/** Of what a figure is measured in its result follows. */
function mayFollow({ operation, figure }: Asked, { figure: held }: Operand): boolean {
  if (operation === 'points') return held.kind === 'percent';
  if (operation === 'share' || operation === 'growth') return held.kind !== 'percent' && held.kind !== 'points';
  const isBare = held.kind === 'count' && held.unit === '';
  return operation === 'ratio' || areComparable(figure, held) || (isBare && figure.kind === 'money');
}

/** The operands whose words and surroundings say most of a claim. */
function nearest(operands: readonly Operand[], asked: Asked): Operand[] {
  return operands
    .map((operand) => ({ operand, said: saidBy([operand], asked) + NAMED * shareNamed(operand, asked) }))
    .toSorted((a, b) => b.said - a.said)
    .slice(0, CONSIDERED)
    .map(({ operand }) => operand);
}
