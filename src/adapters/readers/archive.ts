import type { UnzipFileInfo } from 'fflate';
import { unzipSync } from 'fflate';
import { UnreadableReportError } from '../../domain/errors.ts';
import { FILE_LIMITS } from '../../domain/file-limits.ts';

/** The parts of a packed file that are read, by their names in lower case; and the names of all. */
export interface Archive {
  names: string[];
  parts: ReadonlyMap<string, Uint8Array>;
}

/** A part this small may be packed as well as it likes, in bytes. */
const SMALL = 1024 * 1024;

/**
 * Unpacks what is wanted of a packed file, into memory alone: no name of a part is ever a path. How much it would be is
 * looked at before anything is unpacked.
 * @param isWanted by the name of a part in lower case
 * @throws UnreadableReportError when the file is damaged, or would unpack to more than any report
 */
export function openArchive(file: string, bytes: Uint8Array, isWanted: (name: string) => boolean): Archive {
  const listed = list(file, bytes);
  if (listed.length > FILE_LIMITS.parts)
    throw refusal(file, `holds more than ${FILE_LIMITS.parts.toLocaleString('en')} parts`);
  const wanted = listed.filter(({ name }) => isWanted(nameOf(name)));
  const total = wanted.reduce((sum, { originalSize }) => sum + originalSize, 0);
  if (total > FILE_LIMITS.unpackedBytes)
    throw refusal(file, `would unpack to more than ${FILE_LIMITS.unpackedBytes / 1024 / 1024} MB of text`);
  const bomb = wanted.find(
    ({ size, originalSize }) => originalSize > SMALL && originalSize > FILE_LIMITS.packing * size,
  );
  if (bomb) throw refusal(file, `holds a part that unpacks to ${FILE_LIMITS.packing} times its size and more`);
  if (wanted.some(({ size, originalSize }) => size > 2 * originalSize + SMALL))
    throw refusal(file, 'says of a part that it unpacks to less than it is');
  const names = new Set(wanted.map(({ name }) => name));
  const parts = new Map(
    Object.entries(unpack(file, bytes, ({ name }) => names.has(name))).map(([name, part]) => [nameOf(name), part]),
  );
  return { names: listed.map(({ name }) => nameOf(name)), parts };
}

function list(file: string, bytes: Uint8Array): UnzipFileInfo[] {
  const listed: UnzipFileInfo[] = [];
  unpack(file, bytes, (info) => {
    listed.push(info);
    return false;
  });
  return listed;
}

function unpack(file: string, bytes: Uint8Array, filter: (info: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UnreadableReportError(`${file}: is damaged (${reason}); fetch it again, or save it anew.`, { cause });
  }
}

/** One way to write the name of a part. */
function nameOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase();
}

function refusal(file: string, what: string): UnreadableReportError {
  return new UnreadableReportError(`${file}: ${what}; no report does. Save it anew, or print it to PDF.`);
}

/** A part of XML as text: UTF-8, or UTF-16 with its mark. */
export function partText(part: Uint8Array): string {
  const isUtf16 = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff);
  if (!isUtf16) return new TextDecoder('utf-8').decode(part);
  return new TextDecoder(part[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(part);
}
