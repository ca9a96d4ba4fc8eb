import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { UnreadableReportError } from '../domain/errors.ts';
import type { ReportReader } from '../domain/ports.ts';
import type { SourceReport } from '../domain/source.ts';
import type { Originals } from './originals.ts';

/** Largest file that is taken in, in bytes: a report of thousands of pages stays far below. */
const LARGEST_FILE = 256 * 1024 * 1024;

/** A file that was opened and not yet read. */
interface OpenedFile {
  file: string;
  hash: string;
  read(): Promise<SourceReport>;
  keep(reportId: string): void;
}

/**
 * Opens a report file and picks its reader.
 * @throws UnreadableReportError, also from `read`, when the file cannot be taken; the message says what to do
 */
export async function openFile(path: string, readers: readonly ReportReader[], originals: Pick<Originals, 'keep'>): Promise<OpenedFile> {
  const file = basename(path);
  const extension = extname(path).toLowerCase();
  const reader = readers.find(({ extensions }) => extensions.includes(extension));
  if (!reader) {
    const formats = readers.flatMap(({ extensions }) => extensions).join(', ');
    throw new UnreadableReportError(`${file}: ${extension === '' ? 'a file without an extension' : `the format ${extension}`} is not read; save the report as one of ${formats}.`);
  }
  const bytes = await readBytes(path, file);
  return { file, hash: createHash('sha256').update(bytes).digest('hex'), read: () => reader.read(path, bytes), keep: (reportId) => originals.keep(reportId, extension, bytes) };
}

async function readBytes(path: string, file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size === 0) throw new UnreadableReportError(`${file}: is empty; there is nothing to index.`);
    if (size > LARGEST_FILE) {
      throw new UnreadableReportError(`${file}: is ${Math.round(size / 1024 / 1024)} MB, more than ${LARGEST_FILE / 1024 / 1024} MB; split it into parts.`);
    }
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof UnreadableReportError) throw cause;
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new UnreadableReportError(`${file}: cannot be opened (${reason}); check that it is there and that you may read it.`, { cause });
  }
}
