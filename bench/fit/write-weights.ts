import { writeFileSync } from 'node:fs';

/** Writes weights with what they were fitted on and are worth; nothing without a file. */
export function writeWeights(
  file: string | undefined,
  { set, ...rest }: { set: string } & Record<string, unknown>,
): void {
  if (file === undefined) return;
  const weights = { set, date: new Date().toISOString().slice(0, 10), ...rest };
  writeFileSync(file, `${JSON.stringify(weights, undefined, 2)}\n`);
}

/** To so many decimals. */
export function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  // Never -0: it would be written as 0 and read as another value.
  return Math.round(value * factor) / factor || 0;
}
