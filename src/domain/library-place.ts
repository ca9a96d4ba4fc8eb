import { z } from 'zod';

/** The address of a database of PostgreSQL. */
export const DatabaseUrl = z.url({
  protocol: /^postgres(?:ql)?$/u,
  error: 'must be postgres://USER:PASSWORD@HOST:5432/DATABASE',
});

/** Where the stores of a library are. */
export interface DatabaseSettings {
  /** Absent: in files of the index's folder. */
  database?: {
    url: string;
    /** Name of the library within the database: `main`, or the id of a workspace that has one of its own. */
    library: string;
  };
}

/** The library of all, and of the web pages that everyone may reach. */
export const MAIN_LIBRARY = 'main';
