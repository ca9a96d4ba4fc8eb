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
  return Promise.all(quotes.map(async (quote) => inParagraph(quote, (await loadReport(quote.reportId))?.text)));
}

function inParagraph(quote: Quote, text: string | undefined): Source {
  const { start, end } = quote.span;
  // The report may have been replaced since: then the quote stands alone.
  if (text?.slice(start, end) !== quote.text) return { quote, before: '', after: '' };
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  return { quote, before: text.slice(from, start), after: text.slice(end, to < 0 ? text.length : to) };
}
