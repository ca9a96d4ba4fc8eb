import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { Quantity } from '../../domain/quantity.ts';
import type { Chunk, Span } from '../../domain/report.ts';
import { Span as SpanSchema } from '../../domain/report.ts';
import type { Clause, Statement } from '../../domain/statement.ts';
import { MentionKind, StanceKind, StatementKind, Time } from '../../domain/statement.ts';
import { termOf } from '../../dictionary/term-of.ts';
import type { Database } from './database.ts';
import { json, soundRows } from '../sound-rows.ts';

const Offset = z.int().min(0);
/** A quarter of what the clause itself would take: terms are kept by where they stand. */
const PackedClause = z.tuple([
  /** Start and end. */
  Offset,
  Offset,
  /** Start and end of each term, one after the other. */
  z.array(Offset),
  z.array(z.tuple([Offset, Offset, MentionKind, z.string().min(1)])),
  z.array(Quantity),
  z.object({
    time: Time.optional(),
    stances: z.array(StanceKind).optional(),
    attribution: SpanSchema.optional(),
    negated: z.literal(true).optional(),
  }),
]);
const PackedStatement = z.object({
  kind: StatementKind,
  paragraph: Offset,
  quotes: z.array(SpanSchema).min(1),
  /** Absent where it is the quote. */
  text: z.string().min(1).optional(),
  clauses: z.array(PackedClause),
});
type PackedClause = z.infer<typeof PackedClause>;
type PackedStatement = z.infer<typeof PackedStatement>;

export const STATEMENTS = {
  name: 'statements',
  key: ['report_id', 'position'],
  row: z.object({
    report_id: z.string().min(1),
    position: z.int().min(0),
    reader: z.string().min(1),
    packed: z
      .custom<Uint8Array>((value) => value instanceof Uint8Array)
      .transform(inflate)
      .pipe(json(z.array(PackedStatement))),
  }),
};

/**
 * Longest that the statements of a chunk are, unpacked, in bytes: a hundred times what they are of the longest chunk.
 */
const LARGEST = 50_000_000;

function inflate(bytes: Uint8Array, context: z.RefinementCtx): string {
  try {
    return inflateRawSync(bytes, { maxOutputLength: LARGEST }).toString();
  } catch {
    context.addIssue({ code: 'custom', message: 'not packed' });
    return z.NEVER;
  }
}

/** Writes what the chunks of a report say, in the place of what was there; call it within a transaction. */
export function insertStatements(
  db: Database,
  reader: string,
  chunks: readonly Chunk[],
  statements: readonly Statement[][],
): void {
  const insert = db.prepare('INSERT OR REPLACE INTO statements VALUES (?, ?, ?, ?)');
  chunks.forEach((chunk, at) => {
    insert.run(chunk.reportId, chunk.order, reader, packedOf(statements[at] ?? [], chunk));
  });
}

/** What some chunks say; undefined for one of which nothing sound is stored. */
export function readStatementRows(db: Database, chunks: readonly Chunk[]): (Statement[] | undefined)[] {
  const read = db.prepare('SELECT * FROM statements WHERE report_id = ? AND position = ?');
  return chunks.map((chunk) => {
    const [row] = soundRows(db, STATEMENTS, read.all(chunk.reportId, chunk.order));
    return row && unpackedOf(row.packed, chunk);
  });
}

/** What a chunk says, as it is stored. */
export function packedOf(statements: readonly Statement[], chunk: Chunk): Uint8Array {
  return deflateRawSync(JSON.stringify(statements.map((statement) => pack(statement, chunk))));
}

/** What a chunk says, as it was stored. */
export function unpackedOf(packed: readonly PackedStatement[], chunk: Chunk): Statement[] {
  return packed.map((statement, at) => unpack(statement, chunk, at));
}

function pack({ kind, paragraph, quotes, text, clauses }: Statement, chunk: Chunk): PackedStatement {
  const isQuote = text === quoted(quotes, chunk);
  return { kind, paragraph, quotes, ...(isQuote ? {} : { text }), clauses: clauses.map(packClause) };
}

function packClause({ span, terms, names, quantities, time, stances, attribution, negated }: Clause): PackedClause {
  return [
    span.start,
    span.end,
    terms.flatMap((term) => [term.span.start, term.span.end]),
    names.map((mention) => [mention.span.start, mention.span.end, mention.kind, mention.name]),
    quantities,
    {
      ...(time ? { time } : {}),
      ...(stances.length > 0 ? { stances } : {}),
      ...(attribution ? { attribution } : {}),
      ...(negated ? { negated } : {}),
    },
  ];
}

function unpack({ kind, paragraph, quotes, text: own, clauses }: PackedStatement, chunk: Chunk, at: number): Statement {
  const text = own ?? quoted(quotes, chunk);
  return {
    id: `${chunk.order}.${at}`,
    kind,
    text,
    quotes,
    paragraph,
    clauses: clauses.map((clause) => unpackClause(clause, text)),
  };
}

function unpackClause([start, end, terms, names, quantities, said]: PackedClause, text: string): Clause {
  const { time, stances = [], attribution, negated = false } = said;
  return {
    span: { start, end },
    quantities,
    names: names.map(([from, to, kind, name]) => ({ span: { start: from, end: to }, name, kind })),
    terms: pairs(terms).map((span) => ({ span, term: termOf(text.slice(span.start, span.end)) })),
    ...(time ? { time } : {}),
    stances,
    ...(attribution ? { attribution } : {}),
    negated,
  };
}

function pairs(offsets: readonly number[]): Span[] {
  return offsets.flatMap((start, at) => (at % 2 === 0 ? [{ start, end: offsets[at + 1] ?? start }] : []));
}

/** The one quote of a statement as its text has it. */
function quoted([quote, ...others]: readonly Span[], { text }: Chunk): string {
  return quote && others.length === 0 ? text.slice(quote.start, quote.end).replaceAll('\n', ' ') : '';
}
