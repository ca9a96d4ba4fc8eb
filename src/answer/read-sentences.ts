import type { Passage } from '../domain/answer.ts';
import type { Quantity } from '../domain/quantity.ts';
import { given } from '../domain/given.ts';
import type { Embedder } from '../domain/ports.ts';
import type { Span } from '../domain/report.ts';
import { nameOf } from '../retrieve/meant-reports.ts';
import { clausesWithMarks } from '../text/clauses.ts';
import type { StatementKind } from '../domain/statement.ts';
import { hasFigure, labelOf, lineLabel, tableHeads } from './table-heads.ts';
import { countingFigures } from '../quantities/figure-shapes.ts';
import type { FoundUnits } from '../dictionary/find-units.ts';
import { createUnitFinder } from '../dictionary/find-units.ts';
import type { QueryUnit, QuestionUnits } from '../dictionary/query-unit.ts';
import { withoutSpace } from '../text/white-space.ts';

/** For each unit how much of it is there, 0 to 1. */
export type Presence = number[];

/** A figure of a sentence with the concepts that stand next to it. */
export interface ReadFigure {
  text: string;
  /** The clause that holds it, with the one before. */
  clauses: string;
  /** What the sentence says before it. */
  before: string;
  presence: Presence;
}

/** A clause of a sentence with the concepts and figures in it. */
export interface ReadClause {
  presence: Presence;
  /** As they stand there: 1,200. */
  figures: string[];
}

/** A sentence of a passage with where a question's concepts stand in it and around it. */
export interface ReadSentence {
  passage: Passage;
  /** Position of the passage in the ranking, from 0, and how far its score lies behind the best one's. */
  rank: number;
  lag: number;
  /** Offsets in the chunk's text. */
  span: Span;
  text: string;
  /** Of a row: as it is said with its heads, where these are known. */
  said?: string;
  /** The sentence before it in the chunk, if any. */
  previous?: ReadSentence;
  kind: StatementKind;
  /** A row that stands as head above others with figures: it says nothing by itself. */
  isHead: boolean;
  /** Terms and concepts in the sentence. */
  terms: Presence;
  presence: Presence;
  /** Share of its characters that stand in concepts. */
  precision: number;
  /** Concepts in each of its clauses. */
  clauses: ReadClause[];
  /** Of a row: its table's head and caption, and what it says with them; its first cell, or what a colon follows. */
  head: { text: string; presence: Presence };
  label: { presence: Presence; precision: number };
  /** Of a row: share of the cell that the question's words fill best, the first one aside, that they are. */
  cell: number;
  /** Concepts in the last headings above, in the title with the headings above those, and anywhere in the chunk. */
  heading: Presence;
  title: Presence;
  chunk: Presence;
  /** Everything that was found of its section, and of its article. */
  section: string;
  article: string;
  figures: ReadFigure[];
  /** With their kinds; of a row together with its heads. */
  quantities: readonly Quantity[];
  /** Cosine of its vector to the question's, alone and together with the sentence before. */
  nearness: number;
  nearnessWithPrevious: number;
}

/** Headings down to the article's own; what stands below are its parts. */
const ARTICLE_LEVEL = 2;
/** Headings above that a sentence is read with; those above them go with the title. */
const HEADINGS = 2;
/** A form less likely than this does not make a sentence one about the question. */
const LIKELY = 0.5;
/** Between the cells of a row, as it is printed and as it is said. */
const CELL_END = /[\t;；]/u;
const NOTHING_FOUND: FoundUnits = { canonical: '', occurrences: [] };
/** A figure's neighbourhood, in characters before and after. */
const BEFORE = 16;
const AFTER = 10;

interface Finders {
  terms(text: string): Presence;
  concepts(text: string): FoundUnits;
  conceptCount: number;
}

