import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf, quotedStatements } from '../../src/compare/quoted-statements.ts';
import { findQuote } from '../../src/verify/find-quote.ts';
import { groundsOf } from '../../src/verify/grounds-of.ts';
import { aChunk, aPassage, aReport } from '../support/builders.ts';
import { unprovedBy } from '../support/prove.ts';

const SENTENCES = ['北窑在河边。', '如果油价不变，票价不会上涨。', '南窑有31座窑。'];
const PASSAGE = aPassage({ text: SENTENCES.join('') });
const quoted = (text: string, passage = PASSAGE) => {
  const quote = findQuote(passage, text);
  return quote === undefined ? [] : quotedStatements(passage, quote).map(({ statement }) => statement.text);
};

describe('the statements that a quote is of', () => {
  it('are those of which it holds a part, whole', () => {
    expect(quoted('票价不会上涨')).toEqual(['如果油价不变，票价不会上涨。']);
    expect(quoted('在河边。如果油价不变')).toEqual(['北窑在河边。', '如果油价不变，票价不会上涨。']);
  });

  it('are told with the part that the quote holds', () => {
    const quote = findQuote(PASSAGE, '票价不会上涨');
    const [own] = quote === undefined ? [] : quotedStatements(PASSAGE, quote);
    expect(own?.printed.slice(own.from, own.to)).toBe('票价不会上涨');
  });

  it('are each sentence between its first and its last, wherever it begins and ends', () => {
    const text = SENTENCES.join('');
    fc.assert(
      fc.property(fc.nat(text.length - 2), fc.integer({ min: 1, max: text.length }), (from, length) => {
        const [start, end] = [from, Math.min(text.length, from + length)];
        const quote = { ...findQuote(PASSAGE, '北窑在河边。'), text: text.slice(start, end) };
        const offset = PASSAGE.chunk.span.start;
        const found = quotedStatements(PASSAGE, {
          reportId: 'a1b2c3d4e5f6',
          reportTitle: '云市场月报',
          path: [],
          place: { kind: 'page', number: 1, label: '1' },
          text: quote.text,
          span: { start: offset + start, end: offset + end },
        });
        const expected = SENTENCES.filter((sentence) => {
          const at = text.indexOf(sentence);
          return at < end && at + sentence.length > start;
        });
        expect(found.map(({ statement }) => statement.text)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('turn a quote round that leaves out what they hang on', () => {
    const half = findQuote(PASSAGE, '票价不会上涨。');
    const grounds = groundsOf(half === undefined ? [] : [half], [PASSAGE]);
    expect(unprovedBy('票价不会上涨，票价不变。', grounds)).not.toEqual([]);
    expect(unprovedBy('如果油价不变，票价就不会上涨。', grounds)).toEqual([]);
  });
});

describe('what stands around a place of a passage', () => {
  const report = aReport({ title: '窑炉年鉴', company: '北窑公司', publishedOn: '2019-12-31' });
  const passage = { chunk: aChunk({ text: SENTENCES.join(''), path: ['河边', '窑'] }), report };

  it('is title, company, year, headings and so much of the text before it', () => {
    expect(contextOf(passage, 6, 100)).toEqual(['窑炉年鉴', '北窑公司', '2019年', '河边', '窑', '北窑在河边。']);
    expect(contextOf(passage, 6, 3).at(-1)).toBe('河边。');
    expect(contextOf(passage, 0, 100).at(-1)).toBe('');
  });

  it('tells whom a sentence is of that does not name them', () => {
    const [first = '', , last = ''] = SENTENCES;
    const named = aPassage({
      chunk: aChunk({ text: `${first}这里有12座窑。${last}`, path: [] }),
      report: aReport({ company: 'Kotka' }),
    });
    const quote = findQuote(named, '这里有12座窑。');
    const grounds = groundsOf(quote === undefined ? [] : [quote], [named]);
    expect(unprovedBy('Kotka有12座窑。', grounds)).toEqual([]);
    expect(unprovedBy('Ormsund有12座窑。', grounds)).not.toEqual([]);
  });
});
