import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Embedder, Library } from '../domain/ports.ts';
import type { PreparedReport } from '../domain/report.ts';
import { deleteReport, insertReport } from './library-rows-in.ts';
import { readAliases, readChunks, readNameRuns, readReport, readReports } from './library-rows-out.ts';
import { openDatabase } from './library-schema.ts';
import { countChunks, readFrequencies, searchLibrary } from './library-search.ts';
import { embedAnew, embeddedText, syncIndex } from './sync-vectors.ts';
import { VectorIndex } from './vector-index.ts';

/** Texts handed to the embedder at once. */
const EMBED_BATCH = 256;

/**
 * Opens the library in a folder: one SQLite database (reports, pages, sections, chunks, full text, vectors) and
 * beside it the vector index, which is rebuilt from the database whenever it does not fit.
 * @throws LibraryError when the database cannot be opened
 */
export function openSqliteLibrary(directory: string, embedder: Embedder): Library {
  mkdirSync(directory, { recursive: true });
  const db = openDatabase(join(directory, 'library.db'));
  let index: VectorIndex | undefined;
  let seen = '';
  const whole = cacheOf(() => versionOf(db));
  const reports = whole(() => readReports(db));
  const aliases = whole(() => readAliases(db));
  const nameRuns = whole(() => readNameRuns(db));
  const counts = whole(() => ({ chunkCount: countChunks(db), documentFrequency: new Map<string, number>() }));

  /** Loads the vector index when it is first needed, and follows what this and other processes change. */
  async function currentIndex(): Promise<VectorIndex> {
    await embedAnew(db, embedder);
    if (!index) {
      index = new VectorIndex(directory, { library: readMeta(db, 'library'), embedder: embedder.id, dimension: embedder.dimension });
      index.load();
    }
    const version = versionOf(db);
    if (version !== seen) syncIndex(db, index);
    seen = version;
    return index;
  }

  return {
    async add(added) {
      await embedAnew(db, embedder);
      const vectors = await embedChunks(added, embedder);
      inTransaction(db, () => added.forEach((report, at) => insertReport(db, report, vectors[at] ?? [])));
    },
    remove: (reportId) => Promise.resolve(inTransaction(db, () => deleteReport(db, reportId))),
    search: async (query) => searchLibrary(db, await currentIndex(), query),
    frequencies: (terms) => Promise.resolve(readFrequencies(db, terms, counts())),
    aliases: () => Promise.resolve(aliases()),
    nameRuns: () => Promise.resolve(nameRuns()),
    reports: () => Promise.resolve(reports()),
    report: (reportId) => Promise.resolve(readReport(db, reportId)),
    chunks: (reportId) => Promise.resolve(readChunks(db, reportId)),
    async close() {
      (await currentIndex()).save();
      db.close();
    },
  };
}

/** What every question needs of all reports, kept until something changes: reading it takes longer than searching. */
function cacheOf(currentVersion: () => string): <T>(read: () => T) => () => T {
  return (read) => {
    let kept: { version: string; value: ReturnType<typeof read> } | undefined;
    return () => {
      const version = currentVersion();
      if (kept?.version !== version) kept = { version, value: read() };
      return kept.value;
    };
  };
}

/** Changes with every commit, of this connection (first number) or of another one (second). */
function versionOf(db: DatabaseSync): string {
  const own = db.prepare('SELECT total_changes() AS changes').get()?.['changes'];
  const others = db.prepare('PRAGMA data_version').get()?.['data_version'];
  return `${Number(own)} ${Number(others)}`;
}

function readMeta(db: DatabaseSync, key: string): string {
  return String(db.prepare('SELECT value FROM meta WHERE key = ?').get(key)?.['value'] ?? '');
}

async function embedChunks(reports: PreparedReport[], embedder: Embedder): Promise<Float32Array[][]> {
  const texts = reports.flatMap(({ chunks }) => chunks.map(embeddedText));
  const vectors: Float32Array[] = [];
  for (let at = 0; at < texts.length; at += EMBED_BATCH) vectors.push(...(await embedder.embed(texts.slice(at, at + EMBED_BATCH))));
  let taken = 0;
  return reports.map(({ chunks }) => {
    taken += chunks.length;
    return vectors.slice(taken - chunks.length, taken);
  });
}

function inTransaction<T>(db: DatabaseSync, change: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = change();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
