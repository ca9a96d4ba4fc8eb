import { describe, expect, it } from 'vitest';
import { pagesLabel } from '../../src/words/summary-notes.ts';

/** Pages as `[first, last]` by their labels. */
const labelOf = (first: string | undefined, last: string | undefined, language: 'zh' | 'en') =>
  pagesLabel(
    {
      firstPage: { number: 1, ...(first === undefined ? {} : { label: first }) },
      lastPage: { number: 6, ...(last === undefined ? {} : { label: last }) },
    },
    language,
  );

describe('the pages of a section', () => {
  it.each([
    ['63', '65', '第 63–65 页', 'pp. 63–65'],
    ['63', '63', '第 63 页', 'p. 63'],
    ['[1]', '5', '开头至第 5 页', 'up to p. 5'],
    ['[1]', '[2]', '第 [1]–[2] 页', 'pp. [1]–[2]'],
    [undefined, undefined, '', ''],
  ])('from %s to %s are %s and %s', (first, last, chinese, english) => {
    expect([labelOf(first, last, 'zh'), labelOf(first, last, 'en')]).toEqual([chinese, english]);
  });
});
