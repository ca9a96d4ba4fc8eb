import type { Passage } from '../domain/answer.ts';
import type { Language, Span } from '../domain/report.ts';
import { splitSentences } from '../text/sentences.ts';
import { COUNTING } from './answer-shape.ts';
import type { QueryUnit } from './query-unit.ts';
import { createUnitFinder } from './find-units.ts';
import { countUnits } from './unit-counts.ts';

/** For each unit how much of it is there, 0 to 1. */
export type Presence = number[];

/** A figure of a sentence with the units that stand next to it. */
export interface ReadFigure {
  text: string;
  presence: Presence;
}

/** A sentence of a passage with where a question's units stand in it and around it. */
export interface ReadSentence {
  passage: Passage;
  /** Position of the passage in the ranking, from 0. */
  rank: number;
  /** Offsets in the chunk's text. */
  span: Span;
  text: string;
  /** The sentence before it in the chunk, if any. */
  previous?: ReadSentence;
  presence: Presence;
  after: Presence;
  heading: Presence;
  chunk: Presence;
  /** Everything that was found of its section. */
  section: string;
  /** Everything that was found of its article. */
  article: string;
  figures: ReadFigure[];
  /** What stands in each two clauses that follow one another: a long sentence says many things. */
  windows: Presence[];
}

/** Headings down to the article's own; what stands below are its parts. */
const ARTICLE_LEVEL = 2;
/** A figure's neighbourhood, in characters before and after. */
const BEFORE = 16;
const AFTER = 10;

/** Reads the passages' sentences once; each part of a question then weighs them in its own way. */
export function readSentences(units: Record<Language, QueryUnit[]>, passages: Passage[]): ReadSentence[] {
  const presenceOf = { zh: createPresence(units.zh), en: createPresence(units.en) };
  const sectionOf = textsBy(passages, ({ chunk, report }) => [report.id, ...chunk.path].join('\n'));
  const articleOf = textsBy(passages, ({ chunk, report }) => [report.id, ...chunk.path.slice(0, ARTICLE_LEVEL)].join('\n'));
  return passages.flatMap((passage, rank) => readPassage({ passage, rank, section: sectionOf(passage), article: articleOf(passage) }, presenceOf[passage.report.language]));
}

/** What was found of the part of the report that a passage belongs to, with the headings above it. */
function textsBy(passages: Passage[], keyOf: (passage: Passage) => string): (passage: Passage) => string {
  const groups = Map.groupBy(passages, keyOf);
  return (passage) => [passage.report.title, ...passage.chunk.path, ...(groups.get(keyOf(passage)) ?? []).map(({ chunk }) => chunk.text)].join('\n');
}

function createPresence(units: QueryUnit[]): (text: string) => Presence {
  const find = createUnitFinder(units);
  return (text) => {
    const found = find(text);
    const [all] = countUnits(found, units.length, [{ start: 0, end: found.canonical.length }]);
    return Array.from(all?.counts ?? [], (value) => Math.min(1, value));
  };
}

function readPassage({ passage, rank, section, article }: Pick<ReadSentence, 'passage' | 'rank' | 'section' | 'article'>, presenceOf: (text: string) => Presence): ReadSentence[] {
  const heading = presenceOf(passage.chunk.path.slice(-2).join('\n'));
  const sentences: ReadSentence[] = [];
  for (const { span, text } of splitSentences(passage.chunk.text)) {
    const previous = sentences.at(-1);
    const presence = presenceOf(text);
    if (previous) previous.after = presence;
    sentences.push({ passage, rank, span, text, presence, after: [], heading, chunk: [], section, article, figures: figuresOf(text, presenceOf), windows: windowsOf(text, presenceOf), ...(previous ? { previous } : {}) });
  }
  const chunk = heading.map((_, at) => Math.max(0, ...sentences.map(({ presence }) => presence[at] ?? 0)));
  for (const sentence of sentences) sentence.chunk = chunk;
  return sentences;
}

function windowsOf(text: string, presenceOf: (text: string) => Presence): Presence[] {
  const clauses = text.split(/(?<=[，；：]|[,;:] )/u);
  return clauses.map((clause, at) => presenceOf(clause + (clauses[at + 1] ?? '')));
}

function figuresOf(text: string, presenceOf: (text: string) => Presence): ReadFigure[] {
  return [...text.normalize('NFKC').matchAll(COUNTING)].map(({ 0: figure, index, input }) => ({
    text: figure,
    presence: presenceOf(`${input.slice(Math.max(0, index - BEFORE), index)} ${input.slice(index + figure.length, index + figure.length + AFTER)}`),
  }));
}
