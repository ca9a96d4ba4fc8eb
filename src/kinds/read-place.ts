import type { Passage } from '../domain/answer.ts';
import type { Chunk } from '../domain/report.ts';
import type { Statement } from '../domain/statement.ts';
import type { KindSteps } from './kind-steps.ts';

/** A statement with the passage that it is cited from. */
export interface PlacedStatement {
  statement: Statement;
  passage: Passage;
}

/**
 * Everything that a report says where a passage stands, in reading order.
 * @param under the headings under which it is read; none: what stands beside the passage
 */
export async function readPlace(
  { chunk: found, report }: Passage,
  under: readonly string[],
  { library }: Pick<KindSteps, 'library'>,
): Promise<PlacedStatement[]> {
  const chunks = (await library.chunks(report.id)).filter(({ path, order }) =>
    under.length === 0 ? Math.abs(order - found.order) <= 1 : under.every((heading, at) => path[at] === heading),
  );
  return placedIn(report, chunks, { library });
}

/** What chunks of a report say, in reading order. */
export async function placedIn(
  report: Passage['report'],
  chunks: readonly Chunk[],
  { library }: Pick<KindSteps, 'library'>,
): Promise<PlacedStatement[]> {
  const statements = await library.statements(chunks);
  return chunks.flatMap((chunk, at) => {
    const said = statements[at] ?? [];
    const passage = { ref: `P${at + 1}`, chunk, report, statements: said, score: 0 };
    return said.map((statement) => ({ statement, passage }));
  });
}

/** Where a statement stands in its chunk's text. */
export function quoteOf({ statement: { quotes }, passage: { chunk } }: PlacedStatement): string {
  return chunk.text.slice(quotes[0]?.start ?? 0, quotes.at(-1)?.end ?? 0);
}
