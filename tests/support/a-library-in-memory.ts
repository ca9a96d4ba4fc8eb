import type { Candidate, VisibleLibrary } from '../../src/domain/ports.ts';
import type { Chunk, NameRuns, Report } from '../../src/domain/report.ts';
import { termsOf } from '../../src/text/tokenise.ts';
import { frequenciesIn } from './asked.ts';
import { createHashingEmbedder } from './hashing-embedder.ts';

/** A chunk with the report that it is of. */
export type ChunkOf = Pick<Candidate, 'chunk' | 'report'>;

/** A library that finds every chunk that holds a term of the query, or that its vector is near to. */
export function aLibraryInMemory(
  all: readonly ChunkOf[],
  over: { aliases?: string[][]; nameRuns?: NameRuns } = {},
): VisibleLibrary {
  const { embed } = createHashingEmbedder();
  const reports = [...new Map(all.map(({ report }) => [report.id, report])).values()];
  const chunksOf = (id: string): Chunk[] => all.flatMap(({ chunk, report }) => (report.id === id ? [chunk] : []));
  return {
    async search({ terms, vector, reportIds, limit }) {
      const vectors = await embed(all.map(({ chunk }) => chunk.text));
      return all
        .map(({ chunk, report }, at): Candidate => {
          const held = new Set(termsOf(chunk.text));
          return {
            chunk,
            report,
            lexical: terms.filter((term) => held.has(term)).length,
            cosine: vector.reduce((sum, value, index) => sum + value * (vectors[at]?.[index] ?? 0), 0),
          };
        })
        .filter(({ report }) => reportIds === undefined || reportIds.includes(report.id))
        .filter(({ lexical, cosine }) => lexical > 0 || cosine > 0)
        .slice(0, 2 * limit);
    },
    frequencies: () => Promise.resolve(frequenciesIn(all.map(({ chunk }) => chunk.text))),
    aliases: () => Promise.resolve(over.aliases ?? []),
    nameRuns: () => Promise.resolve(over.nameRuns ?? { foreign: [], persons: [] }),
    reports: () =>
      Promise.resolve(
        reports.map((report: Report) => ({ ...report, sectionCount: 1, chunkCount: chunksOf(report.id).length })),
      ),
    report: (id) => {
      const report = reports.find((one) => one.id === id);
      const text = chunksOf(id)
        .map((chunk) => chunk.text)
        .join('\n');
      return Promise.resolve(report && { report, text, pages: [], sections: [] });
    },
    recognisedLayout: () => Promise.resolve(undefined),
    chunks: (id) => Promise.resolve(chunksOf(id)),
    statements: (chunks) => Promise.resolve(chunks.map(() => undefined)),
  };
}
