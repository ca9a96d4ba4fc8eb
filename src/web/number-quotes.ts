import type { Claim, Quote } from '../domain/answer.ts';

/** A quote with the number under which claims refer to it. */
export interface NumberedQuote {
  number: number;
  quote: Quote;
}

/** A claim with the numbers of its quotes. */
export interface NumberedClaim {
  text: string;
  numbers: number[];
}

/** Numbers the quotes of an answer from 1 in order of mention; the same quote has the same number everywhere. */
export function numberQuotes(claims: Claim[]): { claims: NumberedClaim[]; quotes: NumberedQuote[] } {
  const quotes = new Map<string, NumberedQuote>();
  const numberOf = (quote: Quote): number => {
    const key = `${quote.reportId} ${quote.span.start}-${quote.span.end}`;
    const numbered = quotes.get(key) ?? { number: quotes.size + 1, quote };
    quotes.set(key, numbered);
    return numbered.number;
  };
  const numbered = claims.map(({ text, quotes: cited }) => ({ text, numbers: [...new Set(cited.map(numberOf))] }));
  return { claims: numbered, quotes: [...quotes.values()] };
}
