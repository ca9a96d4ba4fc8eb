import type { Question } from './answer.ts';
import type { SummaryRequest } from './summary.ts';

/**
 * How much is taken at once: the one table. Each door looks it up before it begins, and `ReadingRoom` once more. At
 * these limits any text of tests/fuzz/texts.test.ts is answered within 2 s and checked within 10 s of one core.
 */
export const LIMITS = {
  /**
   * Characters of a question, and of a request for a summary: a page; what is longer is a text and is checked or
   * ingested.
   */
  question: 2000,
  /** Earlier turns of a conversation that a question comes with: as many as Slack's threads are read back. */
  turns: 40,
  /** Reports that a question or a check is confined to, and characters of such a name: file names have 255. */
  reports: 200,
  reportName: 255,
  /** Characters of a draft: some 25 pages of Chinese. */
  draft: 30_000,
} as const;

/**
 * How much of a text that was taken is looked at; what is left out is named in the result. A claim costs some 12 ms on
 * the samples.
 */
export const PORTIONS = {
  /** Characters of one claim: the longest sentence of the sample reports has 300; longer ones are tables and lists. */
  claim: 1000,
  /** Figures and dates of one claim: each is compared with all of a sentence. */
  quantities: 40,
  /** Claims of one draft. */
  claims: 600,
  /** Milliseconds of a check: in a library of thousands of reports a claim takes longer. */
  checkMs: 60_000,
  /**
   * Claims of a model's answer, characters of one and of its quote, quotes of one: more is left out before it is
   * verified.
   */
  modelClaims: 60,
  modelClaim: 4000,
  modelQuote: 4000,
  modelQuotes: 20,
} as const;

/** What there can be too much of. */
export type LimitName = keyof typeof LIMITS;

/** A limit that is exceeded: what there is, and what may be. */
export interface Exceeded {
  limit: LimitName;
  found: number;
  most: number;
}

/** The first limit that some counts exceed; undefined when all are kept. */
export function exceeded(counts: Partial<Record<LimitName, number>>): Exceeded | undefined {
  const names: readonly LimitName[] = ['question', 'turns', 'reports', 'reportName', 'draft'];
  return names.flatMap((limit) => {
    const [found, most] = [counts[limit] ?? 0, LIMITS[limit]];
    return found > most ? [{ limit, found, most }] : [];
  })[0];
}

/** The limit that a question with its turns and reports exceeds. */
export function exceededBy({
  text,
  earlier,
  reports,
}: Pick<Question, 'text' | 'earlier' | 'reports'>): Exceeded | undefined {
  return exceeded({ question: longest([text, ...earlier]), turns: earlier.length, ...countsOf(reports) });
}

/** The limit that a request for a summary exceeds. */
export function exceededByRequest({ text }: Pick<SummaryRequest, 'text'>): Exceeded | undefined {
  return exceeded({ question: text.length });
}

/** The limit that a draft, or the reports that it is checked against, exceeds. */
export function exceededByDraft(draft: string, reports?: readonly string[]): Exceeded | undefined {
  return exceeded({ draft: draft.length, ...countsOf(reports) });
}

/**
 * The turns before a question that it can be taken with: the latest, without those that are too long to have been
 * answered.
 */
export function takenTurns(earlier: readonly string[]): string[] {
  return earlier.filter(({ length }) => length <= LIMITS.question).slice(-LIMITS.turns);
}

function countsOf(reports: readonly string[] = []): Partial<Record<LimitName, number>> {
  return { reports: reports.length, reportName: longest(reports) };
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}
