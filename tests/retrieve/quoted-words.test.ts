import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quotedWords } from '../../src/retrieve/quoted-words.ts';

it.each([
  ['“绿色港口”与《渡轮年鉴》', ['绿色港口', '渡轮年鉴']],
  ['「窑」厂、『陶土税』', ['陶土税']],
  ['the "kiln tax" of 2019', ['kiln tax']],
  ['no quotation at all', []],
  ['“an opening mark without an end', []],
])('finds what is quoted in %s', (text, words) => {
  expect(quotedWords(text).map((quoted) => quoted.words)).toEqual(words);
});

it('finds each quotation of two to thirty characters where it stands', () => {
  const MARKS = [
    ['“', '”'],
    ['「', '」'],
    ['《', '》'],
    ['"', '"'],
  ] as const;
  const pieces = fc.array(fc.tuple(fc.stringMatching(/^[a-z港口 ]{2,30}$/u), fc.constantFrom(...MARKS)), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(pieces, (said) => {
      const text = said.map(([words, [open, close]]) => `see ${open}${words}${close}`).join(', ');
      const found = quotedWords(text);
      expect(found.map(({ words }) => words)).toEqual(said.map(([words]) => words));
      expect(found.map(({ words, start }) => text.slice(start, start + words.length))).toEqual(
        said.map(([words]) => words),
      );
    }),
  );
});
