import type { Quote, Source } from '../../domain/answer.ts';
import type { Viewer } from '../../domain/audience.ts';
import type { ReviewedCitation, SlackSteps } from '../steps.ts';
import { quoteKey } from '../views/citations.ts';

/** True for quotes of reports that a viewer may see now, whatever they were shown before. */
export async function seesQuote(
  viewer: Viewer,
  { reports }: Pick<SlackSteps, 'reports'>,
): Promise<(quote: Quote) => boolean> {
  const ids = new Set((await reports(viewer)).map(({ id }) => id));
  return ({ reportId }) => ids.has(reportId);
}

/** The citations of reports that a viewer may see. */
export async function seenCitations(
  citations: readonly ReviewedCitation[],
  viewer: Viewer,
  steps: Pick<SlackSteps, 'reports'>,
): Promise<ReviewedCitation[]> {
  const sees = await seesQuote(viewer, steps);
  return citations.filter(({ quote }) => sees(quote));
}

/**
 * Each source of an answer as a viewer may see it now: undefined for one that they may not, or that is gone. A quote
 * that went along into a new edition of its report is shown from there.
 * @param citations those of the same answer, in the same order; none when it was not kept
 */
export async function seenSources(
  sources: readonly Source[],
  citations: readonly ReviewedCitation[],
  viewer: Viewer,
  steps: Pick<SlackSteps, 'reports'>,
): Promise<(Source | undefined)[]> {
  const sees = await seesQuote(viewer, steps);
  return sources.map((source, at) => {
    if (sees(source.quote)) return source;
    const now = citations.length === sources.length ? citations[at]?.quote : undefined;
    return now && quoteKey(now) !== quoteKey(source.quote) && sees(now)
      ? { quote: now, before: '', after: '' }
      : undefined;
  });
}
