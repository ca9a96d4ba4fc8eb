import { describe, expect, it } from 'vitest';
import { labelOf } from '../../bench/fit/label.ts';
import { FitQuestion } from '../../bench/fit/question-sets.ts';

const question = FitQuestion.parse({
  id: 'q1',
  question: '港口有多少台吊机？',
  answers: [['1,200台', '1200 cranes'], ['2021']],
  evidence: [{ report: 'ports', quote: '到2021年，港口的吊机达到1,200台' }],
});

describe('a sentence of a report', () => {
  it.each([
    ['every fact, at the evidence', '到2021年，港口的吊机达到1200台。', 'ports.pdf', [true, true]],
    ['a fact alone', '到2022年，港口的吊机达到1200台。', 'ports.pdf', [false, true]],
    ['a longer number', '到2021年，港口的吊机达到31200台。', 'ports.pdf', [false, true]],
    ['the facts of another report', '到2021年，港口的吊机达到1200台。', 'rail.pdf', [false, false]],
    ['facts that stand there by chance', '2021年有1200台。', 'ports.txt', [false, false]],
  ])('with %s', (_, text, file, expected) => {
    const { isRight, isPartly } = labelOf(text, file, question);
    expect([isRight, isPartly]).toEqual(expected);
  });

  it('answers an open list when it holds enough of it', () => {
    const open = FitQuestion.parse({ ...question, atLeast: 1 });
    expect(labelOf('到2021年，港口的吊机更多了。', 'ports.pdf', open).isRight).toBe(true);
  });
});
