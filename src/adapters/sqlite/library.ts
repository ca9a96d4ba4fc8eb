import { StorageError } from '../../domain/errors.ts';
import type { Embedder, Library } from '../../domain/ports.ts';
import type { Database } from './database.ts';
import { describeStored } from './descriptions.ts';
import { deleteReport, insertReport } from './library-rows-in.ts';
import { inTransaction } from './in-transaction.ts';
import { openDatabase } from './library-schema.ts';
import type { Vectors } from './library-search.ts';
import { makeIndexFolder } from './make-index-folder.ts';
import { NarrowVectors } from '../vectors/narrow-vectors.ts';
import { readAnew } from './read-anew.ts';
import { dropEmptyShelves, moveReport, readShelves, shelfOf } from './shelves.ts';
import { embedChunks } from '../vectors/embed-chunks.ts';
import { embedAnew, syncIndex } from '../vectors/sync-vectors.ts';
import { VectorIndex } from '../vectors/vector-index.ts';
import { createViews, versionOf } from './visible-library.ts';

/**
 * Opens the library in a folder: one SQLite database (reports, pages, sections, chunks, full text, vectors) and
 * beside it the vector index, which is rebuilt from the database whenever it does not fit.
 * @param say takes a line when rows are passed over
 * @throws StorageError when the database cannot be opened, read or written
 */
export function openSqliteLibrary(
  directory: string,
  embedder: Embedder,
  say: (line: string) => void = () => undefined,
): Library {
  makeIndexFolder(directory);
  const db = openDatabase(directory, say);
  const currentVectors = followVectors(db, directory, embedder);

  return {
    async add(added, audience, replaced) {
      await embedAnew(db, embedder);
      const vectors = await embedChunks(added, embedder);
      changeShelves(db, () =>
        added.forEach((report, at) => insertReport(db, report, { vectors: vectors[at] ?? [], audience, replaced })),
      );
    },
    readAnew: (reader, progress) => readAnew(db, reader, progress),
    remove: (reportId) => Promise.resolve(changeShelves(db, () => deleteReport(db, reportId))),
    audienceOf(reportId) {
      const shelf = shelfOf(db, reportId);
      return Promise.resolve(readShelves(db).find(({ id }) => id === shelf)?.audience);
    },
    setAudience: (reportId, audience) => Promise.resolve(changeShelves(db, () => moveReport(db, reportId, audience))),
    describe: (reportId, said) => Promise.resolve(inTransaction(db, () => describeStored(db, reportId, said))),
    seenBy: createViews(db, currentVectors),
    async close() {
      try {
        // Whoever only listed and showed reports has no vectors to save, and need not load them to end.
        if (ownChanges(db) > 0 || currentVectors.isLoaded()) (await currentVectors()).everyones.save();
      } catch (error) {
        // Derived, and built anew at the next start: what was done before is done.
        if (!(error instanceof StorageError)) throw error;
        say(error.message);
      } finally {
        db.close();
      }
    },
  };
}

/** Loads the vectors when they are first needed, and follows what this and other processes change. */
function followVectors(
  db: Database,
  directory: string,
  embedder: Embedder,
): (() => Promise<Vectors>) & { isLoaded(): boolean } {
  let vectors: Vectors | undefined;
  let seen = '';
  const current = async () => {
    await embedAnew(db, embedder);
    if (!vectors) {
      vectors = {
        everyones: new VectorIndex(directory, {
          library: readMeta(db, 'library'),
          embedder: embedder.id,
          dimension: embedder.dimension,
        }),
        narrow: new NarrowVectors(),
      };
      vectors.everyones.load();
    }
    const version = versionOf(db);
    if (version === seen) return vectors;
    syncIndex(db, vectors.everyones);
    vectors.narrow.sync(db);
    seen = version;
    return vectors;
  };
  return Object.assign(current, { isLoaded: () => vectors !== undefined });
}

/** Rows that this connection has changed. */
function ownChanges(db: Database): number {
  return Number(db.prepare('SELECT total_changes() AS changes').get()?.['changes']);
}

function changeShelves<T>(db: Database, change: () => T): T {
  return inTransaction(db, () => {
    const result = change();
    dropEmptyShelves(db);
    return result;
  });
}

function readMeta(db: Database, key: string): string {
  return String(db.prepare('SELECT value FROM meta WHERE key = ?').get(key)?.['value'] ?? '');
}
