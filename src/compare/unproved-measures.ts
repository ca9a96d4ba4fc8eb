import { compareQuantities } from '../quantities/compare-quantities.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { splitSentences } from '../text/sentences.ts';
import { isFigure } from './placed-quantity.ts';

/** What an account gives figures of. A share is of one of them and none itself. */
const MEASURES: readonly RegExp[] = [
  /营业收入|营收|收入|销售额|营业额|\b(?:revenues?|sales|turnover)\b/giu,
  /(?<!无)利润(?!率)|净利(?!率)|盈利|\b(?:profits?|earnings)\b/giu,
  /亏损|\bloss(?:es)?\b/giu,
  /研发(?:投入|费用|支出|经费|开支)|R&D|\bresearch and development\b/giu,
  /毛利率|利润率|\bmargins?\b/giu,
  /市值|\bmarket (?:value|cap\w*)\b/giu,
  /估值|\bvaluations?\b/giu,
  /资本开支|资本支出|\bcapital (?:expenditures?|spending)\b|\bcapex\b/giu,
  /员工|雇员|\b(?:employees|staff|workforce)\b/giu,
  /负债|债务|\b(?:debts?|liabilities)\b/giu,
  /总?资产(?!负债)|\bassets\b/giu,
];

interface Measure {
  kind: number;
  start: number;
  end: number;
}

/** Figures of a claim that its quotes give of something else: the revenue where the claim speaks of the loss. */
export function unprovedMeasures(claim: string, quotes: readonly string[]): string[] {
  return findQuantities(claim)
    .filter(isFigure)
    .flatMap((figure) => {
      const own = measureOf(claim, figure);
      const places = quotes.flatMap((quote) =>
        findQuantities(quote)
          .filter((found) => compareQuantities(figure, found) === 'same')
          .map((found) => measureOf(quote, found)),
      );
      const isOther =
        own !== undefined && places.length > 0 && places.every((measure) => measure !== undefined && measure !== own);
      return isOther ? [`${figure.text} (of what)`] : [];
    });
}

/**
 * Of what a figure is: where the sentence names a measure before its first figure, the last one before it; else the
 * next one after it.
 */
function measureOf(text: string, figure: Quantity): number | undefined {
  const { span } = splitSentences(text).find(
    (sentence) => sentence.span.start <= figure.start && figure.start < sentence.span.end,
  ) ?? { span: { start: 0, end: text.length } };
  const measures = findMeasures(text).filter(({ start, end }) => start >= span.start && end <= span.end);
  const first = findQuantities(text)
    .filter(isFigure)
    .find(({ start }) => start >= span.start);
  const before = measures.findLast(({ end }) => end <= figure.start);
  const after = measures.find(({ start }) => start >= figure.end);
  return (measures.some(({ end }) => end <= (first?.start ?? 0)) ? before : (after ?? before))?.kind;
}

function findMeasures(text: string): Measure[] {
  return MEASURES.flatMap((pattern, kind) =>
    [...text.matchAll(pattern)].map(({ 0: word, index }) => ({ kind, start: index, end: index + word.length })),
  ).toSorted((a, b) => a.start - b.start);
}
