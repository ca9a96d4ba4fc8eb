import type { Passage } from '../domain/answer.ts';
import { bm25, coverage } from '../retrieve/bm25.ts';
import type { UnitFinder } from '../dictionary/find-units.ts';
import { createUnitFinder } from '../dictionary/find-units.ts';
import type { QueryUnit } from '../dictionary/query-unit.ts';
import type { Retrieval } from '../retrieve/retrieve-passages.ts';
import { countUnits } from '../retrieve/unit-counts.ts';
import type { Kind, OutlineNode } from './outline-nodes.ts';
import type { Scope } from './read-request.ts';
import type { SectionWeights } from './summary-weights.ts';
import { SECTION_FEATURES } from './summary-weights.ts';

/** What a section is ordered by. Shares are of the weight of what the request speaks of. */
export interface SectionFeatures {
  /** Share of the words, and of the pairs of characters, in the section's own heading. */
  title: number;
  titlePairs: number;
  /** Share of the words in the headings above that its own does not hold. */
  above: number;
  /** Share of the heading that the request says. */
  said: number;
  /** How near to its beginning the heading says a word of the request: `云计算：…`. */
  lead: number;
  /** Share of the words in its text, and how strongly it speaks of them against the section that does most. */
  text: number;
  strength: number;
  /** Share of the passages that were found, the first ones counting most. */
  passages: number;
  /**
   * Share of the words, also of those that no report holds, in headings and text; weighs nothing, for it is the same
   * everywhere but where nothing fits.
   */
  held: number;
  /** It is of the kind that the request names; or of the kind that is mostly meant when it names none. */
  kind: number;
}

/** A section with its score, higher is nearer: of what all features together could give, up to 1. */
export interface ScoredSection {
  node: OutlineNode;
  features: SectionFeatures;
  score: number;
}

/** How a kind fits what the request calls it; `section` may be any, more often an article. */
const FITS: Record<Scope | 'unnamed', Record<Kind, number>> = {
  report: { report: 1, part: 0, article: 0, subsection: 0 },
  part: { report: -1, part: 1, article: 0.4, subsection: 0 },
  article: { report: -1, part: 0, article: 1, subsection: 0.4 },
  subsection: { report: -1, part: 0, article: 0.4, subsection: 1 },
  section: { report: -1, part: 0.5, article: 0.9, subsection: 0.8 },
  unnamed: { report: -1, part: 0.5, article: 0.9, subsection: 0.7 },
};
const TEXT = { k1: 1.2, b: 0.75 };
/** A form as unlikely as this is not what the request says. */
const LIKELY = 0.5;
/** A word that begins this many characters into a heading leads it half as much. */
const LEAD = 4;
/** The passage after this many counts half. */
const HALF_LIFE = 4;

interface Finder {
  units: QueryUnit[];
  find: UnitFinder;
}

/** Scores sections for what a request says of them, best first. */
export function scoreSections(
  nodes: readonly OutlineNode[],
  { asked, passages }: Pick<Retrieval, 'asked' | 'passages'>,
  scope: Scope | undefined,
  weights: SectionWeights['weights'],
): ScoredSection[] {
  return measureSections(nodes, { asked, passages }, scope)
    .map(({ node, features }) => ({ node, features, score: scoreOf(features, weights) }))
    .toSorted((a, b) => b.score - a.score);
}

/** What sections are ordered by, in the order of the sections. */
export function measureSections(
  nodes: readonly OutlineNode[],
  { asked, passages }: Pick<Retrieval, 'asked' | 'passages'>,
  scope: Scope | undefined,
): Omit<ScoredSection, 'score'>[] {
  const finders = {
    zh: findersOf(asked.concepts.zh, asked.units.zh),
    en: findersOf(asked.concepts.en, asked.units.en),
  };
  const average = averageLength(nodes);
  const measured = nodes.map((node) => ({
    node,
    ...measure(node, finders[node.stored.report.language], passages, average),
  }));
  const strongest = Math.max(1e-9, ...measured.map(({ strength }) => strength));
  return measured.map(({ node, features, strength }) => ({
    node,
    features: { ...features, strength: strength / strongest, kind: FITS[scope ?? 'unnamed'][node.kind] },
  }));
}

function scoreOf(features: SectionFeatures, weights: SectionWeights['weights']): number {
  const all = SECTION_FEATURES.reduce((sum, name) => sum + weights[name], 0);
  return SECTION_FEATURES.reduce((sum, name) => sum + weights[name] * features[name], 0) / all;
}

function findersOf(words: QueryUnit[], pairs: QueryUnit[]): { words: Finder; pairs: Finder } {
  return {
    words: { units: words, find: createUnitFinder(words) },
    pairs: { units: pairs, find: createUnitFinder(pairs) },
  };
}

function measure(
  { stored, path, span }: OutlineNode,
  { words, pairs }: Record<'words' | 'pairs', Finder>,
  passages: readonly Passage[],
  average: number,
) {
  const title = path.at(-1) ?? stored.report.title;
  const text = stored.text.slice(span.start, span.end);
  const own = shareIn(words, title);
  return {
    strength: bm25(pairs.units, countsIn(pairs, text), { ...TEXT, averageLength: average }),
    features: {
      title: own,
      titlePairs: shareIn(pairs, title),
      above: shareIn(words, path.join('\n')) - own,
      said: saidShare(words.find, title),
      lead: leadOf(words.find, title),
      text: shareIn(words, text),
      held: coverage(words.units, countsIn(words, [...path, text].join('\n'))),
      passages: passageShare(passages, stored.report.id, span),
    },
  };
}

/** Only what some report holds can tell sections apart. */
function shareIn({ units, find }: Finder, text: string): number {
  return coverage(units, countsIn({ units, find }, text), ({ documentFrequency }) => documentFrequency > 0);
}

function countsIn({ units, find }: Finder, text: string) {
  const found = find(text);
  return (
    countUnits(found, units.length, [{ start: 0, end: found.canonical.length }])[0] ?? {
      counts: new Float64Array(units.length),
      length: 0,
    }
  );
}

function saidShare(find: UnitFinder, title: string): number {
  const { canonical, occurrences } = find(title);
  const letters = [...canonical.matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => index);
  const said = letters.filter((at) =>
    occurrences.some(({ start, end, share }) => share >= LIKELY && start <= at && at < end),
  );
  return letters.length === 0 ? 0 : said.length / letters.length;
}

function leadOf(find: UnitFinder, title: string): number {
  const first = find(title).occurrences.find(({ share }) => share >= LIKELY);
  return first === undefined ? 0 : 1 / (1 + first.start / LEAD);
}

function passageShare(
  passages: readonly Passage[],
  reportId: string,
  { start, end }: { start: number; end: number },
): number {
  const weightOf = (rank: number) => 0.5 ** (rank / HALF_LIFE);
  const total = passages.reduce((sum, _, rank) => sum + weightOf(rank), 0);
  const held = passages.reduce(
    (sum, { chunk }, rank) =>
      chunk.reportId === reportId && chunk.span.start >= start && chunk.span.start < end ? sum + weightOf(rank) : sum,
    0,
  );
  return total === 0 ? 0 : held / total;
}

function averageLength(nodes: readonly OutlineNode[]): number {
  const lengths = nodes.filter(({ kind }) => kind === 'article').map(({ span }) => 2 * (span.end - span.start));
  return lengths.length === 0 ? 2000 : lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
}
