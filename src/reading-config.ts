import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { given } from './domain/given.ts';

/** How text in pictures is recognised. */
export interface OcrConfig {
  languages: string[];
  /** As the shell has it. */
  path: string;
  data?: string;
}

/** Where reports come from, and how they are read. */
export interface Reading {
  /** Folder whose reports go in and out as they come and go. */
  ingestDirectory?: string;
  /** Names the places that reports are taken in from; relative to the working directory. */
  sourcesFile: string;
  /** Files that are read at a time. */
  readingProcesses: number;
  /** Whether reports are fetched from this machine and its network, too. */
  allowPrivateAddresses: boolean;
  /** How text in pictures of pages is recognised; absent: not at all. */
  ocr?: OcrConfig;
}

/** The part of the environment about reports and their reading. */
export const ReadingEnvironment = {
  /** Folder whose reports the running bot takes in, and out, as they come and go. */
  INGEST_DIR: z.string().optional(),
  /** Names the places that `footnote sources` takes reports in from. */
  SOURCES_FILE: z.string().default('sources.yaml'),
  /** Whether reports are also fetched from addresses of this machine and its network, and without encryption. */
  ALLOW_PRIVATE_ADDRESSES: z.enum(['on', 'off']).default('off'),
  /** Whether text in pictures of pages is recognised, where Tesseract is installed. */
  OCR: z.enum(['auto', 'off']).default('auto'),
  /** Languages of such pictures as Tesseract names them; those that are not installed are passed over. */
  OCR_LANGUAGES: z
    .string()
    .default('chi_sim eng')
    .transform((list) => list.split(/[\s,+]+/u).filter(Boolean)),
  /** Where Tesseract's languages are, and where the shell looks for programs. */
  TESSDATA_PREFIX: z.string().optional(),
  PATH: z.string().default(''),
  /** Files that are read at a time by a command; a running bot reads one, beside its answers. */
  READING_PROCESSES: z.coerce.number().int().min(1).max(64).default(Math.min(availableParallelism(), 4)),
};

const ReadingVariables = z.object(ReadingEnvironment);
type ReadingVariables = z.infer<typeof ReadingVariables>;

/** The settings of reading. */
export function readingIn(variables: ReadingVariables): Reading {
  return {
    ...given({ ingestDirectory: variables.INGEST_DIR, ocr: ocrIn(variables) }),
    sourcesFile: variables.SOURCES_FILE,
    readingProcesses: variables.READING_PROCESSES,
    allowPrivateAddresses: variables.ALLOW_PRIVATE_ADDRESSES === 'on',
  };
}

function ocrIn({ OCR, OCR_LANGUAGES, PATH, TESSDATA_PREFIX }: ReadingVariables): OcrConfig | undefined {
  return OCR === 'off' ? undefined : { languages: OCR_LANGUAGES, path: PATH, ...given({ data: TESSDATA_PREFIX }) };
}
