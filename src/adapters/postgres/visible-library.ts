import type { Viewer } from '../../domain/audience.ts';
import { maySee } from '../../domain/audience.ts';
import type { VisibleLibrary } from '../../domain/ports.ts';
import type { Chunk, NameRuns } from '../../domain/report.ts';
import type { Statement } from '../../domain/statement.ts';
import type { ShelvedReport } from './library-rows-out.ts';
import {
  readAliases,
  readAudiences,
  readChunks,
  readNameRuns,
  readRecognised,
  readReport,
  readShelvedReports,
  readStatements,
} from './library-rows-out.ts';
import type { SearchedReports } from './library-search.ts';
import { searchLibrary, summaryOf } from './library-search.ts';
import type { LibrarySession } from './library-session.ts';
import { inLibrary } from './library-session.ts';
import type { FindNearest } from './library-vectors.ts';
import type { LibraryPlace } from './open-postgres.ts';
import type { SeenFigures } from './postings.ts';
import { countTerms, meanLengthOf } from './postings.ts';
import type { Seen } from './seen.ts';

/** Different sets of reports that are kept at once: people in the same groups share one. */
const KEPT_SETS = 64;
/** Chunks whose statements are kept: claims of one draft come near the same ones again and again. */
const KEPT_CHUNKS = 300;

/** What every question needs of the reports that are seen, each read when it is first needed. */
interface Kept extends SearchedReports {
  list: ShelvedReport[];
  aliases?: string[][];
  nameRuns?: NameRuns;
  /** In how many chunks each term occurs that was asked for. */
  counts: Map<string, number>;
  statements: Map<string, Statement[] | undefined>;
}

/** A library as it is after one change; what is kept of it is forgotten with the next. */
interface Moment {
  change: number;
  all: Pick<ShelvedReport, 'number' | 'audience'>[];
  kept: Map<string, Kept>;
}

/** Views of a library. */
export interface Views {
  /** The library as a viewer sees it. Each reading sees one moment. */
  seenBy(viewer: Viewer): VisibleLibrary;
  /** Reads for whom the reports are, where somebody has read it before: then the next reading does not wait for it. */
  catchUp(): Promise<void>;
}

/** Makes views of the library, each for one viewer. */
export function createViews(place: LibraryPlace, currentVectors: () => Promise<FindNearest>): Views {
  let latest: Moment = { change: -1, all: [], kept: new Map() };

  async function momentOf(session: LibrarySession): Promise<Moment> {
    const row = await session.one('SELECT change FROM libraries WHERE library = $1', [session.library]);
    const change = Number(row?.['change'] ?? 0);
    if (latest.change === change) return latest;
    const moment = { change, all: await readAudiences(session), kept: new Map<string, Kept>() };
    if (moment.change > latest.change) latest = moment;
    return moment;
  }

  async function keptFor(session: LibrarySession, viewer: Viewer): Promise<Kept> {
    const { all, kept } = await momentOf(session);
    const numbers = all.filter(({ audience }) => maySee(audience, viewer)).map(({ number }) => number);
    const seen: Seen = numbers.length === all.length ? 'all' : { numbers };
    const key = seen === 'all' ? seen : numbers.join(' ');
    const found = kept.get(key) ?? keep(await readShelvedReports(session, seen), seen);
    kept.delete(key);
    kept.set(key, found);
    for (const oldest of [...kept.keys()].slice(0, -KEPT_SETS)) kept.delete(oldest);
    return found;
  }

  function seenBy(viewer: Viewer): VisibleLibrary {
    const reading = <T>(read: (session: LibrarySession, kept: Kept) => Promise<T> | T): Promise<T> =>
      inLibrary(place, async (session) => read(session, await keptFor(session, viewer)));
    const ofReport = <T>(reportId: string, read: (session: LibrarySession) => Promise<T>, otherwise: T): Promise<T> =>
      reading((session, { reports }) => (reports.has(reportId) ? read(session) : otherwise));
    return {
      async search(query) {
        const findNearest = await currentVectors();
        return reading(async (session, kept) =>
          searchLibrary(session, findNearest, kept, { ...query, figures: await figuresOf(session, kept, query.terms) }),
        );
      },
      frequencies: (terms) =>
        reading(async (session, kept) => {
          const { chunkCount, documentFrequency } = await figuresOf(session, kept, terms);
          return { chunkCount, documentFrequency };
        }),
      aliases: () => reading(async (session, kept) => (kept.aliases ??= await readAliases(session, idsOf(kept)))),
      nameRuns: () => reading(async (session, kept) => (kept.nameRuns ??= await readNameRuns(session, idsOf(kept)))),
      reports: () => reading((_, { list }) => list.map(summaryOf)),
      report: (reportId) => ofReport(reportId, (session) => readReport(session, reportId), undefined),
      recognisedLayout: (reportId, page) =>
        ofReport(reportId, (session) => readRecognised(session, reportId, page), undefined),
      chunks: (reportId) => ofReport<Chunk[]>(reportId, (session) => readChunks(session, reportId), []),
      statements: (chunks) => reading((session, kept) => statementsOf(session, kept, chunks)),
    };
  }

  return {
    seenBy,
    async catchUp() {
      if (latest.change >= 0) await inLibrary(place, momentOf);
    },
  };
}

function keep(list: ShelvedReport[], seen: Seen): Kept {
  return {
    list,
    reports: new Map(list.map((report) => [report.id, report])),
    seen,
    counts: new Map(),
    statements: new Map(),
  };
}

function idsOf({ list }: Kept): string[] {
  return list.map(({ id }) => id);
}

/** Figures of what is seen; what was counted before is remembered. */
async function figuresOf(session: LibrarySession, kept: Kept, terms: readonly string[]): Promise<SeenFigures> {
  const { list, counts, seen } = kept;
  const unknown = [...new Set(terms)].filter((term) => !counts.has(term));
  if (unknown.length > 0) for (const [term, count] of await countTerms(session, unknown, seen)) counts.set(term, count);
  return {
    chunkCount: list.reduce((sum, { chunkCount }) => sum + chunkCount, 0),
    documentFrequency: counts,
    meanLength: meanLengthOf(list),
  };
}

/** What some chunks say; those that were asked for last are remembered. */
async function statementsOf(
  session: LibrarySession,
  { reports, statements: known }: Kept,
  chunks: readonly Chunk[],
): Promise<(Statement[] | undefined)[]> {
  const keyOf = ({ reportId, order }: Chunk) => `${reportId} ${order}`;
  const unknown = chunks.filter((chunk) => reports.has(chunk.reportId) && !known.has(keyOf(chunk)));
  const read = unknown.length > 0 ? await readStatements(session, unknown) : [];
  unknown.forEach((chunk, at) => known.set(keyOf(chunk), read[at]));
  const statements = chunks.map((chunk) => (reports.has(chunk.reportId) ? known.get(keyOf(chunk)) : undefined));
  for (const oldest of [...known.keys()].slice(0, -KEPT_CHUNKS)) known.delete(oldest);
  return statements;
}
