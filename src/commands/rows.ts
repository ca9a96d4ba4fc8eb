import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { ConfigurationError } from '../domain/errors.ts';
import { createProgressBar } from './progress-bar.ts';
import { createStatusLine } from './terminal.ts';

/**
 * The rows of a file with one JSON object a line; `-` reads standard input.
 * @throws ConfigurationError that names the file, the line and what is wrong with it
 */
export function readRows<T>(file: string, schema: z.ZodType<T>): T[] {
  return readText(file)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseRow(line, schema, `${file}, line ${index + 1}`)]));
}

/** Does something with each row, one after the other, and shows how far it is where somebody looks on. */
export async function forEachRow<T>(rows: readonly T[], act: (row: T) => Promise<void>): Promise<void> {
  const bar = createProgressBar(createStatusLine());
  for (const [at, row] of rows.entries()) {
    bar.update(at, rows.length, 'rows');
    await act(row);
  }
  bar.clear();
}

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (cause) {
    throw new ConfigurationError(`${file} cannot be read: give a file with one JSON object a line.`, { cause });
  }
}

function parseRow<T>(line: string, schema: z.ZodType<T>, where: string): T {
  const parsed = schema.safeParse(parseJson(line, where));
  if (parsed.success) return parsed.data;
  throw new ConfigurationError(
    `${where}: ${parsed.error.issues
      .map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
      .join('; ')}`,
  );
}

function parseJson(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new ConfigurationError(`${where}: is not JSON.`, { cause });
  }
}
