import { UnreadableReportError } from '../../domain/errors.ts';
import { decodeText, isBinary } from './decode-text.ts';
import { refuseOtherFormats } from './sniff-format.ts';

const ENCODINGS = 'UTF-8, UTF-16, GB18030, Big5, Windows-1252, EUC-KR, Shift-JIS or EUC-JP';

/**
 * The text of a file that is text, in any encoding that `decodeText` knows; lines end in a line feed.
 * @param name what the reader reads
 * @throws UnreadableReportError when it is something else, or empty
 */
export function readText(file: string, bytes: Uint8Array, name: string): string {
  refuseOtherFormats(file, bytes, { format: 'text', name });
  const decoded = decodeText(bytes);
  if (!decoded) throw new UnreadableReportError(`${file}: ${unreadText(bytes)}; save it as UTF-8 text.`);
  const text = decoded.text.replace(/^\ufeff/u, '').replaceAll(/\r\n?/gu, '\n');
  if (text.trim() === '') throw new UnreadableReportError(`${file}: is empty; there is nothing to index.`);
  return text;
}

function unreadText(bytes: Uint8Array): string {
  return isBinary(bytes)
    ? 'is not text but the bytes of something else'
    : `is text in an encoding that is not read (${ENCODINGS} are)`;
}
