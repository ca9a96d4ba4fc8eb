import { splitClauses } from '../text/clauses.ts';
import { compareQuantities } from '../quantities/compare-quantities.ts';
import { detectLanguage } from '../text/language.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import { isFigure } from './placed-quantity.ts';
import { pairsOf } from './shared-pairs.ts';

/** A figure may be of a whole of which the sentence then names a part: `31个省份中有26个`, `two of the three`. */
const WHOLE_AFTER = /^[^，。；,.;\d]{0,8}?(?:之?中|里)(?:有|只有|仅有|的|，)/u;
const WHOLE_BEFORE = /\b(?:of|among)(?: (?:the|its|their|some|all))?\s*$/iu;

/**
 * Figures of a claim that stand in the clause of something else: the claim has words that only the clause of another
 * figure has, and none that only this one's has. In the language of the quotes only. And wholes of which the quotes
 * only speak of a part.
 */
export function unprovedPlaces(claim: string, quotes: readonly string[]): string[] {
  const figures = findQuantities(claim).filter(isFigure);
  return figures.flatMap((figure) => {
    const places = quotes.flatMap((quote) =>
      findQuantities(quote)
        .filter((found) => compareQuantities(figure, found) === 'same')
        .map((found) => ({ quote, found })),
    );
    if (places.length === 0) return [];
    const isElsewhere =
      figures.length === 1 &&
      places.every(
        ({ quote, found }) =>
          detectLanguage(quote) === detectLanguage(claim) &&
          (tellsAnother(claim, quote, found) || isNamedElsewhere({ claim, figure }, quote, found)),
      );
    const isWhole =
      figure.kind === 'count' &&
      !isWholeAt(claim, figure) &&
      places.every(({ quote, found }) => isWholeAt(quote, found));
    return [
      ...(isElsewhere ? [`${figure.text} (of what)`] : []),
      ...(isWhole ? [`${figure.text} (a part of it)`] : []),
    ];
  });
}

/** A claim with words of another figure's clause and with none of this one's. */
function tellsAnother(claim: string, quote: string, place: { start: number; end: number }): boolean {
  const clauses = splitClauses(quote).filter(({ text }) => findQuantities(text).some(isFigure));
  const own = clauses.find(({ start, end }) => start <= place.start && place.start < end);
  if (own === undefined || clauses.length < 2) return false;
  const said = pairsOf(claim);
  const others = clauses.filter((clause) => clause !== own).map(({ text }) => pairsOf(text));
  const ours = pairsOf(own.text);
  const isOurs = [...ours].some((pair) => said.has(pair) && !others.some((other) => other.has(pair)));
  return !isOurs && others.some((other) => [...other].some((pair) => said.has(pair) && !ours.has(pair)));
}

/** What a figure is said to be of, right before it: `净资产为`. */
const SAID_OF =
  /(?<name>\p{Script=Han}{3})(?:约?为|是|有|达到?|至|同比|环比|增长|下降|上升|提高|减少|增加|了|约|近|超过?|已|共|合计|升|降)*\s*$/u;

/** The clause of another figure names what the claim's figure is said to be of, and the clause of this one does not. */
function isNamedElsewhere(
  { claim, figure }: { claim: string; figure: { start: number } },
  quote: string,
  place: { start: number; end: number },
): boolean {
  const name = SAID_OF.exec(claim.slice(0, figure.start))?.groups?.['name'];
  const clauses = splitClauses(quote).filter(({ text }) => findQuantities(text).some(isFigure));
  const own = clauses.find(({ start, end }) => start <= place.start && place.start < end);
  // A clause that names nothing itself speaks of what the one before it names.
  const isNamed = own !== undefined && SAID_OF.test(quote.slice(own.start, place.start));
  return (
    name !== undefined &&
    isNamed &&
    !own.text.includes(name) &&
    clauses.some((clause) => clause !== own && clause.text.includes(name))
  );
}

function isWholeAt(text: string, { start, end }: { start: number; end: number }): boolean {
  return WHOLE_AFTER.test(text.slice(end)) || WHOLE_BEFORE.test(text.slice(0, start));
}
