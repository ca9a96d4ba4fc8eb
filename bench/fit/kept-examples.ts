import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { z } from 'zod';
import { PROJECT_FOLDER } from '../../src/config.ts';
import type { Order } from './read-sets.ts';

/** Numbers that weights were fitted on lie here, a file for each; no sentence of a set is among them. */
const FOLDER = join(PROJECT_FOLDER, 'bench/fit/examples');
/** Longer ones are packed, in characters. */
const LONGEST = 1_000_000;

/**
 * What weights are fitted on, in numbers: those that are kept, so that the same weights come out whatever has become of
 * sets, reports and readers since; read anew from sets that `--root` or `--set` names, and kept when weights are
 * written.
 */
export async function examplesOf<T>(
  name: string,
  { isKept, out }: Pick<Order, 'isKept' | 'out'>,
  schema: z.ZodType<T>,
  read: () => Promise<T>,
): Promise<T> {
  const path = join(FOLDER, `${name}.json`);
  const packed = `${path}.gz`;
  if (isKept && existsSync(path)) return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  if (isKept && existsSync(packed)) return schema.parse(JSON.parse(gunzipSync(readFileSync(packed)).toString('utf8')));
  const examples = await read();
  if (out !== undefined) {
    mkdirSync(FOLDER, { recursive: true });
    const text = `${JSON.stringify(examples).replaceAll('},{', '},\n{')}\n`;
    // Many numbers are kept packed.
    if (text.length > LONGEST) writeFileSync(packed, gzipSync(text, { level: 9 }));
    else writeFileSync(path, text);
  }
  return examples;
}

/** A number as it is kept: six decimals say all that a weight's third one hangs on. */
export function kept(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
