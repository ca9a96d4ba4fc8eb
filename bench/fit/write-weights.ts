import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WEIGHTS_FOLDER } from '../../src/config.ts';
import type { Order } from './read-sets.ts';

/** Further apart than this two fits are not the same. */
const SAME = 0.001;

/**
 * Says how far weights are from those in `weights/NAME.json`, and writes them where the command line wants them: with
 * what they were fitted on and are worth, and what fits them again. Where the command line wants a check, weights that
 * are not the same end the program with 1.
 */
export function keepWeights(
  name: string,
  { out, recipe, isCheck }: Pick<Order, 'out' | 'recipe' | 'isCheck'>,
  { set, ...rest }: { set: string } & Record<string, unknown>,
): void {
  const weights = { fit: fitOf(name), set, date: new Date().toISOString().slice(0, 10), from: recipe, ...rest };
  const present = join(WEIGHTS_FOLDER, `${name}.json`);
  const before: unknown = existsSync(present) ? JSON.parse(readFileSync(present, 'utf8')) : {};
  const apart = numbersApart(before, weights);
  console.log(`${present}: ${inWords(apart)}`);
  if (isCheck && apart.differing.length > 0) process.exitCode = 1;
  if (out === undefined) return;
  const path = out.endsWith('.json') ? out : join(out, `${name}.json`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(weights, undefined, 2)}\n`);
}

/** The command that fits a file of weights. */
export function fitOf(name: string): string {
  return `npm run fit -- ${name}`;
}

/** How far the numbers of two files of weights are apart. */
export interface NumbersApart {
  /** Numbers that stand in either. */
  count: number;
  /** Those that are not the same to the third decimal, the furthest first; one that is missing is infinitely far. */
  differing: { name: string; by: number }[];
}

/** Compares two files of weights number by number, by where these stand. */
export function numbersApart(present: unknown, weights: unknown): NumbersApart {
  const [before, after] = [numbersIn(present), numbersIn(weights)];
  const names = new Set([...before.keys(), ...after.keys()]);
  const differing = [...names]
    .map((name) => ({ name, by: Math.abs((before.get(name) ?? Infinity) - (after.get(name) ?? -Infinity)) }))
    .filter(({ by }) => by >= SAME)
    .toSorted((a, b) => b.by - a.by);
  return { count: names.size, differing };
}

/** How far numbers are apart, in words. */
export function inWords({ count, differing }: NumbersApart): string {
  const [most] = differing;
  if (!most) return `the same to the third decimal (${count} numbers)`;
  return `${differing.length} of ${count} numbers differ, most ${most.name} by ${round(most.by, 4)}`;
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
