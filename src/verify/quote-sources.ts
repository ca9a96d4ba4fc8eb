import type { Quote, Source, VerifiedAnswer } from '../domain/answer.ts';
import { claimsOf } from '../domain/answer.ts';
import type { StoredReport } from '../domain/ports.ts';

/**
 * Each quote of an answer, or each nearest place of one that was not found, in its paragraph, in the order of their
 * numbers.
 */
export async function quoteSources(
  answer: VerifiedAnswer,
  loadReport: (id: string) => Promise<StoredReport | undefined>,
): Promise<Source[]> {
  const quotes = answer.outcome === 'not_found' ? answer.nearest : claimsOf(answer).flatMap((claim) => claim.quotes);
  const ids = [...new Set(quotes.map(({ reportId }) => reportId))];
  const texts = new Map(await Promise.all(ids.map(async (id) => [id, (await loadReport(id))?.text] as const)));
  return quotes.map((quote) => inParagraph(quote, texts.get(quote.reportId)));
}

function inParagraph(quote: Quote, text: string | undefined): Source {
  const { start, end } = quote.span;
  // The report may have been replaced since: then the quote stands alone.
  if (text?.slice(start, end) !== quote.text) return { quote, before: '', after: '' };
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  return { quote, before: text.slice(from, start), after: text.slice(end, to < 0 ? text.length : to) };
}
