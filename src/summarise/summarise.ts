import type { Prove } from '../compare/prove.ts';
import type { StoredReport } from '../domain/ports.ts';
import type { SectionRef, SummaryRequest, VerifiedSummary } from '../domain/summary.ts';
import type { AskerOptions, ModelSteps } from '../model/attempt.ts';
import { attemptWithModel } from '../model/attempt.ts';
import type { RetrievalParts } from '../retrieve/retrieve-passages.ts';
import type { Names } from '../lexicon/names.ts';
import { detectLanguage } from '../text/language.ts';
import { createNames } from '../lexicon/names.ts';
import type { DraftSummary } from '../verify/verify-summary.ts';
import { verifySummary } from '../verify/verify-summary.ts';
import { findSection } from './find-section.ts';
import { findSeries } from './find-series.ts';
import { labelFigures } from './label-figures.ts';
import { groupPoints, sayPoint } from './group-points.ts';
import type { SummaryLimits } from './limits.ts';
import { limitsOf, MODEL_POINTS, POINTS } from './limits.ts';
import { outlineNodes } from './outline-nodes.ts';
import { createNameReader } from '../dictionary/read-names.ts';
import { tableFigures } from './table-figures.ts';
import { findTerms } from '../statements/find-terms.ts';
import { statementsOf } from '../statements/statements-of.ts';
import type { Block, ReadChunk } from './read-blocks.ts';
import { readBlocks } from './read-blocks.ts';
import type { Candidate } from './read-candidates.ts';
import { readCandidates } from './read-candidates.ts';
import type { ReadRequest } from './read-request.ts';
import { readRequest } from './read-request.ts';
import { sectionPassages } from './section-passages.ts';
import { chooseFromArticles } from './share-out.ts';
import type { ProvedPoint } from './summarise-with-model.ts';
import type { PointTuning, SummaryWeights } from './summary-weights.ts';
import { summariseWithModel } from './summarise-with-model.ts';
import { weighInformation } from './weigh-information.ts';

/** Series that are shown at most, the longest first. */
const SERIES = 3;

/** What summarising stands on. */
export interface SummaryParts extends RetrievalParts {
  summaryWeights: SummaryWeights;
  prove: Prove;
  /** Words the points; absent: they are the report's own sentences. */
  model?: ModelSteps;
}

/**
 * Finds what a request means and summarises it, by a model in the words of the request's language; every point and
 * figure is checked before it is given.
 */
export async function summarise(
  request: SummaryRequest,
  parts: SummaryParts,
  options: AskerOptions = {},
): Promise<VerifiedSummary> {
  const read = readRequest(request.text);
  const found = await findSection(request, read, parts);
  if (found.outcome !== 'found') return verifySummary(request, found, parts.prove);
  const names = createNames(await parts.library.aliases());
  const chunks = await readChunksWithin(found, parts, names);
  const blocks = readBlocks(found.stored, chunks, found.section.span);
  const wanted = { ...read, length: request.length ?? read.length };
  const tuning = parts.summaryWeights.points.weights;
  const draft = withTables(draftSummary(wanted, found, { blocks, names, tuning }), {
    chunks,
    blocks,
    report: found.stored.report,
    names: createNameReader(parts.glosses),
    limit: limitsOf(wanted.length, found.stored.report.language, tuning).figures,
  });
  if (!parts.model) return verifySummary(request, draft, parts.prove);
  const passages = sectionPassages(found.stored.report, chunks, found.section.span, blocks.length);
  const wish = { language: detectLanguage(request.text), points: wanted.mostPoints ?? MODEL_POINTS[wanted.length] };
  const attempt = await attemptWithModel(parts.model, options, (tasking) =>
    summariseWithModel(passages, wish, tasking),
  );
  if (attempt.kind === 'failed')
    return verifySummary(
      request,
      { ...draft, fallback: attempt.problem.failure, refused: attempt.withheld },
      parts.prove,
    );
  const { points, refused } = attempt.value;
  const told = {
    composer: parts.model.model.id,
    points: points.map((point) => point.draft),
    refused,
    passages: [...draft.passages, ...passages],
    coverage: { ...draft.coverage, coveredParagraphs: paragraphsIn(points, blocks) },
  };
  return verifySummary(request, { ...draft, ...told, ...(attempt.cached ? { cached: true } : {}) }, parts.prove);
}

