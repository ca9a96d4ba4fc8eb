import type { Operation, Reckoning } from '../quantities/reckon.ts';
import type { Quantity } from '../quantities/quantity.ts';

/** What stands between the operands of each operation. */
const SIGNS: Record<Operation, string> = {
  rounded: '',
  count: '',
  sum: ' + ',
  difference: ' − ',
  points: ' − ',
  rest: ' − ',
  share: ' ÷ ',
  ratio: ' ÷ ',
  growth: ' − ',
  part: ' × ',
  average: ' + ',
};

/**
 * How a figure follows from those of the quotes, in figures: `32% − 19% = 13个百分点`; nothing of what is only
 * counted.
 */
export function tellReckoning({ figure, reckoning }: { figure: Quantity; reckoning: Reckoning }): string[] {
  const { operation, operands } = reckoning;
  const [first, second] = operands.map(({ text }) => text);
  if (first === undefined) return [];
  if (operation === 'rounded') return [`${first} ≈ ${figure.text}`];
  if (operation === 'rest') return [`100% − ${first} = ${figure.text}`];
  if (operation === 'growth') return [`(${first} − ${second}) ÷ ${second} = ${figure.text}`];
  const told = operands.map(({ text }) => text).join(SIGNS[operation]);
  return [operation === 'average' ? `(${told}) ÷ ${operands.length} = ${figure.text}` : `${told} = ${figure.text}`];
}