/** Reads the passages' sentences once; each part of a question then weighs them in its own way. */
export function readSentences({ units, concepts }: QuestionUnits, passages: Passage[]): ReadSentence[] {
  const finders = { zh: findersOf(units.zh, concepts.zh), en: findersOf(units.en, concepts.en) };
  const sectionOf = textsBy(passages, ({ chunk, report }) => [report.id, ...chunk.path].join('\n'));
  const articleOf = textsBy(passages, ({ chunk, report }) =>
    [report.id, ...chunk.path.slice(0, ARTICLE_LEVEL)].join('\n'),
  );
  const best = Math.max(...passages.map(({ score }) => score));
  return passages.flatMap((passage, rank) =>
    readPassage(
      { passage, rank, lag: passage.score - best, section: sectionOf(passage), article: articleOf(passage) },
      finders[passage.report.language],
    ),
  );
}

function findersOf(units: QueryUnit[], concepts: QueryUnit[]): Finders {
  const findUnits = createUnitFinder(units);
  return {
    terms: (text) => presenceIn(findUnits(text), units.length),
    concepts: createUnitFinder(concepts),
    conceptCount: concepts.length,
  };
}

/** What was found of the part of the report that a passage belongs to, with the headings above it. */
function textsBy(passages: Passage[], keyOf: (passage: Passage) => string): (passage: Passage) => string {
  const groups = Map.groupBy(passages, keyOf);
  return (passage) =>
    [
      nameOf(passage.report),
      ...passage.chunk.path,
      ...(groups.get(keyOf(passage)) ?? []).map(({ chunk }) => chunk.text),
    ].join('\n');
}

function readPassage(
  place: Pick<ReadSentence, 'passage' | 'rank' | 'lag' | 'section' | 'article'>,
  finders: Finders,
): ReadSentence[] {
  const { report, statements } = place.passage;
  const { path } = place.passage.chunk;
  const read = (text: string) => presenceIn(finders.concepts(text), finders.conceptCount);
  const heading = read(path.slice(-HEADINGS).join('\n'));
  const title = read([nameOf(report), ...path.slice(0, -HEADINGS)].join('\n'));
  const { text: chunkText } = place.passage.chunk;
  // What a row says with its heads is read as its head: shown is the line as it is printed.
  const lines = statements.map(({ kind, text, quotes }) =>
    kind === 'row' ? chunkText.slice(quotes[0]?.start, quotes.at(-1)?.end).trim() : text,
  );
  const heads = tableHeads(lines);
  const headLines = new Set(heads.flatMap((head, at) => (hasFigure(lines[at] ?? '') ? head.split('\n') : [])));
  const sentences: ReadSentence[] = [];
  statements.forEach(({ kind, text: said, quotes, clauses }, at) => {
    const text = lines[at] ?? said;
    const found = finders.concepts(text);
    const head = [heads[at] ?? '', said === text ? '' : said].filter((line) => line !== '').join('\n');
    const called = kind === 'row' ? labelOf(text) : lineLabel(text);
    const label = called === '' ? NOTHING_FOUND : finders.concepts(called);
    const previous = sentences.at(-1);
    sentences.push({
      ...place,
      span: { start: quotes[0]?.start ?? 0, end: quotes.at(-1)?.end ?? 0 },
      text,
      kind,
      isHead: kind === 'row' && headLines.has(text),
      heading,
      title,
      chunk: [],
      terms: finders.terms(text),
      presence: presenceIn(found, finders.conceptCount),
      precision: precisionOf(found),
      clauses: kind === 'row' ? cellsOf(said, finders) : clausesOf(found, finders.conceptCount),
      head: { text: head, presence: read(head) },
      label: { presence: presenceIn(label, finders.conceptCount), precision: precisionOf(label) },
      cell: kind === 'row' ? bestCell(text, finders) : 0,
      figures: figuresOf(found, finders.conceptCount),
      quantities: clauses.flatMap(({ quantities }) => quantities),
      nearness: 0,
      nearnessWithPrevious: 0,
      ...given({ previous, said: kind === 'row' && said !== text ? said : undefined }),
    });
  });
  const chunk = heading.map((_, at) => Math.max(0, ...sentences.map(({ presence }) => presence[at] ?? 0)));
  for (const sentence of sentences) sentence.chunk = chunk;
  return sentences;
}

