import { areComparable } from '../quantities/compare-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { WordLikeness } from './align.ts';
import type { ContentWord } from './content-words.ts';
import { words } from '../lexicon/lexicon.ts';
import { compares } from './comparing-words.ts';
import type { Fault } from './fault.ts';
import { foundAs } from './fault.ts';
import { zonesOf } from './figure-zones.ts';
import type { Relation } from './other-roles.ts';
import { comparisonsIn } from './other-roles.ts';
import type { ClausePair } from './pair-clauses.ts';
import type { ReadText } from './read-text.ts';
import { clausesOf } from './read-text.ts';

const SAME = 0.9;

/** Who a claim without figures says has more than another, where every figure of its quotes for both has it less. */
export function otherValues(claim: ReadText, sentences: readonly ReadText[], alike: WordLikeness): Fault[] {
  const clauses = clausesOf(claim).filter(
    ({ start, end }) => !claim.figures.some((figure) => figure.start >= start && figure.start < end),
  );
  return clauses.flatMap((clause) =>
    comparisonsIn(claim, clause).flatMap((relation): Fault[] => {
      const { first, second } = relation;
      const pairs = sentences.flatMap((sentence) => valuesOf(relation, sentence, alike));
      const [one] = pairs;
      const isTurned =
        one !== undefined && pairs.every(([own, other]) => Math.sign(own.low - other.low) === -relation.sign);
      return isTurned
        ? [{ fact: 'role', claimed: `${first.text} … ${second.text}`, found: `${one[0].text} / ${one[1].text}` }]
        : [];
    }),
  );
}

/** Names a rate of change. */
const RATE = words('change named');

/** Of two, one is said to have more of something whose growth alone the quotes compare. */
export function otherMeasures(claim: ReadText, pairs: readonly ClausePair[]): Fault[] {
  return pairs.flatMap(({ clause, places }): Fault[] => {
    const isMoving = claim.moves.some(({ start }) => start >= clause.start && start < clause.end);
    if (!compares(clause.text) || isMoving || RATE.isIn(clause.text)) return [];
    const rates = places.map((place) => RATE.first(place.clause.text)?.text);
    return rates.length > 0 && rates.every((rate) => rate !== undefined)
      ? [{ fact: 'figure', claimed: clause.text, ...foundAs(rates[0]), how: 'of what' }]
      : [];
  });
}

/** Figures of one kind that a sentence gives for the one and for the other of two that are compared. */
function valuesOf(
  { first, second }: Pick<Relation, 'first' | 'second'>,
  sentence: ReadText,
  alike: WordLikeness,
): (readonly [Quantity, Quantity])[] {
  const zones = zonesOf(sentence);
  const isBeside = ({ start }: Quantity, word: ContentWord) =>
    zones.get(start)?.own.some((own) => alike(word, own) >= SAME) === true;
  const of = (word: ContentWord, not: ContentWord) =>
    sentence.figures.filter((figure) => isBeside(figure, word) && !isBeside(figure, not));
  const others = of(second, first);
  return of(first, second).flatMap((own) =>
    others.filter((other) => areComparable(own, other)).map((other) => [own, other] as const),
  );
}
