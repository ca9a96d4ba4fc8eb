import type { Passage, Quote } from '../../src/domain/answer.ts';
import type { RetrievalParts } from '../../src/retrieve/retrieve-passages.ts';
import { findQuote } from '../../src/verify/find-quote.ts';
import { groundsOf } from '../../src/verify/grounds-of.ts';

/** A sentence's report, by its file or the beginning of that, and the quotes from it. */
interface Quoting {
  report: string;
  quotes: readonly string[];
}

/**
 * What stands above and before the quotes of each row in a library that holds their reports; the report's name alone
 * for what is not found there.
 * @returns the contexts, and how many rows were not found
 */
export async function readContexts(
  rows: readonly Quoting[],
  view: RetrievalParts['library'],
): Promise<{ contexts: string[]; missing: number }> {
  const reports = await view.reports();
  const passagesOf = new Map<string, Passage[]>();
  const contexts: string[] = [];
  let missing = 0;
  for (const { report: name, quotes } of rows) {
    const report = reports.find(({ file }) => file.normalize('NFC').startsWith(name.normalize('NFC')));
    const passages = report && (passagesOf.get(report.id) ?? (await read(report)));
    if (report && passages) passagesOf.set(report.id, passages);
    const found = quotes.flatMap((quote) => quoteIn(passages ?? [], quote));
    if (found.length === 0) missing += 1;
    contexts.push([name, groundsOf(found, passages ?? []).context].join('\n'));
  }
  return { contexts, missing };

  async function read(report: (typeof reports)[number]): Promise<Passage[]> {
    const chunks = await view.chunks(report.id);
    return chunks.map((chunk, at) => ({ ref: `P${at + 1}`, chunk, report, statements: [], score: 0 }));
  }
}

function quoteIn(passages: readonly Passage[], quote: string): Quote[] {
  for (const passage of passages) {
    const found = findQuote(passage, quote);
    if (found) return [found];
  }
  return [];
}
