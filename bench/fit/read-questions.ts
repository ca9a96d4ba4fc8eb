import { readParts } from '../../src/answer/compose-extract.ts';
import type { ReadPart } from '../../src/answer/compose-extract.ts';
import { sayableText } from '../../src/answer/sayable-text.ts';
import { STATEMENT_FEATURES } from '../../src/answer/statement-weights.ts';
import { createDictionaryEmbedder } from '../../src/adapters/vectors/dictionary-embedder.ts';
import { parseConfig } from '../../src/config.ts';
import type { Retrieval } from '../../src/retrieve/retrieve-passages.ts';
import { retrieveForAnswer } from '../../src/retrieve/retrieve-passages.ts';
import type { Label } from './label.ts';
import { labelOf } from './label.ts';
import type { FitQuestion, QuestionSet } from './question-sets.ts';
import type { Choice } from './softmax.ts';

/** A question with the sentences that may answer it, and which of them do. */
export interface ReadQuestion {
  question: FitQuestion;
  set: string;
  weight: number;
  /** Questions of one group are left out together: those on one report, or a fifth of those on one with many. */
  group: string;
  retrieval: Retrieval;
  parts: (ReadPart & { labels: Label[] })[];
}

/** More questions on one report than these are left out in parts. */
const MANY = 60;
const FOLDS = 5;

/** Reads the passages of every question of a set, as an answer would. */
export async function readQuestions(set: QuestionSet): Promise<ReadQuestion[]> {
  const { embed } = createDictionaryEmbedder(parseConfig({}).dictionaryDirectory);
  const only = (await set.parts.library.reports()).map(({ file }) => stemOf(file));
  const read: ReadQuestion[] = [];
  for (const question of set.questions) {
    const retrieval = await retrieveForAnswer({ text: question.question, earlier: [] }, set.parts);
    const parts = await readParts(retrieval, embed);
    read.push({
      question,
      set: set.name,
      weight: set.weight,
      group: reportOf(question, only),
      retrieval,
      parts: parts.map((part) => ({
        ...part,
        labels: part.featured.map(({ sentence }) =>
          labelOf(sayableText(sentence), sentence.passage.report.file, question),
        ),
      })),
    });
  }
  const counts = Map.groupBy(read, ({ group }) => group);
  return read.map((one) => {
    const same = counts.get(one.group) ?? [];
    return same.length > MANY ? { ...one, group: `${one.group} ${same.indexOf(one) % FOLDS}` } : one;
  });
}

function reportOf({ evidence, about }: FitQuestion, files: readonly string[]): string {
  const [first] = files;
  const named = evidence[0]?.report ?? about;
  if (named !== undefined) return named.normalize('NFKC');
  return files.length === 1 && first !== undefined ? first : 'no report';
}

function stemOf(file: string): string {
  return file.replace(/\.[^.]+$/u, '').normalize('NFKC');
}

/** What can be learnt of a question: for each of its parts the sentences with those that answer it. */
export function choicesOf({ question, parts, weight }: ReadQuestion): Choice[] {
  if (!question.answerable) return [];
  return parts.flatMap(({ featured, labels }) => {
    const isFull = parts.length === 1 && labels.some(({ isRight }) => isRight);
    const isRight = labels.map((label) => (isFull ? label.isRight : label.isPartly));
    if (!isRight.includes(true)) return [];
    const candidates = featured.map(({ features }) => STATEMENT_FEATURES.map((name) => features[name]));
    return [{ candidates, isRight, weight: weight / parts.length }];
  });
}
