import type { Statement, Term } from '../domain/statement.ts';
import { findTerms } from '../statements/find-terms.ts';
import { words as wordsOfClass } from '../lexicon/lexicon.ts';
import type { Block, BlockSentence } from './read-blocks.ts';
import type { FigureKind } from '../quantities/printed-figures.ts';
import { printedFigures } from '../quantities/printed-figures.ts';
import type { PointTuning } from './summary-weights.ts';
import { withoutSpace } from '../text/white-space.ts';

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

const CUE = wordsOfClass('tells much');
const EXAMPLE = wordsOfClass('example');
/** Words that are held by so many sentences say little; at most so many words of a section count. */
const WORDS = 60;

/** Weighs what each sentence of a section says, against the section's other sentences and the rest of the report. */
export function weighInformation(
  blocks: readonly Block[],
  rest: ReadonlyMap<string, number>,
  articleCount: number,
  tuning: PointTuning,
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
      ...figureItems(sentence.text, tuning),
      ...nameItems(sentence.statement, tuning),
      ...wordItems(words, salience, headingWords(block), tuning),
    ],
    favour: favourOf(sentence, block, tuning),
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
  // A report without articles is one.
  const articles = Math.max(1, articleCount);
  const weights = [...counts]
    .filter(([, count]) => count > 1 || sentences.length < 6)
    .map(
      ([word, count]) => [word, Math.log(1 + count) * Math.log(1 + articles / (1 + (rest.get(word) ?? 0)))] as const,
    );
  const strongest = weights.toSorted((a, b) => b[1] - a[1]).slice(0, WORDS);
  const most = strongest[0]?.[1] ?? 1;
  return new Map(strongest.map(([word, weight]) => [word, weight / most]));
}

function headingWords({ path }: Block): Set<string> {
  return new Set(path.slice(-2).flatMap((heading) => findTerms(heading).map(({ term }) => term)));
}

function figureItems(text: string, tuning: PointTuning): Item[] {
  return printedFigures(text).map(({ kind, start, end, text: printed, value, unit, size }) => {
    const isYear = kind === 'date' && value >= 1900 && value <= 2100;
    return {
      key: `#${value}${withoutSpace(unit)}`,
      weight: size * (isYear ? tuning.year : weightOf(kind, printed, tuning)),
      start,
      end,
    };
  });
}

function weightOf(kind: FigureKind, printed: string, tuning: PointTuning): number {
  // A bare small number counts people and points of a list.
  return kind === 'count' && /^\d$/u.test(printed) ? tuning.date : tuning[kind];
}

/** Each name once. */
function nameItems({ clauses }: Statement, tuning: PointTuning): Item[] {
  const items = clauses.flatMap(({ names }) =>
    names
      .filter(({ kind }) => kind !== 'guess')
      .map(({ name, kind, span }) => ({
        key: `@${name}`,
        weight: kind === 'person' ? tuning.person : tuning.name,
        ...span,
      })),
  );
  return items.filter(({ key }, at) => items.findIndex((other) => other.key === key) === at);
}

function wordItems(
  words: Term[],
  salience: ReadonlyMap<string, number>,
  heading: ReadonlySet<string>,
  tuning: PointTuning,
): Item[] {
  const seen = new Set<string>();
  return words.flatMap(({ term: word, span }) => {
    const weight = tuning.word * (salience.get(word) ?? 0) + (heading.has(word) ? tuning.heading : 0);
    if (weight === 0 || seen.has(word)) return [];
    seen.add(word);
    return [{ key: word, weight, ...span }];
  });
}

function favourOf({ text, paragraph, position }: BlockSentence, { sentences }: Block, tuning: PointTuning): number {
  const isOpening = paragraph === 0 && position === 0;
  const cues = Math.min(2, new Set(CUE.find(text).map((cue) => cue.text)).size);
  const opens = text.split('“').length - text.split('”').length;
  return (
    (isOpening ? tuning.opening : 1) *
    (position === 0 ? tuning.first : 1) *
    tuning.cue ** cues *
    (/[？?]["”]?$/u.test(text) ? tuning.question : 1) *
    (opens !== 0 || isInQuotation(text, sentences) ? tuning.inQuotation : 1) *
    (EXAMPLE.isIn(text) ? tuning.example : 1)
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
