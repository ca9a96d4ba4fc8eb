import type { Statement, Term } from '../domain/statement.ts';
import { findTerms } from '../statements/find-terms.ts';
import { words as wordsOfClass } from '../lexicon/lexicon.ts';
import type { Block, BlockSentence } from './read-blocks.ts';
import type { FigureKind } from '../quantities/printed-figures.ts';
import { printedFigures } from '../quantities/printed-figures.ts';

/** One thing that a text says: a figure, a name, a word of its matter. */
export interface Item {
  /** The same thing has the same key wherever it stands. */
  key: string;
  /** How much a reader would miss it. */
  weight: number;
  /** Offsets in the sentence. */
  start: number;
  end: number;
}

/** A sentence with what it says. */
export interface WeighedSentence extends BlockSentence {
  block: Block;
  items: Item[];
  /** What stands in its favour besides, a factor around 1. */
  favour: number;
}

/**
 * What things weigh: figures by their kind (dates tell when, seldom what), names, words of the matter; and factors for
 * where and how a sentence stands. Fitted on key facts of 30 summaries of one monthly report; all are worth little
 * alone.
 */
export const TUNING = {
  share: 1,
  amount: 1.6,
  count: 1.1,
  date: 0.4,
  year: 0.1,
  name: 0.5,
  person: 0.7,
  word: 1,
  heading: 0.7,
  repeated: 0.08,
  first: 1.1,
  opening: 1.15,
  cue: 1.15,
  question: 0.2,
  inQuotation: 0.65,
  example: 0.65,
  density: 0.85,
  spread: 0.25,
};

const CUE = wordsOfClass('tells much');
const EXAMPLE = wordsOfClass('example');
/** Words that are held by so many sentences say little; at most so many words of a section count. */
const WORDS = 60;

/** Weighs what each sentence of a section says, against the section's other sentences and the rest of the report. */
export function weighInformation(
  blocks: readonly Block[],
  rest: ReadonlyMap<string, number>,
  articleCount: number,
): WeighedSentence[] {
  const sentences = blocks.flatMap((block) =>
    block.sentences.map((sentence) => ({ block, sentence, words: termsOf(sentence.statement) })),
  );
  const salience = salienceOf(
    sentences.map(({ words }) => words),
    rest,
    articleCount,
  );
  return sentences.map(({ block, sentence, words }) => ({
    ...sentence,
    block,
    items: [
      ...figureItems(sentence.text),
      ...nameItems(sentence.statement),
      ...wordItems(words, salience, headingWords(block)),
    ],
    favour: favourOf(sentence, block),
  }));
}

function termsOf({ clauses }: Statement): Term[] {
  return clauses.flatMap(({ terms }) => terms);
}

/** How much each word stands for the section: often in it, seldom elsewhere; the strongest is 1. */
function salienceOf(sentences: Term[][], rest: ReadonlyMap<string, number>, articleCount: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of sentences)
    for (const word of new Set(words.map(({ term }) => term))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weights = [...counts]
    .filter(([, count]) => count > 1 || sentences.length < 6)
    .map(
      ([word, count]) =>
        [word, Math.log(1 + count) * Math.log(1 + articleCount / (1 + (rest.get(word) ?? 0)))] as const,
    );
  const strongest = weights.toSorted((a, b) => b[1] - a[1]).slice(0, WORDS);
  const most = strongest[0]?.[1] ?? 1;
  return new Map(strongest.map(([word, weight]) => [word, weight / most]));
}

function headingWords({ path }: Block): Set<string> {
  return new Set(path.slice(-2).flatMap((heading) => findTerms(heading).map(({ term }) => term)));
}

function figureItems(text: string): Item[] {
  return printedFigures(text).map(({ kind, start, end, text: printed, value, unit, size }) => {
    const isYear = kind === 'date' && value >= 1900 && value <= 2100;
    return {
      key: `#${value}${unit.replaceAll(/\s/gu, '')}`,
      weight: size * (isYear ? TUNING.year : weightOf(kind, printed)),
      start,
      end,
    };
  });
}

function weightOf(kind: FigureKind, printed: string): number {
  // A bare small number counts people and points of a list.
  return kind === 'count' && /^\d$/u.test(printed) ? TUNING.date : TUNING[kind];
}

/** Each name once. */
function nameItems({ clauses }: Statement): Item[] {
  const items = clauses.flatMap(({ names }) =>
    names
      .filter(({ kind }) => kind !== 'guess')
      .map(({ name, kind, span }) => ({
        key: `@${name}`,
        weight: kind === 'person' ? TUNING.person : TUNING.name,
        ...span,
      })),
  );
  return items.filter(({ key }, at) => items.findIndex((other) => other.key === key) === at);
}

function wordItems(words: Term[], salience: ReadonlyMap<string, number>, heading: ReadonlySet<string>): Item[] {
  const seen = new Set<string>();
  return words.flatMap(({ term: word, span }) => {
    const weight = TUNING.word * (salience.get(word) ?? 0) + (heading.has(word) ? TUNING.heading : 0);
    if (weight === 0 || seen.has(word)) return [];
    seen.add(word);
    return [{ key: word, weight, ...span }];
  });
}

function favourOf({ text, paragraph, position }: BlockSentence, { sentences }: Block): number {
  const isOpening = paragraph === 0 && position === 0;
  const cues = Math.min(2, new Set(CUE.find(text).map((cue) => cue.text)).size);
  const opens = text.split('“').length - text.split('”').length;
  return (
    (isOpening ? TUNING.opening : 1) *
    (position === 0 ? TUNING.first : 1) *
    TUNING.cue ** cues *
    (/[？?]["”]?$/u.test(text) ? TUNING.question : 1) *
    (opens !== 0 || isInQuotation(text, sentences) ? TUNING.inQuotation : 1) *
    (EXAMPLE.isIn(text) ? TUNING.example : 1)
  );
}

/** The sentence stands between the marks of a quotation that others begin and end. */
function isInQuotation(text: string, sentences: readonly BlockSentence[]): boolean {
  const at = sentences.findIndex((sentence) => sentence.text === text);
  const paragraph = sentences[at]?.paragraph;
  const before = sentences
    .slice(0, at)
    .filter((sentence) => sentence.paragraph === paragraph)
    .map((sentence) => sentence.text)
    .join('');
  return before.split('“').length > before.split('”').length;
}
