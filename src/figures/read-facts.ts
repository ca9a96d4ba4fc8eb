import type { NameReader } from '../dictionary/read-names.ts';
import type { Passage } from '../domain/answer.ts';
import { FigureFact } from '../domain/figure-fact.ts';
import type { Statement } from '../domain/statement.ts';
import { given } from '../domain/given.ts';
import { findQuote } from '../verify/find-quote.ts';
import type { ReadFact } from './read-fact.ts';
import { readRow } from './read-row.ts';
import { readSentence } from './read-sentence.ts';
import { holdsDigit } from '../text/holds-letters.ts';

/** Facts of a passage, and how many of its figures are none. */
export interface PassageFacts {
  facts: FigureFact[];
  leftOut: number;
}

/** The figures of a passage as facts, in reading order, each with the statement that it stands in as its quote. */
export function readFacts(passage: Pick<Passage, 'chunk' | 'report' | 'statements'>, names: NameReader): PassageFacts {
  const read = passage.statements.map((statement) => ({ statement, ...readStatement(statement, passage, names) }));
  return {
    facts: read.flatMap(({ statement, facts }) => facts.flatMap((fact) => cite(fact, statement, passage))),
    leftOut: read.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}

function readStatement(statement: Statement, { chunk }: Pick<Passage, 'chunk'>, names: NameReader) {
  if (statement.kind === 'sentence' || statement.kind === 'item') return readSentence(statement, names);
  const [span] = statement.quotes;
  const printed = span ? chunk.text.slice(span.start, span.end) : '';
  // Of a row that is said as it is printed the columns are not certain.
  if (statement.kind !== 'row' || !span) return { facts: [], leftOut: 0 };
  return chunk.tables?.rows.some((row) => row.span.start === span.start)
    ? readRow(statement, printed)
    : { facts: [], leftOut: Number(holdsDigit(printed)) };
}

function cite(
  fact: ReadFact,
  { id, kind, quotes }: Statement,
  { chunk, report }: Pick<Passage, 'chunk' | 'report'>,
): FigureFact[] {
  const quote = findQuote({ chunk, report }, chunk.text.slice(quotes[0]?.start, quotes.at(-1)?.end));
  if (!quote) return [];
  const { id: reportId, title, file, publishedOn } = report;
  return [
    FigureFact.parse({
      ...withContext(fact, report),
      statement: { id, kind },
      quote,
      report: { id: reportId, title, file, ...given({ publishedOn }) },
    }),
  ];
}

/** What the statement does not say is the report's: whom it is about, and when. */
function withContext(fact: ReadFact, { company }: Passage['report']): ReadFact {
  if (fact.subject !== undefined || company === undefined) return fact;
  return { ...fact, subject: company, unsure: [...fact.unsure, 'subject'] };
}
