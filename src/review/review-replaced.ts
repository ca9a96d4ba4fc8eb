import type { LogChange, ReviewStore } from '../domain/ports.ts';
import type { KeptCitation, PostedCitation } from '../domain/review.ts';
import type { PlacedReport } from '../verify/find-in-report.ts';
import { findInReport } from '../verify/find-in-report.ts';
import { answerIdOf, itemOf, withStates } from './citation-states.ts';
import { quoteKey } from './quote-key.ts';

/** What the review of replaced reports stands on. */
export interface ReplacedParts {
  store: ReviewStore;
  /** The reports that a file name stands for now: several when they are for different people, everyone's first. */
  reportsOf(file: string): Promise<PlacedReport[]>;
}

/** How many citations moved with their report, and how many verdicts fell. */
export interface ReplacedResult {
  carriedOver: number;
  withdrawn: number;
}

/** Who writes these entries. */
const FOOTNOTE = 'footnote';

/**
 * After reports came or went: citations whose quote still stands are carried over to its new place; verdicts on quotes
 * that no longer stand are withdrawn, and the citations wait in the queue again. Doing it twice changes nothing more.
 */
export async function reviewReplaced({ store, reportsOf }: ReplacedParts): Promise<ReplacedResult> {
  const result: ReplacedResult = { carriedOver: 0, withdrawn: 0 };
  const reports = new Map<string, PlacedReport[]>();
  for (const citation of await store.citations()) {
    const namesakes = reports.get(citation.file) ?? (await reportsOf(citation.file));
    reports.set(citation.file, namesakes);
    const stored = meant(citation, namesakes);
    if (stands(citation, stored)) continue;
    const change = await changeFor(citation, stored, store);
    if (!change || !(await store.append([change]))) continue;
    if (change.quote) result.carriedOver += 1;
    else result.withdrawn += 1;
  }
  return result;
}

/** The report that a citation is about: its own; when that is gone, the one that has its words. */
function meant({ quote }: KeptCitation, namesakes: PlacedReport[]): PlacedReport | undefined {
  return (
    namesakes.find(({ report }) => report.id === quote.reportId) ??
    namesakes.find((stored) => findInReport(stored, quote.text, quote.path)) ??
    namesakes[0]
  );
}

function stands({ quote }: KeptCitation, stored: PlacedReport | undefined): boolean {
  return stored?.report.id === quote.reportId && stored.text.slice(quote.span.start, quote.span.end) === quote.text;
}

async function changeFor(
  { id, quote }: KeptCitation,
  stored: PlacedReport | undefined,
  store: ReviewStore,
): Promise<LogChange | undefined> {
  const answerId = answerIdOf(id);
  const base = { editor: FOOTNOTE, answerId, citationId: id };
  const moved = stored && findInReport(stored, quote.text, quote.path);
  if (moved)
    return {
      entry: {
        ...base,
        action: 'carried_over',
        quoteKey: quoteKey(moved),
        note: `${quoteKey(quote)} → ${quoteKey(moved)}`,
      },
      quote: moved,
    };
  const citation = await stateOf(answerId, id, store);
  if (!citation || citation.status === 'unverified') return undefined;
  const note = stored ? `the quote is not in the new version of ${citation.file}` : `${citation.file} was removed`;
  return { entry: { ...base, action: 'withdrawn', quoteKey: quoteKey(quote), note }, seen: citation.entry };
}

async function stateOf(answerId: string, citationId: string, store: ReviewStore): Promise<PostedCitation | undefined> {
  const kept = await store.answer(answerId);
  return kept && itemOf(withStates(kept.answer, kept.entries), citationId)?.citation;
}
