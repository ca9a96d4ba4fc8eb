import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WEIGHTS_FOLDER } from '../../src/config.ts';
import type { Order } from './read-sets.ts';

/** Further apart than this two fits are not the same. */
const SAME = 0.001;

/**
 * Says how far weights are from those in `weights/NAME.json`, and writes them where the command line wants them: with
 * what they were fitted on and are worth, and what fits them again.
 */
export function keepWeights(
  name: string,
  { out, recipe }: Pick<Order, 'out' | 'recipe'>,
  { set, ...rest }: { set: string } & Record<string, unknown>,
): void {
  const { readBy, ...from } = recipe;
  const weights = { set, date: new Date().toISOString().slice(0, 10), from, ...rest };
  const present = join(WEIGHTS_FOLDER, `${name}.json`);
  if (existsSync(present)) {
    const said = distanceOf({ ...JSON.parse(readFileSync(present, 'utf8')), from }, weights);
    console.log(`${present}: ${said}${readBy === undefined ? '' : `; what it was fitted on was read by ${readBy}`}`);
  }
  if (out === undefined) return;
  const path = out.endsWith('.json') ? out : join(out, `${name}.json`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(weights, undefined, 2)}\n`);
}

/** How far numbers are apart in two files of weights, in words. */
export function distanceOf(present: unknown, weights: unknown): string {
  const [before, after] = [numbersIn(present), numbersIn(weights)];
  const names = new Set([...before.keys(), ...after.keys()]);
  const apart = [...names]
    .map((name) => ({ name, by: Math.abs((before.get(name) ?? Infinity) - (after.get(name) ?? 0)) }))
    .filter(({ by }) => by >= SAME)
    .toSorted((a, b) => b.by - a.by);
  const [most] = apart;
  if (!most) return `the same to the third decimal (${names.size} numbers)`;
  return `${apart.length} of ${names.size} numbers differ, most ${most.name} by ${round(most.by, 4)}`;
}

/** The numbers in what was parsed, by their path. */
function numbersIn(value: unknown, path: readonly string[] = []): Map<string, number> {
  if (typeof value === 'number') return new Map([[path.join('.'), value]]);
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).flatMap(([name, each]) => [...numbersIn(each, [...path, name])]));
}

/** To so many decimals. */
export function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  // Never -0: it would be written as 0 and read as another value.
  return Math.round(value * factor) / factor || 0;
}
