import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LibraryError } from '../../domain/errors.ts';
import { foldersOf } from '../index-folder/index-files.ts';
import type { PostgresDatabase } from '../postgres/database.ts';
import type { LibraryPlace } from '../postgres/open-postgres.ts';
import { createPostgresOriginals } from '../postgres/originals.ts';
import { openOriginals, SHOWN } from '../readers/originals.ts';
import { readFacts, readMoved, readReportIds, writeFacts, writeReport } from './library-of-database.ts';
import { hasLibraryFile, openFolderLibrary } from './library-of-folder.ts';
import { MOVED_STORES } from './moved-tables.ts';
import type { MovedRows } from './move-stores.ts';
import { moveStoresToFolder, moveStoresToPostgres } from './move-stores.ts';

/** Name of the file with the secret that signs links. */
const LINK_SECRET = 'link-secret';

/** What went over of one library. */
export interface MovedLibrary {
  /** `main`, or the id of a workspace. */
  library: string;
  reports: number;
  /** Rows of everything else, by table. */
  rows: MovedRows;
}

/** What a move tells, and what it is called. */
export interface Moving {
  /** The library of all: its files stand in the folder itself. */
  main: string;
  /** Takes a line for the log. */
  say(line: string): void;
  onProgress?(done: number, total: number): void;
}

/**
 * Copies the index of a folder into a database. What is in the folder stays; Footnote must not run. Begun again after
 * it was broken off, it goes on with the reports that are missing.
 */
export async function moveToPostgres(directory: string, db: PostgresDatabase, moving: Moving): Promise<MovedLibrary[]> {
  const moved: MovedLibrary[] = [];
  for (const folder of foldersOf(directory)) {
    const library = folder === '' ? moving.main : basename(folder);
    const from = join(directory, folder);
    const place = { db, library };
    const reports = hasLibraryFile(from) ? await copyReportsIn(from, place, moving) : 0;
    await copyOriginalsIn(from, place);
    moved.push({ library, reports, rows: await moveStoresToPostgres(from, place, moving.say) });
  }
  return moved;
}

/**
 * Copies what a database holds into a new folder. What is in the database stays; Footnote must not run.
 * @param files where the secret of links is
 * @throws LibraryError when the folder holds something
 */
export async function moveToFolder(
  db: PostgresDatabase,
  directory: string,
  files: string,
  moving: Moving,
): Promise<MovedLibrary[]> {
  if (existsSync(directory) && readdirSync(directory).length > 0)
    throw new LibraryError(`${directory} holds something already. Nothing was copied: name a new folder.`);
  const moved: MovedLibrary[] = [];
  for (const library of await librariesIn(db, moving.main)) {
    const folder = library === moving.main ? '' : join('workspaces', library);
    const place = { db, library };
    const reports = await copyReportsOut(place, join(directory, folder), moving);
    copySecret(join(files, folder), join(directory, folder));
    await copyOriginalsOut(place, join(directory, folder));
    moved.push({ library, reports, rows: await moveStoresToFolder(place, join(directory, folder), moving.say) });
  }
  return moved;
}

async function copyReportsIn(directory: string, place: LibraryPlace, { say, onProgress }: Moving): Promise<number> {
  const from = openFolderLibrary(directory, say);
  try {
    const facts = from.facts();
    await writeFacts(place, facts);
    const ids = from.reportIds();
    for (const [at, id] of ids.entries()) {
      await writeReport(place, from.report(id));
      onProgress?.(at + 1, ids.length);
    }
    await writeFacts(place, facts);
    return ids.length;
  } finally {
    from.close();
  }
}

async function copyReportsOut(place: LibraryPlace, directory: string, { say, onProgress }: Moving): Promise<number> {
  const to = openFolderLibrary(directory, say);
  try {
    const facts = await readFacts(place);
    to.writeFacts(facts);
    const ids = await readReportIds(place);
    for (const [at, id] of ids.entries()) {
      to.write(await readMoved(place, id));
      onProgress?.(at + 1, ids.length);
    }
    to.writeFacts(facts);
    return ids.length;
  } finally {
    to.close();
  }
}

/** The secret that signs links: it is in no database. */
function copySecret(from: string, to: string): void {
  if (existsSync(join(from, LINK_SECRET))) copyFileSync(join(from, LINK_SECRET), join(to, LINK_SECRET));
}

async function copyOriginalsIn(directory: string, place: LibraryPlace): Promise<void> {
  const local = openOriginals(directory);
  const originals = createPostgresOriginals(place, local, Date.now);
  for (const id of await readReportIds(place)) {
    const path = local.pathOf(id);
    if (path !== undefined) await originals.keep(id, SHOWN, readFileSync(path));
  }
}

async function copyOriginalsOut(place: LibraryPlace, directory: string): Promise<void> {
  const originals = createPostgresOriginals(place, openOriginals(directory), Date.now);
  for (const id of await readReportIds(place)) await originals.pathOf(id);
}

/** Libraries of which a database holds something. */
async function librariesIn(db: PostgresDatabase, main: string): Promise<string[]> {
  const tables = ['libraries', ...MOVED_STORES.flatMap((store) => store.tables.map(({ name }) => name))];
  const rows = await db.all(tables.map((name) => `SELECT library FROM ${name}`).join(' UNION '));
  return [...new Set([main, ...rows.map(({ library }) => String(library))])].toSorted();
}
