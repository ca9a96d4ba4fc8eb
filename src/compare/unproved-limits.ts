import { compareQuantities } from '../quantities/compare-quantities.ts';
import type { Qualifier } from '../domain/quantity.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { isFigure } from './placed-quantity.ts';

/** The value itself is excluded, or only one of its ends. */
const ONE_SIDED: readonly Qualifier[] = ['over', 'under', 'nearly', 'at_least', 'at_most'];
const AT_MOST = /(?:最多|至多)[有为占达]\s*$/u;
const AT_LEAST = /(?:至少|起码)[有为占达]\s*$/u;
const MINUS = /(?:^|[^\dA-Za-z%）)])\s{0,3}[-−–－]\s{0,3}(?:US)?[$€£¥￥]?\s{0,3}$/u;
const SAYS_LESS =
  /下降|下滑|下跌|减少|降|跌|亏|负|\b(?:fell|fall\w*|drop\w*|declin\w*|decreas\w*|down|shr[aiu]nk\w*|los[st]\w*|negative|minus)\b/iu;

/** Figures that a claim gives flat where its quotes only give a limit, and figures whose minus it drops or adds. */
export function unprovedLimits(claim: string, quotes: readonly string[]): string[] {
  return findQuantities(claim)
    .filter(isFigure)
    .flatMap((figure) => {
      const places = quotes.flatMap((quote) =>
        findQuantities(quote)
          .filter((found) => compareQuantities(figure, found) === 'same')
          .map((found) => ({ quote, found })),
      );
      if (places.length === 0) return [];
      const isLimit =
        figure.qualifier === 'exact' &&
        !AT_MOST.test(claim.slice(0, figure.start)) &&
        !AT_LEAST.test(claim.slice(0, figure.start)) &&
        places.every(({ found }) => ONE_SIDED.includes(found.qualifier));
      const isTurned = places.every(({ quote, found }) =>
        isNegative(quote, found)
          ? !isNegative(claim, figure) && !SAYS_LESS.test(claim)
          : isNegative(claim, figure) && !SAYS_LESS.test(quote),
      );
      const isOpposite = places.every(
        ({ quote, found }) =>
          (AT_MOST.test(claim.slice(0, figure.start)) && isAbove(quote, found)) ||
          (AT_LEAST.test(claim.slice(0, figure.start)) && isBelow(quote, found)),
      );
      return [
        ...(isOpposite ? [`${figure.text} (the other limit)`] : []),
        ...(isLimit ? [`${figure.text} (a limit)`] : []),
        ...(isTurned ? [`${figure.text} (below zero)`] : []),
      ];
    });
}

function isAbove(text: string, { start, qualifier }: Quantity): boolean {
  return qualifier === 'over' || qualifier === 'at_least' || AT_LEAST.test(text.slice(0, start));
}

function isBelow(text: string, { start, qualifier }: Quantity): boolean {
  return (
    qualifier === 'under' || qualifier === 'at_most' || qualifier === 'nearly' || AT_MOST.test(text.slice(0, start))
  );
}

function isNegative(text: string, { start }: Quantity): boolean {
  return MINUS.test(text.slice(0, start));
}
