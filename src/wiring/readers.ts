import { pdfReader } from '../adapters/readers/pdf-reader.ts';
import { txtReader } from '../adapters/readers/txt-reader.ts';

/** Readers of all formats that can go in. */
export const READERS = [txtReader, pdfReader];
