import { basename } from 'node:path';
import { openJobPool } from '../adapters/readers/job-pool.ts';
import { ServiceError, UnreadableReportError } from '../domain/errors.ts';
import { FILE_LIMITS } from '../domain/file-limits.ts';
import { PreparedReport } from '../domain/prepared-report.ts';
import type { Tesseract, TesseractSearch } from '../adapters/readers/tesseract.ts';
import { findTesseract } from '../adapters/readers/tesseract.ts';
import type { ReadingJob } from './reading-job.ts';
import type { JobFailure } from './read-skipping.ts';
import { readSkipping } from './read-skipping.ts';

/** Reads report files and makes them ready. */
export interface Reading {
  /** @throws UnreadableReportError whatever happens to a file that cannot be taken; the message says what to do */
  read(job: ReadingJob): Promise<PreparedReport>;
  /** Whether text in pictures is recognised. */
  canRecognise(): Promise<boolean>;
  close(): void;
}

/** A file of scanned pages takes so many times as long. */
const SLOWER_WITH_OCR = 20;

/** What may be set otherwise, for tests. */
export type ReadingLimits = Record<'readMs' | 'silenceMs' | 'heapMb' | 'memoryMb', number>;

/**
 * Reads in processes of its own, within the limits of a file; each starts when all others have something to do.
 * @param ocr how text in pictures is recognised; absent: not at all
 * @param say takes a line for the log: what the program did wrong
 * @param processes how many files can be read at a time; one steps back for the answers of the bot that it belongs to
 */
export function openReading(
  say: (line: string) => void,
  limits: ReadingLimits = FILE_LIMITS,
  ocr?: TesseractSearch,
  processes = 1,
): Reading {
  const pool = openJobPool(
    new URL('reading-process.ts', import.meta.url),
    { ...limits, isPatient: processes === 1 },
    processes,
  );
  let looking: Promise<Tesseract | undefined> | undefined;
  const find = async () => ocr && (looking ??= findTesseract(ocr));
  return {
    canRecognise: async () => (await find()) !== undefined,
    async read(job) {
      const file = basename(job.path);
      const recogniser = await find();
      const totalMs = recogniser ? limits.readMs * SLOWER_WITH_OCR : limits.readMs;
      const until = performance.now() + totalMs;
      const end = await readSkipping(
        (skip) =>
          pool.run({ ...job, recogniser, skip }, { totalMs: until - performance.now(), silenceMs: limits.silenceMs }),
        // Only of PDF can a page be left out.
        { most: job.extension === '.pdf' ? FILE_LIMITS.slowPages : 0, hasTime: () => performance.now() < until },
      );
      if (end.outcome !== 'done') throw refusal(file, end, limits, say);
      return PreparedReport.parse(end.value);
    },
    close: pool.close,
  };
}

/** What is thrown when a program does what it should not. */
const BUGS: ReadonlySet<string> = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError']);

/** Where it was thrown: the first place in the project's own files, else the first of all. */
function firstFrame(stack: string): string {
  const frames = stack
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .map((line) => line.trim());
  return frames.find((line) => line.includes('/src/')) ?? frames[0] ?? '';
}

/** Why a file is not taken that the reader did not refuse itself. */
function refusal(
  file: string,
  end: JobFailure,
  { silenceMs, readMs, memoryMb }: ReadingLimits,
  say: (line: string) => void,
): UnreadableReportError | ServiceError {
  if (end.outcome === 'threw' && end.name === 'UnreadableReportError') return new UnreadableReportError(end.reason);
  const advice = 'Print it anew to PDF, save it as text, or leave it out.';
  if (end.outcome === 'threw') {
    // Else it is the file's fault, and pdf.js says so.
    if (BUGS.has(end.name)) say(`Reading ${file} failed: ${end.name}: ${end.reason} ${firstFrame(end.detail)}`);
    return new UnreadableReportError(`${file}: is damaged, or built as no report is (${end.reason}). ${advice}`);
  }
  const { why, progress } = end;
  if (why === 'closed')
    return new ServiceError(`Reading ${file} was broken off: Footnote ends. Take the file in again.`);
  if (why === 'crash') say(`Reading ${file} ended the process that reads: ${end.detail}`);
  const excess = {
    time: `takes too long to read (more than ${silenceMs / 1000} seconds for a page, or ${readMs / 1000} for the file)`,
    memory: `takes too much memory to read (more than ${memoryMb} MB)`,
    crash: 'ended the program that reads it',
  };
  return new UnreadableReportError(
    `${file}: ${progress > 0 ? `after page ${progress} ` : ''}${excess[why]}. ${advice}`,
  );
}
