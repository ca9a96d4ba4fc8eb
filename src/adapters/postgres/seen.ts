import type { Value } from './database.ts';

/** Which reports are looked at: all, or some by number. Whoever reads for a viewer says it in each statement. */
export type Seen = 'all' | { numbers: readonly number[] };

/**
 * A condition that lets only rows of these reports out of the database.
 * @param column that holds the report's number
 * @param parameter number of the first parameter that is free
 */
export function among(seen: Seen, column: string, parameter: number): { condition: string; values: Value[] } {
  if (seen === 'all') return { condition: '', values: [] };
  return { condition: `AND ${column} = ANY($${parameter}::bigint[])`, values: [seen.numbers] };
}
