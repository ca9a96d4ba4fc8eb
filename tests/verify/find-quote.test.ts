import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from '../../src/verify/find-quote.ts';
import { fold } from '../../src/text/fold-text.ts';
import { aPassage } from '../support/builders.ts';

describe('findQuote', () => {
  it('gives the passage its own words back, whatever width, case and white space the quote has', () => {
    const passage = aPassage({ text: '云基础设施服务 2020 年收入达 650 亿美元，AWS 居首。' });
    expect(findQuote(passage, '２０２０年收入达650亿美元,aws居首')?.text).toBe('2020 年收入达 650 亿美元，AWS 居首');
  });

  it.each(['5%', '25', '.5%', 'WS'])('does not take %s out of the middle of a number or word', (quote) => {
    expect(findQuote(aPassage({ text: 'AWS占325.5%。' }), quote)).toBeUndefined();
  });

  it('finds every stretch between two characters of any text, and it is on its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const passage = aPassage({ text });
        const characters = [...text];
        const start = a % characters.length;
        const quoteText = characters.slice(start, start + 1 + (b % characters.length)).join('');
        const quote = findQuote(passage, quoteText);
        if (!quote) return;
        expect(fold(quote.text)).toBe(fold(quoteText));
        expect(text.slice(quote.span.start - 100, quote.span.end - 100)).toBe(quote.text);
      }),
    );
  });
});
