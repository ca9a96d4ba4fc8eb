import type { Viewer } from '../../domain/audience.ts';
import { maySee } from '../../domain/audience.ts';
import type { Frequencies, ReportSummary, VisibleLibrary } from '../../domain/ports.ts';
import type { Chunk, NameRuns } from '../../domain/report.ts';
import type { Statement } from '../../domain/statement.ts';
import type { Database } from './database.ts';
import { inSnapshot } from './in-transaction.ts';
import { readAliases, readChunks, readNameRuns, readRecognised, readReport, readReports } from './library-rows-out.ts';
import type { SearchedShelves, Vectors } from './library-search.ts';
import { searchLibrary } from './library-search.ts';
import { readStatementRows } from './statement-rows.ts';
import { countChunks, EVERYONES_SHELF, readTermCounts } from './shelf-index.ts';
import type { Shelf } from './shelves.ts';
import { readShelves } from './shelves.ts';

/** Different sets of shelves that are kept at once: people in the same groups share one. */
const KEPT_SETS = 64;

/**
 * What every question needs of all reports on some shelves, each read when it is first needed: that takes longer than
 * searching.
 */
interface Kept extends SearchedShelves {
  list: ReportSummary[];
  aliases(): string[][];
  nameRuns(): NameRuns;
  countTerms(terms: string[]): Frequencies;
  statementsOf(chunk: Chunk): Statement[] | undefined;
}

/** Makes views of the library, each for one viewer. What they keep is forgotten when anything changes. */
export function createViews(db: Database, currentVectors: () => Promise<Vectors>): (viewer: Viewer) => VisibleLibrary {
  let version = '';
  let all: Shelf[] = [];
  const kept = new Map<string, Kept>();

  function keptFor(viewer: Viewer): Kept {
    const current = versionOf(db);
    if (current !== version) {
      kept.clear();
      [version, all] = [current, readShelves(db)];
    }
    const shelves = all.filter(({ audience }) => maySee(audience, viewer)).map(({ id }) => id);
    const key = shelves.join(' ');
    const found = kept.get(key) ?? readKept(db, shelves);
    kept.delete(key);
    kept.set(key, found);
    for (const oldest of [...kept.keys()].slice(0, -KEPT_SETS)) kept.delete(oldest);
    return found;
  }

  return (viewer) => ({
    async search(query) {
      const vectors = await currentVectors();
      return inSnapshot(db, () => searchLibrary(db, vectors, keptFor(viewer), query));
    },
    frequencies: (terms) => Promise.resolve(inSnapshot(db, () => keptFor(viewer).countTerms(terms))),
    aliases: () => Promise.resolve(inSnapshot(db, () => keptFor(viewer).aliases())),
    nameRuns: () => Promise.resolve(inSnapshot(db, () => keptFor(viewer).nameRuns())),
    reports: () => Promise.resolve(inSnapshot(db, () => keptFor(viewer).list)),
    report: (reportId) =>
      Promise.resolve(
        inSnapshot(db, () => (keptFor(viewer).reports.has(reportId) ? readReport(db, reportId) : undefined)),
      ),
    recognisedLayout: (reportId, page) =>
      Promise.resolve(
        inSnapshot(db, () => (keptFor(viewer).reports.has(reportId) ? readRecognised(db, reportId, page) : undefined)),
      ),
    chunks: (reportId) =>
      Promise.resolve(inSnapshot(db, () => (keptFor(viewer).reports.has(reportId) ? readChunks(db, reportId) : []))),
    statements: (chunks) =>
      Promise.resolve(
        inSnapshot(db, () => {
          const { reports, statementsOf } = keptFor(viewer);
          const seen = new Set(chunks.filter(({ reportId }) => reports.has(reportId)));
          return chunks.map((chunk) => (seen.has(chunk) ? statementsOf(chunk) : undefined));
        }),
      ),
  });
}

/** Changes with every commit, of this connection (first number) or of another one (second). */
export function versionOf(db: Database): string {
  const own = db.prepare('SELECT total_changes() AS changes').get()?.['changes'];
  const others = db.prepare('PRAGMA data_version').get()?.['data_version'];
  return `${Number(own)} ${Number(others)}`;
}

function readKept(db: Database, shelves: number[]): Kept {
  const list = readReports(db, shelves);
  const chunkCount = list.reduce((sum, report) => sum + report.chunkCount, 0);
  return {
    shelves,
    list,
    reports: new Map(list.map((report) => [report.id, report])),
    aliases: once(() => readAliases(db, shelves)),
    nameRuns: once(() => readNameRuns(db, shelves)),
    narrowShare: chunkCount === 0 ? 0 : 1 - countChunks(db, EVERYONES_SHELF) / chunkCount,
    countTerms: createCounts(db, shelves, chunkCount),
    statementsOf: createStatements(db),
  };
}

/** Chunks whose statements are kept: claims of one draft come near the same ones again and again. */
const KEPT_CHUNKS = 300;

/** What a chunk says, unpacked once: the chunks that were asked for last are remembered. */
function createStatements(db: Database): (chunk: Chunk) => Statement[] | undefined {
  const known = new Map<string, Statement[] | undefined>();
  return (chunk) => {
    const key = `${chunk.reportId} ${chunk.order}`;
    const statements = known.has(key) ? known.get(key) : readStatementRows(db, [chunk])[0];
    known.delete(key);
    known.set(key, statements);
    for (const oldest of [...known.keys()].slice(0, -KEPT_CHUNKS)) known.delete(oldest);
    return statements;
  };
}

/** In how many chunks on some shelves each term occurs; what was looked up before is remembered. */
function createCounts(db: Database, shelves: number[], chunkCount: number): (terms: string[]) => Frequencies {
  const documentFrequency = new Map<string, number>();
  return (terms) => {
    const unknown = [...new Set(terms)].filter((term) => !documentFrequency.has(term));
    const counts = shelves.map((shelf) => readTermCounts(db, shelf, unknown));
    unknown.forEach((term, at) =>
      documentFrequency.set(
        term,
        counts.reduce((sum, ofShelf) => sum + (ofShelf[at] ?? 0), 0),
      ),
    );
    return { chunkCount, documentFrequency };
  };
}

function once<T>(read: () => T): () => T {
  let value: { read: T } | undefined;
  return () => (value ??= { read: read() }).read;
}
