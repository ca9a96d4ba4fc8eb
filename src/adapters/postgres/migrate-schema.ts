import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PostgresDatabase, Session } from './database.ts';
import { postgresFault } from './postgres-error.ts';

/** Folder of the steps: `0001-name.up.sql` goes forward, `0001-name.down.sql` back; each stays as it is for ever. */
const FOLDER = join(import.meta.dirname, 'migrations');
const UP = '.up.sql';

/** A step from one version of the tables to the next. */
interface Step {
  version: number;
  up: string;
  down: string;
}

/** The version of the tables that this program uses. */
export function latestVersion(): number {
  return readSteps().length;
}

/**
 * Takes the tables of a database to a version, forward or back, each step wholly or not at all. Several processes may
 * do it at once: each step is done once.
 * @param version absent: the one that this program uses
 * @throws StorageError when the tables are of a version that this program does not know
 */
export async function migrateSchema(db: PostgresDatabase, version?: number): Promise<void> {
  const steps = readSteps();
  const wanted = version ?? steps.length;
  if ((await versionOf(db)) === wanted) return;
  await makeVersionTable(db);
  while (!(await db.transaction((session) => goOneStep(session, steps, wanted, db.place))));
}

/** The version of a database's tables; 0 where there are none. */
export async function versionOf(session: Session): Promise<number> {
  if (!(await hasVersionTable(session))) return 0;
  return Number((await session.one('SELECT version FROM footnote_schema'))?.['version'] ?? 0);
}

async function hasVersionTable(session: Session): Promise<boolean> {
  const row = await session.one("SELECT to_regclass('footnote_schema') IS NOT NULL AS known");
  return row?.['known'] === true;
}

/**
 * The server refuses a table, `IF NOT EXISTS` or not, that another session makes at the same moment, with one of three
 * states of SQL. Whatever it said: the table of the one that was first is there now, with its row.
 */
async function makeVersionTable(db: PostgresDatabase): Promise<void> {
  try {
    await db.transaction(createVersion);
  } catch (error) {
    if (!(await hasVersionTable(db))) throw error;
  }
}

async function createVersion(session: Session): Promise<void> {
  await session.run(
    'CREATE TABLE IF NOT EXISTS footnote_schema (one integer PRIMARY KEY CHECK (one = 1), version integer NOT NULL)',
  );
  await session.run('INSERT INTO footnote_schema VALUES (1, 0) ON CONFLICT DO NOTHING');
}

/** True when nothing is to be done any more. Whoever else does the same waits for the row, and then sees the next. */
async function goOneStep(session: Session, steps: readonly Step[], wanted: number, place: string): Promise<boolean> {
  const row = await session.one('SELECT version FROM footnote_schema WHERE one = 1 FOR UPDATE');
  const version = Number(row?.['version']);
  if (version > steps.length)
    throw postgresFault(place, 'other_version', `theirs is ${version}, this one knows ${steps.length}`);
  if (version === wanted) return true;
  const isForward = version < wanted;
  const step = steps[isForward ? version : version - 1];
  if (!step) throw new RangeError(`there is no version ${wanted} of the tables`);
  await session.run(isForward ? step.up : step.down);
  await session.run('UPDATE footnote_schema SET version = $1', [isForward ? version + 1 : version - 1]);
  return false;
}

function readSteps(): Step[] {
  const names = readdirSync(FOLDER)
    .filter((name) => name.endsWith(UP))
    .toSorted();
  const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
  return names.map((name, at) => ({
    version: at + 1,
    up: read(name),
    down: read(name.replace(UP, '.down.sql')),
  }));
}
