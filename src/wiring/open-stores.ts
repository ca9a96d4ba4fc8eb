import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createPostgresAnswers } from '../adapters/postgres/answers.ts';
import { createPostgresFeedback } from '../adapters/postgres/feedback.ts';
import { createPostgresInbox } from '../adapters/postgres/inbox.ts';
import { createPostgresInstallations } from '../adapters/postgres/installations.ts';
import { createPostgresLedger } from '../adapters/postgres/ledger.ts';
import { createPostgresLibrary } from '../adapters/postgres/library.ts';
import { createPostgresModelStore } from '../adapters/postgres/model-store.ts';
import type { LibraryPlace } from '../adapters/postgres/open-postgres.ts';
import { createPostgresOriginals } from '../adapters/postgres/originals.ts';
import { createPostgresPreferences } from '../adapters/postgres/preferences.ts';
import { createPostgresReviewStore } from '../adapters/postgres/review-store.ts';
import { createPostgresSessions } from '../adapters/postgres/sessions.ts';
import { createPostgresTaken } from '../adapters/postgres/taken-documents.ts';
import type { KeptOriginals } from '../adapters/readers/originals.ts';
import { keptInFolder, openOriginals } from '../adapters/readers/originals.ts';
import { openSqliteAnswers } from '../adapters/sqlite/answers.ts';
import { openSqliteFeedback } from '../adapters/sqlite/feedback.ts';
import { openSqliteInbox } from '../adapters/sqlite/inbox.ts';
import { openSqliteInstallations } from '../adapters/sqlite/installations.ts';
import { openSqliteLedger } from '../adapters/sqlite/ledger.ts';
import { openSqliteLibrary } from '../adapters/sqlite/library.ts';
import { makeIndexFolder } from '../adapters/sqlite/make-index-folder.ts';
import { openSqliteModelStore } from '../adapters/sqlite/model-store.ts';
import { openSqlitePreferences } from '../adapters/sqlite/preferences.ts';
import { openSqliteReviewStore } from '../adapters/sqlite/review-store.ts';
import { openSqliteSessions } from '../adapters/sqlite/sessions.ts';
import { openSqliteTaken } from '../adapters/sqlite/taken-documents.ts';
import type { FeedbackStore } from '../domain/feedback.ts';
import type { AnswerStore } from '../domain/given-answer.ts';
import type { TakenDocuments } from '../domain/origin.ts';
import type {
  Embedder,
  Inbox,
  Installations,
  Ledger,
  Library,
  ModelStore,
  Preferences,
  ReviewStore,
} from '../domain/ports.ts';
import type { Sessions } from '../domain/sessions.ts';
import { FIRST_HASH, sealEntry } from '../review/seal-entry.ts';

/** A store that lets go of what it holds. */
export type Closing<T> = T & { close(): void };

/** The stores of one library, each opened when it is asked for. */
export interface Stores {
  library(embedder: Embedder): Library;
  review(): Closing<ReviewStore>;
  answers(): Closing<AnswerStore>;
  sessions(): Closing<Sessions>;
  feedback(): Closing<FeedbackStore>;
  ledger(): Closing<Ledger>;
  models(): Closing<ModelStore>;
  inbox(): Closing<Inbox>;
  preferences(): Closing<Preferences>;
  installations(tokenKey: string): Closing<Installations>;
  taken(): Closing<TakenDocuments>;
  /** Copies of the files that were taken in. */
  originals(): KeptOriginals;
  /** Whether a workspace has a library of its own beside this one. */
  isThere(team: string): Promise<boolean>;
}

/** How entries of the log are closed. */
const SEALING = { now: Date.now, seal: sealEntry, firstHash: FIRST_HASH };

/**
 * Opens the stores of a library: in a database where there is one, else in files of its folder.
 * @param directory folder of the index; beside a database it holds what is derived
 * @param say takes a line for the log
 */
export function openStores(directory: string, place: LibraryPlace | undefined, say: (line: string) => void): Stores {
  return place ? postgresStores(directory, place, say) : sqliteStores(directory, say);
}

function sqliteStores(directory: string, say: (line: string) => void): Stores {
  return {
    library: (embedder) => openSqliteLibrary(directory, embedder, say),
    review: () => openSqliteReviewStore(directory, { ...SEALING, say }),
    answers: () => openSqliteAnswers(directory, say),
    sessions: () => openSqliteSessions(directory, Date.now, say),
    feedback: () => openSqliteFeedback(directory, Date.now, say),
    ledger: () => openSqliteLedger(directory, Date.now, say),
    models: () => openSqliteModelStore(directory, Date.now, say),
    inbox: () => openSqliteInbox(directory, Date.now, say),
    preferences: () => openSqlitePreferences(directory, say),
    installations: (tokenKey) => openSqliteInstallations(directory, tokenKey, say),
    taken: () => openSqliteTaken(directory, say),
    originals: () => keptInFolder(openOriginals(directory)),
    isThere: (team) => Promise.resolve(existsSync(join(directory, 'workspaces', team))),
  };
}

function postgresStores(directory: string, place: LibraryPlace, say: (line: string) => void): Stores {
  // Whoever opened the database closes it.
  const closing = <T extends object>(store: T): Closing<T> => ({ ...store, close: () => undefined });
  return {
    library(embedder) {
      makeIndexFolder(directory);
      return createPostgresLibrary(place, { embedder, directory, say });
    },
    review: () => closing(createPostgresReviewStore(place, SEALING)),
    answers: () => closing(createPostgresAnswers(place)),
    sessions: () => closing(createPostgresSessions(place, Date.now)),
    feedback: () => closing(createPostgresFeedback(place, Date.now)),
    ledger: () => closing(createPostgresLedger(place, Date.now)),
    models: () => closing(createPostgresModelStore(place, Date.now, say)),
    inbox: () => closing(createPostgresInbox(place)),
    preferences: () => closing(createPostgresPreferences(place)),
    installations: (tokenKey) => closing(createPostgresInstallations(place, tokenKey)),
    taken: () => closing(createPostgresTaken(place)),
    originals: () => createPostgresOriginals(place, openOriginals(directory), Date.now),
    isThere: async (team) => (await place.db.one('SELECT 1 FROM libraries WHERE library = $1', [team])) !== undefined,
  };
}
