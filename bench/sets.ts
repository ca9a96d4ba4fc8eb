import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { BenchPassage, BenchQuestion } from './system.ts';

/** Passages and questions to find them by. */
export interface BenchSet {
  name: string;
  passages: BenchPassage[];
  questions: BenchQuestion[];
}

const Passage = z.object({ id: z.string(), title: z.string().optional(), text: z.string() });
const Question = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  question: z.string(),
  gold_ids: z.array(z.string()),
});

/** A question of our own, as `footnote eval` reads it. */
const OwnQuestion = z.object({
  id: z.string(),
  question: z.string().optional(),
  evidence: z.array(z.object({ quote: z.string() })).default([]),
});

/**
 * Reads a folder that holds `questions.jsonl` and `passages.jsonl`, or instead of the latter the text files and sources
 * of the samples.
 */
export function readSet(folder: string, mostQuestions: number): BenchSet {
  const hasPassages = existsSync(join(folder, 'passages.jsonl'));
  const passages = hasPassages
    ? readRows(join(folder, 'passages.jsonl')).map((row) => Passage.parse(row))
    : readSamples(folder);
  const rows = readRows(join(folder, 'questions.jsonl'));
  const questions = hasPassages
    ? rows.map((row) => Question.parse(row))
    : rows.flatMap((row) => ownQuestion(row, passages));
  // Every so many, so that all of the set is asked about.
  const step = Math.max(1, Math.ceil(questions.length / mostQuestions));
  return {
    name: basename(folder),
    passages,
    questions: questions
      .filter((_, at) => at % step === 0)
      .map(({ id, question, gold_ids: goldIds }) => ({ id, question, goldIds })),
  };
}

/** The paragraphs of the sample reports. */
function readSamples(folder: string): BenchPassage[] {
  const sources = readdirSync(join(folder, 'sources')).map(
    (name) => readFileSync(join(folder, 'sources', name), 'utf8').match(/(?<=<p>)[^<]{40,}/gu) ?? [],
  );
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line.length > 40),
    );
  return [...sources, ...texts].flat().map((text, at) => ({ id: `sample-${at}`, text }));
}

/** The passages that hold its evidence are the right ones. */
function ownQuestion(row: unknown, passages: BenchPassage[]): z.infer<typeof Question>[] {
  const { id, question, evidence } = OwnQuestion.parse(row);
  const gold = passages
    .filter(({ text }) => evidence.some(({ quote }) => text.includes(quote)))
    .map((passage) => passage.id);
  return question === undefined || gold.length === 0 ? [] : [{ id, question, gold_ids: gold }];
}

/**
 * The same questions over many more passages: sentences of the set's own passages dealt out anew, always in the same
 * way.
 */
export function growSet({ name, passages, questions }: BenchSet, size: number): BenchSet {
  const sentences = passages.flatMap(({ text }) =>
    text.split(/(?<=[。！？.!?])\s*/u).filter((sentence) => sentence.length > 10),
  );
  const random = createRandom(20_201_231);
  const more = Array.from({ length: Math.max(0, size - passages.length) }, (_, at) => {
    const text = Array.from(
      { length: 4 + Math.floor(random() * 4) },
      () => sentences[Math.floor(random() * sentences.length)],
    ).join('');
    return { id: `grown-${at}`, text: text.slice(0, 600), isFiller: true };
  });
  return { name: `${name} × ${size}`, passages: [...passages, ...more], questions };
}

/** Mulberry32: a small generator that gives the same numbers everywhere. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function readRows(file: string): unknown[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);
}
