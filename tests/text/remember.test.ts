import { expect, it } from 'vitest';
import { remember } from '../../src/text/remember.ts';

it('reads a text once, until there are too many characters, and never keeps a very long one', () => {
  const read: string[] = [];
  const lengthOf = remember((text) => {
    read.push(text.slice(0, 3));
    return text.length;
  }, 160);
  const long = 'long'.repeat(2000);
  expect(['a', 'a', 'b', 'a', long, long, 'c'.repeat(40), 'a'].map(lengthOf)).toEqual([1, 1, 1, 1, 8000, 8000, 40, 1]);
  expect(read).toEqual(['a', 'b', 'lon', 'lon', 'ccc', 'a']);
});
