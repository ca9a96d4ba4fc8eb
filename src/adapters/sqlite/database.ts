import type {
  DatabaseSync,
  SQLInputValue,
  SQLOutputValue,
  StatementResultingChanges,
  StatementSync,
} from 'node:sqlite';
import type { PassesOver } from '../sound-rows.ts';
import { createPassOver } from '../sound-rows.ts';

/** A row as SQLite gives it. */
export type Row = Record<string, SQLOutputValue>;

/** A prepared statement. */
export interface Statement {
  run(...values: SQLInputValue[]): StatementResultingChanges;
  get(...values: SQLInputValue[]): Row | undefined;
  all(...values: SQLInputValue[]): Row[];
}

/** What the stores use of a database. Whatever fails in it is told in words: see `guardDatabase`. */
export interface Database extends PassesOver {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  readonly isTransaction: boolean;
  close(): void;
}

/** What a guarded database tells. */
export interface Guard {
  path: string;
  /** The error to throw for one of SQLite's. */
  errorOf(cause: unknown): unknown;
  /** Takes a line for the log. */
  say(line: string): void;
}

/**
 * A database whose failures are errors of our own: damage shows itself at any reading and writing, not only at the
 * start.
 */
export function guardDatabase(db: DatabaseSync, { path, errorOf, say }: Guard): Database {
  function attempt<T>(act: () => T): T {
    try {
      return act();
    } catch (cause) {
      throw errorOf(cause);
    }
  }
  return {
    exec: (sql) => attempt(() => db.exec(sql)),
    prepare(sql) {
      const statement = attempt(() => db.prepare(sql));
      return {
        run: (...values) => attempt(() => statement.run(...values)),
        get: (...values) => attempt(() => read(statement, () => statement.get(...values))),
        all: (...values) => attempt(() => readAll(statement, () => statement.all(...values))),
      };
    },
    get isTransaction() {
      return db.isTransaction;
    },
    passOver: createPassOver(path, say),
    close: () => attempt(() => db.close()),
  };
}

/**
 * An integer beyond 2^53, which only damage writes, would end the reading of all rows: it is read as nearly as it can
 * be, and found to be wrong with its own row.
 */
function readAll(statement: StatementSync, all: () => Row[]): Row[] {
  try {
    return all();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    statement.setReadBigInts(true);
    return all().map(numbersOf);
  }
}

function read(statement: StatementSync, get: () => Row | undefined): Row | undefined {
  return readAll(statement, () => [get()].filter((row) => row !== undefined))[0];
}

function numbersOf(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  );
}
