import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { UnreadableReportError } from '../../domain/errors.ts';
import type { ReportReader } from '../../domain/ports.ts';
import type { PreparedReport } from '../../domain/prepared-report.ts';
import type { FetchLimits } from './fetch-report.ts';
import { fetchReport } from './fetch-report.ts';
import type { KeptOriginals, Originals } from './originals.ts';

/** A file that was opened and not yet read. */
interface OpenedFile {
  file: string;
  hash: string;
  /** Where it was fetched from. */
  address?: string;
  read(reportId: string): Promise<PreparedReport>;
  keep(reportId: string): Promise<void> | void;
}

/** What opening stands on. */
interface OpenFileParts {
  keep: (Originals | KeptOriginals)['keep'];
  readers: readonly Pick<ReportReader, 'extensions' | 'largest'>[];
  /** Reads a file's content and makes it ready. */
  read(job: { path: string; extension: string; bytes: Uint8Array; id: string }): Promise<PreparedReport>;
}

/**
 * Opens a report file: its content is read once, and everything else is done with that.
 * @param file what it is called, when it is not what it is kept as
 * @throws UnreadableReportError, also from `read`, when the file cannot be taken; the message says what to do
 */
export async function openFile(
  path: string,
  { readers, read, keep }: OpenFileParts,
  file = basename(path),
): Promise<OpenedFile> {
  const { largest } = readerOf(path, readers);
  return openedFrom(join(dirname(path), file), await readBytes(path, file, largest), { read, keep });
}

/**
 * Opens what lies at an address as a file.
 * @throws UnreadableReportError likewise
 */
export async function openAddress(
  address: string,
  { readers, read, keep, allowPrivate }: OpenFileParts & Pick<FetchLimits, 'allowPrivate'>,
): Promise<OpenedFile> {
  const { name, bytes } = await fetchReport(address, { allowPrivate });
  readerOf(name, readers);
  return { ...openedFrom(name, bytes, { read, keep }), address };
}

function openedFrom(path: string, bytes: Uint8Array, { read, keep }: Pick<OpenFileParts, 'read' | 'keep'>): OpenedFile {
  const extension = extname(path).toLowerCase();
  return {
    file: basename(path),
    hash: createHash('sha256').update(bytes).digest('hex'),
    read: (id) => read({ path, extension, bytes, id }),
    keep: (reportId) => keep(reportId, extension, bytes),
  };
}

function readerOf(path: string, readers: OpenFileParts['readers']): Pick<ReportReader, 'extensions' | 'largest'> {
  const file = basename(path);
  const extension = extname(path).toLowerCase();
  const reader = readers.find(({ extensions }) => extensions.includes(extension));
  if (!reader) {
    const formats = readers.flatMap(({ extensions }) => extensions).join(', ');
    throw new UnreadableReportError(
      `${file}: ${extension === '' ? 'a file without an extension' : `the format ${extension}`} is not read; ` +
        `save the report as one of ${formats}.`,
    );
  }
  return reader;
}

/** Without `O_NONBLOCK`, opening a pipe waits for somebody who writes into it. */
const READ_WITHOUT_WAITING = constants.O_RDONLY | constants.O_NONBLOCK;

async function readBytes(path: string, file: string, largest: number): Promise<Uint8Array> {
  let opened: FileHandle | undefined;
  try {
    opened = await open(path, READ_WITHOUT_WAITING);
    return await readWhole(opened, file, largest);
  } catch (cause) {
    if (cause instanceof UnreadableReportError) throw cause;
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new UnreadableReportError(
      `${file}: cannot be opened (${reason}); check that it is there and that you may read it.`,
      { cause },
    );
  } finally {
    await opened?.close();
  }
}

/** The content of an open file; one that grows or shrinks meanwhile is not done yet. */
async function readWhole(opened: FileHandle, file: string, largest: number): Promise<Uint8Array> {
  const before = await opened.stat();
  if (before.isDirectory())
    throw new UnreadableReportError(
      `${file}: cannot be opened (EISDIR): it is a folder, whatever its name says. Name the report in it.`,
    );
  if (!before.isFile())
    throw new UnreadableReportError(`${file}: is a pipe, a socket or a device and no file; save the report as a file.`);
  if (before.size === 0) throw new UnreadableReportError(`${file}: is empty; there is nothing to index.`);
  if (before.size > largest) {
    throw new UnreadableReportError(
      `${file}: is ${megabytes(before.size)} MB, more than ${megabytes(largest)} MB; split it into parts.`,
    );
  }
  const bytes = new Uint8Array(before.size);
  let length = 0;
  for (let count = -1; count !== 0 && length < bytes.length; length += count)
    count = (await opened.read(bytes, length, bytes.length - length, length)).bytesRead;
  const after = await opened.stat();
  if (length !== after.size || after.mtimeMs !== before.mtimeMs) {
    throw new UnreadableReportError(`${file}: changed while it was read; take it in again when nothing writes to it.`);
  }
  return bytes;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
