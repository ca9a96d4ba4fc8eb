import { UnreadableReportError } from '../../domain/errors.ts';

/** What a file is by its first bytes. */
type Sniffed = 'pdf' | 'zip' | 'ole' | 'rtf' | 'picture' | 'other';

const SAVE = 'save the report as .docx, .pptx, .xlsx or PDF';

/** How files of a format begin, byte by byte in hexadecimal digits. */
const BEGINNINGS: readonly (readonly [Sniffed, readonly string[]])[] = [
  ['zip', ['504b0304', '504b0506']],
  ['ole', ['d0cf11e0a1b11ae1']],
  ['rtf', ['7b5c727466']],
  ['picture', ['89504e47', 'ffd8ff', '47494638']],
];
/** Bytes before the header that readers of PDF accept. */
const BEFORE_PDF = 1024;

function sniff(bytes: Uint8Array): Sniffed {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  const found = BEGINNINGS.find(([, beginnings]) => beginnings.some((beginning) => head.startsWith(beginning)))?.[0];
  const isPdf = Buffer.from(bytes.subarray(0, BEFORE_PDF)).includes('%PDF-');
  return found ?? (isPdf ? 'pdf' : 'other');
}

/** An encrypted office file is an old container with a part of this name. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Refuses a file of another format than its name says, by name where its content tells.
 * @param wanted what the reader reads
 * @throws UnreadableReportError
 */
export function refuseOtherFormats(
  file: string,
  bytes: Uint8Array,
  wanted: { format: 'zip' | 'text'; name: string },
): void {
  const found = sniff(bytes);
  const but = (what: string) => new UnreadableReportError(`${file}: ${what}`);
  switch (found) {
    case 'pdf':
      throw but('is a PDF, whatever its name says; rename it to .pdf.');
    case 'ole':
      throw Buffer.from(bytes).includes(ENCRYPTED)
        ? but('is protected by a password; save it without one.')
        : but(`is of an older office format, whatever its name says; ${SAVE}.`);
    case 'rtf':
      throw but(`is rich text (RTF), whatever its name says; ${SAVE}.`);
    case 'picture':
      throw but('is a picture, whatever its name says; run text recognition (OCR) over it, or save the report as PDF.');
    case 'zip':
      if (wanted.format === 'zip') return;
      throw but(`is a packed file, whatever its name says, and no ${wanted.name}; give it its own ending.`);
    case 'other':
  }
  if (wanted.format === 'zip')
    throw but(`is no ${wanted.name}, whatever its name says; save the report as one, or as PDF or text.`);
}
