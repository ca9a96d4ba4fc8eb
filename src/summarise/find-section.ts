import type { StoredReport } from '../domain/ports.ts';
import type { Span } from '../domain/report.ts';
import type { SectionRef, SummaryRequest } from '../domain/summary.ts';
import type { Retrieval, RetrievalParts } from '../retrieve/retrieve-passages.ts';
import { retrievePassages } from '../retrieve/retrieve-passages.ts';
import { findPages } from './find-pages.ts';
import { meantBy } from './meant-by.ts';
import type { OutlineNode } from './outline-nodes.ts';
import { outlineNodes, spanRef } from './outline-nodes.ts';
import type { ReadRequest } from './read-request.ts';
import type { ScoredSection } from './score-sections.ts';
import { scoreSections } from './score-sections.ts';
import type { SummaryWeights } from './summary-weights.ts';

/** What a request was found to mean. */
export type FoundSection =
  | { outcome: 'found'; stored: StoredReport; section: SectionRef }
  | { outcome: 'which'; candidates: SectionRef[] }
  | { outcome: 'not_found'; nearest: SectionRef[] };

/** Sections that are offered at most. */
const OFFERED = 5;
const NEAREST = 3;
/** Passages that vote for the sections they stand in. */
const PASSAGES = 50;
/** In a larger library only reports are considered that hold one of these passages. */
const FEW_REPORTS = 8;
/** Sections whose scores lie nearer than this fit equally; the right ones lie further apart in nine requests of ten. */
const EQUAL = 0.011;
/** Two whose headings say the request alike fit equally also further apart: where they stand does not tell. */
const EQUAL_NAMED = 0.05;
const NAMED = { title: 0.9, said: 0.05 };
/**
 * A section fits with this share of the request's words in its headings; or with half of that and this share in
 * headings and text; or with the latter and this share of the passages that were found.
 */
const LEAST_HEADING = 0.4;
const LEAST_HELD = 0.7;
const LEAST_PASSAGES = 0.3;
/** With a score like this a section fits though the request holds words that no report has. */
const SURE = 0.54;

/** What a subsection's heading must say of the request beyond its article's, and how far its score may lie behind. */
const FURTHER = 0.3;
const NEAR = 0.09;

/** What finding a section stands on. */
export interface SectionParts extends RetrievalParts {
  summaryWeights: Pick<SummaryWeights, 'sections'>;
}

/** Finds the section that a request means: by pages, by position, by its words, or the whole report. */
export async function findSection(
  request: SummaryRequest,
  read: ReadRequest,
  parts: SectionParts,
): Promise<FoundSection> {
  const { library } = parts;
  if (request.section) return exactly(await library.report(request.section.reportId), request.section.span);
  const { content, reports } = await meantBy(request, read, library);
  const { pages } = read;
  if (pages) return among(await load(parts, reports), (stored) => findPages(stored, pages));
  if (content === '')
    return read.ordinal === undefined
      ? wholeReport(await load(parts, reports))
      : among(await load(parts, reports), (stored) => ordinalOf(outlineNodes(stored), read)?.ref);
  return byWords(content, read, reports, parts);
}

/** The sections that some words may mean, with what was found for the words. */
export async function sectionsFor(
  content: string,
  reports: readonly { id: string }[],
  parts: RetrievalParts,
): Promise<{ nodes: OutlineNode[]; retrieval: Retrieval }> {
  const question = { text: content, earlier: [], reports: reports.map(({ id }) => id) };
  const retrieval = await retrievePassages(question, parts, PASSAGES);
  const held = new Set(retrieval.passages.map(({ report }) => report.id));
  const considered = reports.length <= FEW_REPORTS ? reports : reports.filter(({ id }) => held.has(id));
  return { nodes: (await load(parts, considered)).flatMap(outlineNodes), retrieval };
}

function exactly(stored: StoredReport | undefined, span: Span): FoundSection {
  const node = stored && outlineNodes(stored).find((one) => one.span.start === span.start && one.span.end === span.end);
  if (!stored || span.end > stored.text.length || span.start >= span.end) return { outcome: 'not_found', nearest: [] };
  return { outcome: 'found', stored, section: node?.ref ?? spanRef(stored, span, []) };
}

async function load({ library }: RetrievalParts, reports: readonly { id: string }[]): Promise<StoredReport[]> {
  return (await Promise.all(reports.map(({ id }) => library.report(id)))).filter((stored) => stored !== undefined);
}

/** The one stretch that the reports have; which, when several have one. */
function among(reports: StoredReport[], find: (stored: StoredReport) => SectionRef | undefined): FoundSection {
  const found = reports.flatMap((stored) => {
    const section = find(stored);
    return section ? [{ stored, section }] : [];
  });
  const [only, another] = found;
  if (only && !another) return { outcome: 'found', ...only };
  return only
    ? { outcome: 'which', candidates: found.slice(0, OFFERED).map(({ section }) => section) }
    : { outcome: 'not_found', nearest: wholes(reports) };
}

