import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFocus } from '../../src/answer/find-focus.ts';
import { aUnit } from '../support/asked.ts';

/** The word that a question asks for, of these. */
const focusOf = (question: string, words: readonly string[]) =>
  words[
    findFocus(
      question,
      words.map((word) => aUnit(word)),
    ) ?? -1
  ];

describe('what is asked for', () => {
  it.each([
    ['公司有多少用户', ['公司', '用户'], '用户'],
    ['用户有多少', ['用户'], '用户'],
    ['What was the budget of the ministry?', ['budget', 'ministry'], 'budget'],
    ['How many employees does the bank have?', ['employees', 'bank'], 'employees'],
    ['How many of the ferries of Hull are old?', ['Hull', 'ferries', 'old'], 'ferries'],
    ['港口的吞吐量是多少', ['港口', '吞吐量'], '吞吐量'],
  ])('is named in %s', (question, words, focus) => {
    expect(focusOf(question, words)).toBe(focus);
  });

  it('is nothing where nothing is counted or measured, and where its word is none of these', () => {
    expect(focusOf('Ferries sail.', ['Ferries'])).toBeUndefined();
    expect(focusOf('How many ferries sail?', ['kiln'])).toBeUndefined();
    expect(focusOf('How many ferries sail?', [])).toBeUndefined();
  });

  it('is the same in whatever order the words are known', () => {
    const questions = fc.constantFrom(
      ['公司有多少用户', '用户'],
      ['How many employees does the bank have?', 'employees'],
      ['What was the budget of the ministry?', 'budget'],
    );
    const words = fc.shuffledSubarray(['公司', '用户', 'employees', 'bank', 'budget', 'ministry'], { minLength: 6 });
    fc.assert(
      fc.property(questions, words, ([question = '', focus], all) => {
        expect(focusOf(question, all)).toBe(focus);
      }),
    );
  });
});
