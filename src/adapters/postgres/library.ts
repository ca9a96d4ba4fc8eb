import { StorageError } from '../../domain/errors.ts';
import type { Embedder, Library } from '../../domain/ports.ts';
import { embedChunks } from '../vectors/embed-chunks.ts';
import { describeStored } from './descriptions.ts';
import { embedAnew } from './follow-vectors.ts';
import { deleteReport, insertReport } from './library-rows-in.ts';
import { changeLibrary } from './library-session.ts';
import { openLibraryVectors } from './library-vectors.ts';
import { reportsOf } from './notices.ts';
import type { LibraryPlace } from './open-postgres.ts';
import { showVectors } from './pgvector.ts';
import { readAnew } from './read-anew.ts';
import { audienceText, EVERYONES, StoredAudience } from './stored-audience.ts';
import { createViews } from './visible-library.ts';

/** What a library stands on besides its database. */
export interface LibraryParts {
  embedder: Embedder;
  /** Folder where this machine keeps its graph of the vectors: derived, and made anew where it is lost. */
  directory: string;
  /** Takes a line for the log. */
  say(line: string): void;
}

/** A library in PostgreSQL. */
export function createPostgresLibrary(place: LibraryPlace, { embedder, directory, say }: LibraryParts): Library {
  const { db, library } = place;
  const vectors = openLibraryVectors(place, directory, embedder);
  const views = createViews(place, vectors.current);
  const stopHearing = db.hear(
    reportsOf(library),
    oneAtATime(async () => {
      await views.catchUp();
      await vectors.catchUp();
    }),
  );
  return {
    async add(added, audience, replaced) {
      await embedAnew(place, embedder);
      const made = await embedChunks(added, embedder);
      await changeLibrary(place, async (change) => {
        for (const [at, report] of added.entries())
          await insertReport(change, report, { vectors: made[at] ?? [], audience, replaced });
      });
    },
    readAnew: (reader, progress) => readAnew(place, reader, progress),
    remove: (reportId) => changeLibrary(place, (change) => deleteReport(change, reportId)),
    async audienceOf(reportId) {
      const row = await db.one('SELECT audience FROM reports WHERE library = $1 AND id = $2', [library, reportId]);
      return StoredAudience.safeParse(row?.['audience']).data;
    },
    setAudience: (reportId, audience) =>
      changeLibrary(place, async (change) => {
        const text = audienceText(audience);
        const row = await change.one(
          'UPDATE reports SET audience = $3 WHERE library = $1 AND id = $2 RETURNING number',
          [library, reportId, text],
        );
        if (!row) return false;
        await showVectors(change, Number(row['number']), text === EVERYONES);
        await change.note(Number(row['number']), text === EVERYONES ? 'shown' : 'hidden');
        return true;
      }),
    describe: (reportId, said) => changeLibrary(place, (change) => describeStored(change, reportId, said)),
    seenBy: views.seenBy,
    async close() {
      stopHearing();
      try {
        vectors.save();
      } catch (error) {
        // Derived, and made anew at the next start: what was done before is done.
        if (!(error instanceof StorageError)) throw error;
        say(error.message);
      }
    },
  };
}

/** Does something when asked, and once more where that happens meanwhile. Whoever reads next hears of faults. */
function oneAtATime(act: () => Promise<void>): () => void {
  let asked = 0;
  async function go(): Promise<void> {
    for (let done = 0; done < asked;) {
      done = asked;
      await act().catch(() => undefined);
    }
    asked = 0;
  }
  return () => {
    asked++;
    if (asked === 1) void go();
  };
}
