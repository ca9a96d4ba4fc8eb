import { pdfReader } from '../adapters/pdf-reader.ts';
import { txtReader } from '../adapters/txt-reader.ts';

/** Readers of all formats that can go in. */
export const READERS = [txtReader, pdfReader];