/** Adds how near each sentence's vector lies to the question's; a row is read with its table's head instead. */
export async function compareVectors(
  question: string,
  sentences: ReadSentence[],
  embed: Embedder['embed'],
): Promise<void> {
  const texts = sentences.flatMap(({ kind, text, previous, head }) => [
    text,
    kind === 'row' ? `${head.text}\n${text}` : `${previous?.text ?? ''}${text}`,
  ]);
  const [asked = new Float32Array(), ...vectors] = await embed([question, ...texts]);
  const nearnessOf = (vector: Float32Array | undefined) =>
    asked.reduce((sum, value, at) => sum + value * (vector?.[at] ?? 0), 0);
  sentences.forEach((sentence, at) => {
    sentence.nearness = nearnessOf(vectors[2 * at]);
    sentence.nearnessWithPrevious = nearnessOf(vectors[2 * at + 1]);
  });
}

/** The best occurrence of each unit, in a stretch of the text or in all of it. */
function presenceIn({ occurrences }: FoundUnits, count: number, from = 0, to = Number.POSITIVE_INFINITY): Presence {
  const presence = Array.from<number>({ length: count }).fill(0);
  for (const { unit, start, end, share } of occurrences)
    if (start >= from && end <= to) presence[unit] = Math.max(presence[unit] ?? 0, share);
  return presence;
}

function figuresOf(found: FoundUnits, count: number): ReadFigure[] {
  const { canonical } = found;
  const ends = [0, ...clausesWithMarks(canonical).map(({ end }) => end)];
  return countingFigures(canonical).map(({ 0: text, index }) => {
    const next = ends.findIndex((end) => end > index);
    const clauses = canonical.slice(ends[Math.max(0, next - 2)], ends[next]);
    return {
      text,
      clauses,
      before: canonical.slice(0, index),
      presence: presenceIn(found, count, index - BEFORE, index + text.length + AFTER),
    };
  });
}

/** Share of a text's characters that stand in concepts. */
function precisionOf({ canonical, occurrences }: FoundUnits): number {
  const length = withoutSpace(canonical).length;
  let covered = 0;
  let reached = 0;
  for (const { start, end, share } of occurrences) {
    if (share < LIKELY) continue;
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return length === 0 ? 0 : Math.min(1, covered / length);
}

function clausesOf(found: FoundUnits, count: number): ReadClause[] {
  const { canonical } = found;
  return clausesWithMarks(canonical).map(({ text, start, end }) => ({
    presence: presenceIn(found, count, start, end),
    figures: countingFigures(text).map(([figure]) => figure),
  }));
}

/** What a row says under each of its heads, each cell with what the row is called. */
function cellsOf(said: string, { concepts, conceptCount }: Finders): ReadClause[] {
  const label = presenceIn(concepts(labelOf(said).split(/[:：]/u, 1)[0] ?? ''), conceptCount);
  return said.split(CELL_END).map((cell) => ({
    presence: union(label, presenceIn(concepts(cell), conceptCount)),
    figures: countingFigures(cell.normalize('NFKC')).map(([figure]) => figure),
  }));
}

/** A cell of a name: letters, at least two. */
const NAMING = /\p{L}.*\p{L}/u;

function bestCell(row: string, { concepts }: Finders): number {
  const label = labelOf(row);
  const cells = row.split('\t').filter((cell) => cell !== label && NAMING.test(cell));
  return Math.max(0, ...cells.map((cell) => precisionOf(concepts(cell))));
}

/** What is present in one of two places. */
export function union(one: Presence, other: Presence): Presence {
  return one.map((value, at) => Math.max(value, other[at] ?? 0));
}
