import type { StatementReader } from '../domain/ports.ts';
import type { Report } from '../domain/report.ts';
import type { Statement } from '../domain/statement.ts';
import { lexiconId } from '../lexicon/lexicon.ts';
import { createNames } from '../lexicon/names.ts';
import { READER, readStatements } from './read-statements.ts';

/** Reads reports, each with the names that it teaches and in its own year. */
export const statementReader: StatementReader = {
  /** Words that are added to the lexicon change what is read. */
  get id() {
    return `${READER} ${lexiconId()}`;
  },
  read({ report, chunks, aliases }) {
    const names = createNames(aliases);
    return chunks.map(({ text, order, tables }) =>
      readStatements(text, { names, reportYear: yearOf(report) }, order, tables?.rows).filter(isWhole),
    );
  },
};

/** Said with a character that nobody knows, or that a program did not recognise with certainty, it is no fact. */
function isWhole({ text }: Statement): boolean {
  return !text.includes('\ufffd');
}

/** The year that a report means by `this year`; undefined when it has no date. */
export function yearOf({ publishedOn }: Report): number | undefined {
  return publishedOn === undefined ? undefined : Number(publishedOn.slice(0, 4));
}
