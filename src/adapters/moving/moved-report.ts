import type { Audience } from '../../domain/audience.ts';
import type { StoredReport } from '../../domain/ports.ts';
import type { PreparedReport } from '../../domain/prepared-report.ts';
import type { Chunk, NameRuns, Report } from '../../domain/report.ts';
import type { PageLayout } from '../../domain/source.ts';
import type { Statement } from '../../domain/statement.ts';
import type { StoredRow } from '../sound-rows.ts';

/** A report as it goes from one engine to the other: with all that stands on it. */
export interface MovedReport {
  prepared: PreparedReport;
  /** One for each chunk. */
  vectors: Float32Array[];
  audience: Audience;
}

/** What an engine stores of a report. */
export interface StoredParts {
  stored: StoredReport;
  /** The report as it was read, where a person described it in another way. */
  read: Report | undefined;
  chunks: Chunk[];
  vectors: Float32Array[];
  /** One for each chunk. */
  statements: (Statement[] | undefined)[];
  /** Rows of `statements`, of which the reader is taken. */
  readers: StoredRow[];
  aliases: string[][];
  names: NameRuns;
  recognised: { page: number; layout: PageLayout }[];
  audience: Audience;
}

/** Stands for the reader where statements are missing: they are read again when the library is opened. */
const NONE = 'none';

/** Puts a report together again as it was when it was added. */
export function movedReport(parts: StoredParts): MovedReport {
  const { stored, read, chunks, vectors, statements, readers, aliases, names, recognised, audience } = parts;
  const ids = new Set(readers.map(({ reader }) => String(reader)));
  const [reader = NONE] = ids;
  const isWhole = ids.size === 1 && statements.every((of) => of !== undefined);
  return {
    prepared: {
      report: read ?? stored.report,
      text: stored.text,
      pages: stored.pages,
      sections: stored.sections,
      chunks,
      statements: statements.map((of) => of ?? []),
      reader: isWhole ? reader : NONE,
      aliases,
      names,
      ...(recognised.length > 0 ? { recognised } : {}),
    },
    vectors,
    audience,
  };
}
