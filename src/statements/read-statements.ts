import type { ChunkTables } from '../domain/report.ts';
import type { Statement } from '../domain/statement.ts';
import { cutStatements } from './cut-statements.ts';
import type { Resources } from './read-clauses.ts';
import { readClauses } from './read-clauses.ts';

/** Changes whenever the same text would be read in another way: an index that was read by another one is read anew. */
export const READER = '5';

/**
 * What a text says, statement by statement: of a chunk, or of anything that people and models write.
 * @param order position of the chunk in its report, from 0
 * @param rows rows of tables in the text that say more than stands in them: with their heads
 */
export function readStatements(
  text: string,
  resources: Resources,
  order = 0,
  rows: ChunkTables['rows'] = [],
): Statement[] {
  const saidAt = new Map(rows.map(({ span, said }) => [span.start, said]));
  return cutStatements(text, rows).map(({ kind, span, text: raw, paragraph }, at) => {
    const plain = (kind === 'row' ? saidAt.get(span.start) : undefined) ?? raw.replaceAll('\n', ' ');
    return {
      id: `${order}.${at}`,
      kind,
      text: plain,
      quotes: [span],
      paragraph,
      clauses: readClauses(plain, resources),
    };
  });
}

/** A text that is one statement whatever its marks: a claim, a question. */
export function readStatement(text: string, resources: Resources): Statement {
  const plain = text.replaceAll('\n', ' ');
  return {
    id: '0.0',
    kind: 'sentence',
    text: plain,
    quotes: [{ start: 0, end: text.length }],
    paragraph: 0,
    clauses: readClauses(plain, resources),
  };
}
