import type { Audience } from '../domain/audience.ts';
import { OPERATOR } from '../domain/audience.ts';
import { UnreadableReportError } from '../domain/errors.ts';
import type { Library } from '../domain/ports.ts';
import type { PreparedReport, Report } from '../domain/report.ts';
import type { SourceReport } from '../domain/source.ts';
import { prepareReport, reportIdOf } from './prepare-report.ts';

/** Reports are stored together up to this many chunks: a transaction costs the same for one as for many. */
const CHUNKS_PER_TRANSACTION = 400;

/** A file that was opened: its hash is known before it is read. */
export interface OpenedFile {
  /** File name without its folder. */
  file: string;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  hash: string;
  read(): Promise<SourceReport>;
  /** Keeps a copy under the report's id, where its format has pages to show; nothing is done when there is one. */
  keep(reportId: string): void;
}

/** What the caller of ingest may say. */
export interface IngestOptions {
  /** Who may see the reports, from their first moment on, also those that the index already holds. Absent: as `Library.add` has it. */
  audience?: Audience;
  /** Called after each file. */
  onProgress?(done: number, total: number, file: string): void;
}

/** What ingest stands on. */
export interface IngestParts extends IngestOptions {
  library: Library;
  /** @throws UnreadableReportError when the file cannot be taken */
  openFile(path: string): Promise<OpenedFile>;
}

/** What became of each file. */
export interface IngestResult {
  added: Report[];
  /** Files whose content the index already holds. */
  unchanged: string[];
  /** Files that were refused: one sentence each, that says what is wrong and what to do. */
  refused: { path: string; reason: string }[];
}

/** Takes files into the library. A refused file does not stop the others, and leaves the index as it was. */
export async function ingestFiles(paths: string[], { library, openFile, audience, onProgress }: IngestParts): Promise<IngestResult> {
  const result: IngestResult = { added: [], unchanged: [], refused: [] };
  const held = new Map((await library.seenBy(OPERATOR).reports()).map(({ id, file }) => [id, file]));
  let waiting: PreparedReport[] = [];

  async function store(): Promise<void> {
    if (waiting.length > 0) await library.add(waiting, audience);
    result.added.push(...waiting.map(({ report }) => report));
    waiting = [];
  }

  for (const [index, path] of paths.entries()) {
    try {
      const opened = await openFile(path);
      const id = reportIdOf(opened.hash);
      if (held.has(id)) {
        if (audience !== undefined) await library.setAudience(id, audience);
        result.unchanged.push(path);
      } else {
        const prepared = prepareReport(await opened.read());
        held.set(id, opened.file);
        waiting = [...waiting.filter(({ report }) => report.file !== opened.file), prepared];
      }
      // Before the report goes in: one that is in has its copy. A known file restores a copy that was lost.
      opened.keep(id);
    } catch (error) {
      if (!(error instanceof UnreadableReportError)) throw error;
      result.refused.push({ path, reason: error.message });
    }
    if (waiting.reduce((sum, { chunks }) => sum + chunks.length, 0) >= CHUNKS_PER_TRANSACTION) await store();
    onProgress?.(index + 1, paths.length, path);
  }
  await store();
  return result;
}
