import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareReport } from '../../src/ingest/prepare-report.ts';
import { fold } from '../../src/text/fold-text.ts';

const sentence = fc
  .tuple(fc.stringMatching(/^[一-鿿a-z0-9 ]{1,60}$/u), fc.constantFrom('。', '？', '. ', '，'))
  .map(([words, end]) => words + end);
const page = fc
  .array(fc.record({ text: sentence, endsParagraph: fc.boolean() }), { maxLength: 30 })
  .map((lines) => ({ lines }));

describe('the chunks of any report', () => {
  it('are slices of its text, in order, each on the page of its first character, and lose only headings', () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 6 }), (pages) => {
        fc.pre(pages.some(({ lines }) => lines.some(({ text }) => /[一-鿿a-z0-9]/u.test(text))));
        const {
          text,
          chunks,
          sections,
          pages: placed,
        } = prepareReport({ file: 'any.txt', hash: '00'.repeat(32), paged: true, pages });
        let end = 0;
        for (const chunk of chunks) {
          expect(text.slice(chunk.span.start, chunk.span.end)).toBe(chunk.text);
          expect(chunk.span.start).toBeGreaterThanOrEqual(end);
          end = chunk.span.end;
          const first = chunk.places[0]?.place;
          const on = placed.find(({ span }) => span.start <= chunk.span.start && chunk.span.start < span.end);
          expect(first).toMatchObject({ kind: 'page', number: on?.number });
        }
        const kept = chunks.map((chunk) => chunk.text).join('') + sections.map(({ path }) => path.at(-1)).join('');
        expect([...fold(kept)].toSorted().join('')).toBe([...fold(text)].toSorted().join(''));
      }),
      { numRuns: 200 },
    );
  });
});
