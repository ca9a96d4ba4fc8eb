import { createUnitFinder } from '../dictionary/find-units.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import type { Passage } from '../domain/answer.ts';
import type { FigureFact, FiguresRequest, FoundFigures } from '../domain/figure-fact.ts';
import type { ReportSummary } from '../domain/ports.ts';
import { createNames } from '../lexicon/names.ts';
import { periodsOf } from '../quantities/periods.ts';
import { coverage } from '../retrieve/bm25.ts';
import { stemOf } from '../retrieve/meant-reports.ts';
import type { Retrieval, RetrievalParts } from '../retrieve/retrieve-passages.ts';
import { retrievePassages } from '../retrieve/retrieve-passages.ts';
import { countUnits } from '../retrieve/unit-counts.ts';
import { statementsOf } from '../statements/statements-of.ts';
import { compareFacts, overTime, timeOf } from './compare-facts.ts';
import { groupIssues } from './group-issues.ts';
import { readFacts } from './read-facts.ts';

/** What finding figures stands on. */
export interface FigureParts extends RetrievalParts {
  names: NameReader;
}

/** How much is looked at and given. */
export interface FigureOptions {
  /** Facts that are given at most; absent: 50. */
  limit?: number;
  /** Only what forms a line over time, over the issues of a series. */
  isTrend?: boolean;
  /** Who asks: among those who ask at the same time, each has a turn. */
  visitor?: string;
}

const GIVEN = 50;
/** Passages that figures are looked for in. */
const PASSAGES = 60;
/**
 * A fact is about what is asked for with this share of the words in subject, measure and period; or with less where
 * its sentence and headings say the rest.
 */
const LEAST_OWN = 0.34;
const LEAST_ALL = 0.67;
/** What a word beside the figure counts against one that stands elsewhere in its sentence or above it. */
const ELSEWHERE = 0.4;

/** Finds the figures that some words are about, each with its citation; without words all of the named reports. */
export async function findFigures(
  request: FiguresRequest,
  parts: FigureParts,
  { limit = GIVEN, isTrend = false }: FigureOptions = {},
): Promise<FoundFigures> {
  const reports = await chosen(request, parts);
  const { passages, rank } = await passagesFor(request, reports, parts);
  const read = passages.map((passage) => readFacts(passage, parts.names));
  const facts = rank(read.flatMap((one) => one.facts).filter((fact) => fits(fact, request)));
  const series = groupIssues(reports);
  const compared = isTrend ? overTime(facts, series) : compareFacts(facts, series);
  const inLines = new Set(compared.flatMap(({ points }) => points.map(({ fact }) => fact)));
  const wanted = isTrend ? facts.filter((fact) => inLines.has(fact)) : facts;
  return {
    request,
    facts: wanted.slice(0, limit),
    more: Math.max(0, wanted.length - limit),
    leftOut: read.reduce((sum, { leftOut }) => sum + leftOut, 0),
    compared,
  };
}

async function chosen({ reports }: FiguresRequest, { library }: FigureParts): Promise<ReportSummary[]> {
  const all = await library.reports();
  if (reports === undefined) return all;
  const wanted = new Set(reports);
  return all.filter(({ id, file }) => [id, file, stemOf(file)].some((name) => wanted.has(name)));
}

type Rank = (facts: readonly FigureFact[]) => FigureFact[];

async function passagesFor(
  { text, reports: named }: FiguresRequest,
  reports: readonly ReportSummary[],
  parts: FigureParts,
): Promise<{ passages: Pick<Passage, 'chunk' | 'report' | 'statements'>[]; rank: Rank }> {
  if (text.trim() === '') return { passages: await allPassages(reports, parts), rank: (facts) => [...facts] };
  const question = { text, earlier: [], ...(named ? { reports: reports.map(({ id }) => id) } : {}) };
  const retrieval = await retrievePassages(question, parts, PASSAGES);
  return { passages: retrieval.passages, rank: rankFor(retrieval) };
}

async function allPassages(reports: readonly ReportSummary[], { library }: FigureParts) {
  const names = createNames(await library.aliases());
  const lists = await Promise.all(
    reports.map(async (report) => {
      const chunks = await library.chunks(report.id);
      const found = chunks.map((chunk) => ({ chunk, report }));
      const statements = await statementsOf(library, found, names);
      return found.map((one, at) => ({ ...one, statements: statements[at] ?? [] }));
    }),
  );
  return lists.flat();
}

/** Orders facts by how much of what is asked for is said of them; those that it is not said of are left out. */
function rankFor({ asked, passages }: Retrieval): Rank {
  const shares = { zh: sharesOf(asked.concepts.zh), en: sharesOf(asked.concepts.en) };
  const languageOf = new Map(passages.map(({ report }) => [report.id, report.language]));
  // Sorting is stable: facts that say as much stay in the order of their passages.
  return (facts) =>
    facts
      .map((fact) => {
        const { subject, measure, period, place, quote, report } = fact;
        const share = shares[languageOf.get(report.id) ?? 'zh'];
        const own = share([subject, measure, period?.text, place].filter(Boolean).join('\n'));
        const all = share([subject, measure, quote.text, ...quote.path, report.title].filter(Boolean).join('\n'));
        return { fact, own, all, score: own + ELSEWHERE * (all - own) };
      })
      .filter(({ own, all }) => own >= LEAST_OWN && all >= LEAST_ALL)
      .toSorted((a, b) => b.score - a.score)
      .map(({ fact }) => fact);
}

function sharesOf(units: Retrieval['asked']['concepts']['zh']): (text: string) => number {
  const find = createUnitFinder(units);
  return (text) => {
    const found = find(text);
    const [counts] = countUnits(found, units.length, [{ start: 0, end: found.canonical.length }]);
    return counts ? coverage(units, counts) : 0;
  };
}

function fits(fact: FigureFact, { period, unit }: FiguresRequest): boolean {
  return (period === undefined || isOfPeriod(fact, period)) && (unit === undefined || isInUnit(fact, unit));
}

function isOfPeriod(fact: FigureFact, period: string): boolean {
  const wanted = period.trim().toUpperCase();
  const time = timeOf(fact);
  if (time === wanted || time?.startsWith(`${wanted}-`)) return true;
  const { years, quarter } = periodsOf(period);
  const [from] = fact.period?.time.months ?? [];
  const isQuarter = quarter === undefined || (from !== undefined && Math.ceil(from / 3) === quarter);
  return years.length > 0 && fact.period?.time.year !== undefined && years.includes(fact.period.time.year) && isQuarter;
}

function isInUnit({ unit, value }: FigureFact, wanted: string): boolean {
  return unit.toLowerCase() === wanted.toLowerCase() || value.text.normalize('NFKC').includes(wanted.normalize('NFKC'));
}