/** The chunks of a section with what they say. */
export async function readChunksWithin(
  { stored: { report }, section: { span } }: { stored: StoredReport; section: SectionRef },
  { library }: Pick<RetrievalParts, 'library'>,
  names: Names,
): Promise<ReadChunk[]> {
  const chunks = (await library.chunks(report.id)).filter(
    (chunk) => chunk.span.start < span.end && chunk.span.end > span.start,
  );
  const statements = await statementsOf(
    library,
    chunks.map((chunk) => ({ chunk, report })),
    names,
  );
  return chunks.map((chunk, at) => ({ chunk, statements: statements[at] ?? [] }));
}

type Draft = Extract<DraftSummary, { outcome: 'summarised' }>;

/** After the figures of the points those of the section's tables, while there is room. */
function withTables(
  draft: Draft,
  { chunks, blocks, ...rest }: { chunks: ReadChunk[]; blocks: Block[] } & Parameters<typeof tableFigures>[2],
): Draft {
  const limit = rest.limit - draft.figures.length;
  return { ...draft, figures: [...draft.figures, ...tableFigures(chunks, blocks, { ...rest, limit })] };
}

function draftSummary(
  { length, mostPoints }: ReadRequest,
  { stored, section }: { stored: StoredReport; section: SectionRef },
  { blocks, names, tuning }: { blocks: Block[]; names: Names; tuning: PointTuning },
): Draft {
  const limits = limitsOf(length, stored.report.language, tuning, mostPoints);
  const points = choosePieces(readArticles(stored), blocks, limits);
  return {
    outcome: 'summarised',
    length,
    section,
    composer: 'extractive',
    points: groupPoints(points, mostPoints ?? POINTS[length]).map(sayPoint),
    coverage: coverageOf(points, blocks),
    figures: labelFigures(points, names, limits.figures),
    series: findSeries(blocks, names)
      .toSorted((a, b) => b.values.length - a.values.length)
      .slice(0, SERIES),
    passages: blocks.map(({ passage }) => passage),
  };
}

/** What is said of a stretch of a report, sentence by sentence, in reading order. */
export function choosePieces(articles: Articles, blocks: readonly Block[], limits: SummaryLimits): Candidate[] {
  const weighed = weighInformation(blocks, articles.holding, articles.count, limits.tuning);
  return chooseFromArticles(readCandidates(weighed), limits, articles.level).slice(0, limits.points);
}

/** The articles of a report. */
export interface Articles {
  count: number;
  /** How deep in the outline they stand; 0 where there are none. */
  level: number;
  /** In how many of them each word stands. */
  holding: ReadonlyMap<string, number>;
}

/** Reads what the articles of a report are about; this takes its time. */
export function readArticles(stored: StoredReport): Articles {
  const articles = outlineNodes(stored).filter(({ kind }) => kind === 'article');
  const holding = new Map<string, number>();
  for (const { span } of articles)
    for (const word of new Set(findTerms(stored.text.slice(span.start, span.end)).map(({ term }) => term)))
      holding.set(word, (holding.get(word) ?? 0) + 1);
  return { count: articles.length, level: articles[0]?.path.length ?? 0, holding };
}

/** Paragraphs in which the points' quotes begin. */
function paragraphsIn(points: readonly ProvedPoint[], blocks: readonly Block[]): number {
  const starts = points.flatMap(({ claim }) => claim.quotes.map(({ span }) => span.start));
  const paragraphs = starts.flatMap((at) =>
    blocks.flatMap(({ passage: { ref, chunk }, sentences }) =>
      sentences
        .filter(({ span }) => chunk.span.start + span.start <= at && at < chunk.span.start + span.end)
        .map(({ paragraph }) => `${ref} ${paragraph}`),
    ),
  );
  return new Set(paragraphs).size;
}

function coverageOf(points: Candidate[], blocks: Block[]) {
  const covered = new Set(
    points.flatMap(({ sentences }) => sentences.map(({ block, paragraph }) => `${block.passage.ref} ${paragraph}`)),
  );
  const total = (count: (block: Block) => number) => blocks.reduce((sum, block) => sum + count(block), 0);
  return {
    coveredParagraphs: covered.size,
    paragraphs: total(({ paragraphCount }) => paragraphCount),
    tables: total(({ tableCount }) => tableCount),
  };
}
