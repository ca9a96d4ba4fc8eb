import { csvReader } from '../adapters/readers/csv-reader.ts';
import { docxReader } from '../adapters/readers/docx-reader.ts';
import { epubReader } from '../adapters/readers/epub-reader.ts';
import { htmlReader } from '../adapters/readers/html-reader.ts';
import { markdownReader } from '../adapters/readers/markdown-reader.ts';
import { pdfReader } from '../adapters/readers/pdf-reader.ts';
import { pptxReader } from '../adapters/readers/pptx-reader.ts';
import { srtReader } from '../adapters/readers/srt-reader.ts';
import { txtReader } from '../adapters/readers/txt-reader.ts';
import { xlsxReader } from '../adapters/readers/xlsx-reader.ts';

/** Readers of all formats that can go in. */
export const READERS = [
  pdfReader,
  docxReader,
  pptxReader,
  xlsxReader,
  csvReader,
  htmlReader,
  markdownReader,
  epubReader,
  srtReader,
  txtReader,
];
