import { printedNumber } from '../quantities/printed-number.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Reckoning } from '../quantities/reckon.ts';
import { tellReckoning } from './tell-reckoning.ts';

const DIGITS = 2;
const OF_HUNDRED: readonly Reckoning['operation'][] = ['share', 'growth'];

/** What follows from some figures, in the unit in which they are printed: `50,200 − 46,800 = 3,400`. */
export function tellResult({ figure, reckoning }: { figure: Quantity; reckoning: Reckoning }): string {
  return tellReckoning({ figure: { ...figure, text: resultText(reckoning) }, reckoning }).join('; ');
}

function resultText({ operation, operands, value }: Reckoning): string {
  const size = Math.abs(value);
  if (OF_HUNDRED.includes(operation)) return `${written(size)}%`;
  if (operation === 'ratio') return written(size);
  const [first] = operands;
  const printed = first && printedNumber(first.text)?.value;
  // Printed in thousands it follows in thousands.
  return written(printed && first.low !== 0 ? (size * printed) / Math.abs(first.low) : size);
}

function written(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: DIGITS });
}
