import { crc32 } from 'node:zlib';
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
  const unpacked = Object.entries(unpack(file, bytes, ({ name }) => names.has(name)));
  const checksums = checksumsOf(bytes);
  for (const [name, part] of unpacked)
    if ((checksums.get(name) ?? crc32(part)) !== crc32(part))
      throw new UnreadableReportError(`${file}: is damaged (a part is not what was packed); fetch it again.`);
  const parts = new Map(unpacked.map(([name, part]) => [nameOf(name), part]));
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

/** Where the list of parts ends, and where in that end stand its start and the number of parts. */
const END = { mark: Buffer.from('PK\u0005\u0006'), length: 22, count: 10, start: 16 };
/** Where an entry of the list has its parts, and how long it is without them. */
const ENTRY = { length: 46, checksum: 16, name: 28, extra: 30, comment: 32 };

/** The checksum that each part had when it was packed, which the library does not look at: a figure may be another. */
function checksumsOf(bytes: Uint8Array): Map<string, number> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const checksums = new Map<string, number>();
  const end = whole.lastIndexOf(END.mark);
  if (end < 0 || end + END.length > whole.length) return checksums;
  let at = whole.readUInt32LE(end + END.start);
  for (let left = whole.readUInt16LE(end + END.count); left > 0 && at + ENTRY.length <= end; left--) {
    const name = whole.readUInt16LE(at + ENTRY.name);
    const text = whole.subarray(at + ENTRY.length, at + ENTRY.length + name);
    checksums.set(text.toString(), whole.readUInt32LE(at + ENTRY.checksum));
    at += ENTRY.length + name + whole.readUInt16LE(at + ENTRY.extra) + whole.readUInt16LE(at + ENTRY.comment);
  }
  return checksums;
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
