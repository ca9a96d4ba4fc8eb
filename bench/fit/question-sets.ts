import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { openGlosses } from '../../src/adapters/dictionary/gloss-table.ts';
import { createDictionaryEmbedder } from '../../src/adapters/vectors/dictionary-embedder.ts';
import { parseConfig, WEIGHTS_FOLDER } from '../../src/config.ts';
import { PassageWeights } from '../../src/retrieve/passage-weights.ts';
import { readWeights } from '../../src/wiring/open-weights.ts';
import { FILE_LIMITS } from '../../src/domain/file-limits.ts';
import { OPERATOR } from '../../src/domain/audience.ts';
import type { RetrievalParts } from '../../src/retrieve/retrieve-passages.ts';
import { READERS } from '../../src/wiring/readers.ts';
import { openReading } from '../../src/wiring/wire-reading.ts';
import { openFile } from '../../src/adapters/readers/open-file.ts';
import { openSqliteLibrary } from '../../src/adapters/sqlite/library.ts';
import type { Library } from '../../src/domain/ports.ts';
import { ingestFiles } from '../../src/ingest/ingest-files.ts';

/** Each in one of several spellings, or in one. */
const Facts = z.array(z.union([z.array(z.string()), z.string().transform((fact) => [fact])]));
const Evidence = z.array(z.object({ report: z.string().optional(), quote: z.string() }));

/** A question with what its answer must hold, and where that stands. */
export const FitQuestion = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  type: z.string().default('question'),
  question: z.string(),
  answers: Facts.default([]),
  /** So many of the facts are enough; absent: all. */
  atLeast: z.int().optional(),
  evidence: Evidence.default([]),
  /** Of a set of passages: those that answer. */
  gold_ids: z.array(z.union([z.string(), z.number()]).transform(String)).default([]),
  answerable: z.boolean().default(true),
  /** A question that no report is to answer: small talk, the library itself. */
  expect: z.string().optional(),
  /** The report that an unanswerable question comes near. */
  about: z.string().optional(),
});
export type FitQuestion = z.infer<typeof FitQuestion>;

/** Questions on some reports, with what finds passages for them. */
export interface QuestionSet {
  name: string;
  /** What one of its questions counts. */
  weight: number;
  questions: FitQuestion[];
  parts: RetrievalParts;
  /** Of a set of passages: the id of the passage that a file holds. */
  passageOf(file: string): string | undefined;
  close(): Promise<void>;
}

/** Where a set is: its questions, its reports, and the folder of an index that is kept for the next time. */
export interface SetPlace {
  questions: string;
  reports: string[];
  weight: number;
  /** Questions that are taken, from the first. */
  limit: number;
  /** Every other line alone is read, from the first. */
  isHalved: boolean;
  index?: string;
}

/** A passage of a public set: each is a file of its own. */
const PublicPassage = z.object({ id: z.union([z.string(), z.number()]).transform(String), text: z.string() });

/** A machine that is busy reads the same. */
const UNHURRIED = { readMs: 7_200_000, silenceMs: 600_000 };

/** Opens a set: its reports are read into an index of their own, once where that is kept. */
export async function openQuestionSet({
  questions,
  weight,
  limit,
  isHalved,
  ...place
}: SetPlace): Promise<QuestionSet> {
  return {
    name: nameOf(questions),
    weight,
    questions: linesOf({ questions, isHalved, limit: Infinity }, FitQuestion).filter(isOnReports).slice(0, limit),
    ...(await openReports(place)),
  };
}

/** What a set is called: its folder. */
export function nameOf(set: string): string {
  return basename(join(set, '..'));
}

/** Opens the reports of a set, as retrieval needs them. */
export async function openReports({
  reports,
  index,
}: Pick<SetPlace, 'reports' | 'index'>): Promise<Pick<QuestionSet, 'parts' | 'passageOf' | 'close'>> {
  const folder = mkdtempSync(join(tmpdir(), 'fit-'));
  const { dictionaryDirectory } = parseConfig({});
  const embedder = createDictionaryEmbedder(dictionaryDirectory);
  // Not wired as the program is: that needs the weights which are to be fitted.
  const library = openSqliteLibrary(index ?? join(folder, 'index'), embedder, console.error);
  const seen = library.seenBy(OPERATOR);
  const passages = reports.filter(isOfPassages).flatMap((path) => readLines(path, PublicPassage));
  if ((await seen.reports()).length === 0)
    await readReports(
      [...listFiles(reports), ...passages.map(({ text }, at) => writePassage(folder, at, text))],
      library,
    );
  return {
    // Sentences are read from the passages that the program finds.
    parts: {
      library: seen,
      embedder,
      glosses: openGlosses(dictionaryDirectory),
      weights: readWeights(WEIGHTS_FOLDER, 'passages', PassageWeights),
    },
    passageOf: (file) => passages[Number(/^p(?<at>\d+)\.txt$/u.exec(file)?.groups?.['at'])]?.id,
    async close() {
      await library.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function isOfPassages(path: string): boolean {
  return path.endsWith('.jsonl');
}

function writePassage(folder: string, at: number, text: string): string {
  const path = join(folder, `p${at}.txt`);
  writeFileSync(path, `${text}\n`);
  return path;
}

async function readReports(paths: readonly string[], library: Library): Promise<void> {
  const reading = openReading(console.error, { ...FILE_LIMITS, ...UNHURRIED });
  const { refused } = await ingestFiles([...paths], {
    library,
    secret: () => 'nobody else brings files here',
    openFile: (path) => openFile(path, { readers: READERS, read: reading.read, keep: () => undefined }),
  });
  reading.close();
  // Fitted on fewer reports the weights would be others.
  if (refused.length > 0) throw new Error(refused.map(({ reason }) => reason).join('\n'));
}

function listFiles(paths: readonly string[]): string[] {
  return paths
    .filter((path) => !isOfPassages(path))
    .flatMap((path) =>
      statSync(path).isDirectory()
        ? readdirSync(path)
            .toSorted()
            .map((file) => join(path, file))
        : [path],
    );
}

function isOnReports({ expect, answerable, answers, gold_ids: gold }: FitQuestion): boolean {
  return expect === undefined && (!answerable || answers.length + gold.length > 0);
}

/** The lines of a set that are taken. */
export function linesOf<T>(
  { questions, isHalved, limit }: Pick<SetPlace, 'questions' | 'isHalved' | 'limit'>,
  schema: z.ZodType<T>,
): T[] {
  return readLines(questions, schema)
    .filter((_, at) => !isHalved || at % 2 === 0)
    .slice(0, limit);
}

/** The lines of a JSON lines file. */
function readLines<T>(path: string, schema: z.ZodType<T>): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}
