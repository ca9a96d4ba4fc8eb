import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isListAsked, isListing, kindsAsked, shapeOf, shapeOfRow } from '../../src/answer/answer-shape.ts';

describe('the figures of a sentence, for what is asked', () => {
  it.each([
    ['窑厂有多少台窑车？', '窑厂有31台窑车。', 'unit'],
    ['窑厂有多少台窑车？', '窑厂售出5万吨陶土。', 'none'],
    ['票价涨了百分之几？', '票价同比上涨8%。', 'shape'],
    ['票价涨了百分之几？', '票价为14元。', 'none'],
    ['How much did the mill earn?', 'The mill earned 8 million euros.', 'shape'],
    ['When was the mill built?', 'The mill was built in 1987.', 'shape'],
    ['How many ferries are there?', 'There are 12 ferries.', 'figure'],
    ['How many ferries are there?', 'The ferries are blue.', 'none'],
    ['为什么票价上涨？', '票价上涨8%。', 'not asked'],
    ['Who runs the mill?', 'The guild runs 3 mills.', 'not asked'],
  ] as const)('%s %s: %s', (question, sentence, shape) => {
    expect(shapeOf(question, sentence)).toBe(shape);
  });

  it('are none that the question has itself', () => {
    expect(shapeOf('How many of the 12 ferries are new?', 'The 12 ferries are blue.')).toBe('none');
    expect(shapeOf('How many of the 12 ferries are new?', 'Of the 12 ferries 5 are new.')).toBe('figure');
  });

  it('are any number for people, not for those of other people', () => {
    const count = fc.integer({ min: 3, max: 900 });
    fc.assert(
      fc.property(count, count, (asked, said) => {
        fc.pre(asked !== said);
        expect(shapeOf(`有${asked}个座位，多少台窑车？`, `有${said}台窑车。`)).toBe('unit');
        expect(shapeOf(`How many of the ${asked} mills run?`, `Of them ${said} mills run.`)).toBe('figure');
        expect(shapeOf(`How many of the ${asked} mills run?`, `The ${asked} mills run.`)).toBe('none');
      }),
      { numRuns: 60 },
    );
  });

  it('are in a row also those without a unit, which may stand in its head', () => {
    expect(shapeOfRow('有多少家窑厂？', '北窑\t31', '地区\t窑厂（家）')).not.toBe('none');
    expect(shapeOfRow('有多少家窑厂？', '北窑\t—', '地区\t窑厂（家）')).toBe('none');
    expect(shapeOfRow('为什么？', '北窑\t31', '地区')).toBe('not asked');
  });
});

describe('the kinds of quantity that answer', () => {
  it.each([
    ['票价涨了百分之几？', ['percent', 'points', 'times']],
    ['How much did the mill earn?', ['money']],
    ['Who runs the mill?', []],
  ])('%s: %j', (question, kinds) => {
    expect(new Set(kindsAsked(question))).toEqual(new Set(kinds));
  });

  it('of a count are neither money nor shares nor times of the year', () => {
    const kinds = kindsAsked('How many ferries are there?');
    expect(kinds).toContain('count');
    expect(kinds.filter((kind) => ['money', 'percent', 'points', 'times', 'year', 'day'].includes(kind))).toEqual([]);
  });
});

it('knows a question that wants several things named, and a sentence that names several', () => {
  expect(['有哪些窑厂？', 'What are the ferries called?', '票价是多少？'].map(isListAsked)).toEqual([
    true,
    true,
    false,
  ]);
  expect(['窑厂有北窑、南窑和东窑。', '窑厂在河边。'].map(isListing)).toEqual([true, false]);
});