function wholeReport(reports: StoredReport[]): FoundSection {
  return among(reports, (stored) => outlineNodes(stored)[0]?.ref);
}

function wholes(reports: StoredReport[]): SectionRef[] {
  return reports.slice(0, NEAREST).flatMap((stored) => outlineNodes(stored)[0]?.ref ?? []);
}

/** The part, article or subsection at a position among its kind. */
function ordinalOf(nodes: OutlineNode[], { ordinal = 1, scope }: ReadRequest): OutlineNode | undefined {
  const kinds = [scope === 'section' || scope === undefined ? 'part' : scope, 'part', 'article'];
  const kind = kinds.find((one) => nodes.some((node) => node.kind === one));
  const same = nodes.filter((node) => node.kind === kind);
  return same.at(ordinal > 0 ? ordinal - 1 : ordinal);
}

async function byWords(
  content: string,
  read: ReadRequest,
  reports: readonly { id: string }[],
  parts: SectionParts,
): Promise<FoundSection> {
  const { nodes, retrieval } = await sectionsFor(content, reports, parts);
  const scored = scoreSections(
    nodes,
    retrieval,
    read.ordinal === undefined ? read.scope : undefined,
    parts.summaryWeights.sections.weights,
  );
  const best = settleArticle(scored, read);
  if (!best || !fits(best)) return { outcome: 'not_found', nearest: refs(scored.slice(0, NEAREST)) };
  if (read.ordinal !== undefined) return nthBelow(best, nodes, read);
  const rivals = scored.filter(
    (other) =>
      other !== best &&
      best.score - other.score < (isCalledLike(best, other) ? EQUAL_NAMED : EQUAL) &&
      !isWithin(other.node, best.node) &&
      fits(other),
  );
  return rivals.length > 0
    ? { outcome: 'which', candidates: refs([best, ...rivals].slice(0, OFFERED)) }
    : { outcome: 'found', stored: best.node.stored, section: best.node.ref };
}

/**
 * Who says `that article` means a subsection of it only when the subsection's heading says a good deal of the request
 * that the article's does not: `港口那篇讲泊位的`.
 */
function settleArticle(scored: ScoredSection[], { scope }: ReadRequest): ScoredSection | undefined {
  const [best] = scored;
  const article =
    best?.node.kind === 'article'
      ? best
      : scored.find(
          ({ node }) => node.kind === 'article' && best?.node.kind === 'subsection' && isWithin(node, best.node),
        );
  if (!article || scope !== 'article') return best;
  const below = scored.find(({ node }) => node.kind === 'subsection' && isWithin(node, article.node));
  const isMeant = below && below.features.title >= FURTHER && headingShare(below) - headingShare(article) >= FURTHER;
  return isMeant && article.score - below.score < NEAR ? below : article;
}

function isCalledLike({ features: one }: ScoredSection, { features: other }: ScoredSection): boolean {
  const isNamedSo = one.title >= NAMED.title && other.title >= NAMED.title;
  return isNamedSo && Math.abs(one.said - other.said) <= NAMED.said;
}

function headingShare({ features }: ScoredSection): number {
  return features.title + features.above;
}

/** Its heading, or its text, speaks of what the request names. */
function fits(section: ScoredSection): boolean {
  const { features, node } = section;
  if (node.kind === 'report') return features.title >= LEAST_HELD;
  return (
    section.score >= SURE ||
    headingShare(section) >= LEAST_HEADING ||
    (features.held >= LEAST_HELD && (features.passages >= LEAST_PASSAGES || headingShare(section) >= LEAST_HEADING / 2))
  );
}

/** `供应的第三篇`: counted among what stands under the section that the words name. */
function nthBelow({ node }: ScoredSection, nodes: OutlineNode[], { ordinal = 1 }: ReadRequest): FoundSection {
  const below = nodes.filter(
    (one) => one.stored === node.stored && one.path.length === node.path.length + 1 && isWithin(one, node),
  );
  const nth = below.at(ordinal > 0 ? ordinal - 1 : ordinal);
  return nth
    ? { outcome: 'found', stored: nth.stored, section: nth.ref }
    : { outcome: 'not_found', nearest: below.slice(0, NEAREST).map(({ ref }) => ref) };
}

/** True when one stands in the other. */
function isWithin(one: OutlineNode, other: OutlineNode): boolean {
  const overlap = Math.min(one.span.end, other.span.end) - Math.max(one.span.start, other.span.start);
  return one.stored.report.id === other.stored.report.id && overlap > 0;
}

function refs(scored: ScoredSection[]): SectionRef[] {
  return scored.map(({ node }) => node.ref);
}
