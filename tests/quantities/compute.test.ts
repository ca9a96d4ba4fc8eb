import { describe, expect, it } from 'vitest';
import { compute } from '../../src/quantities/compute.ts';
import { findDates } from '../../src/quantities/dates.ts';
import { stretchAt } from '../../src/quantities/stretches.ts';

describe('what follows from figures', () => {
  it.each([
    ['sum', [3, 4, 5], 12],
    ['difference', [3, 8], 5],
    ['ratio', [9, 3], 3],
    ['share', [1, 4], 25],
    ['growth', [4, 5], 25],
    ['growth', [5, 4], -20],
  ] as const)('is a %s of %j', (operation, values, result) => {
    expect(compute(operation, values)).toBe(result);
  });

  it.each([
    ['sum', [3]],
    ['difference', [3, 4, 5]],
    ['ratio', [3, 0]],
    ['share', [5, 4]],
    ['growth', [0, 4]],
  ] as const)('is nothing for a %s of %j', (operation, values) => {
    expect(compute(operation, values)).toBeUndefined();
  });
});

describe('a stretch of time', () => {
  it.each([
    ['Three Months Ended June 30, 2023', 2023, [4, 6]],
    ['nine-month period ended September 30, 2020', 2020, [1, 9]],
    ['quarter ended March 31, 2020', 2020, [1, 3]],
    ['52 Weeks Ended August 29, 2021', 2021, undefined],
    ['at June 30, 2023', 2023, [6, 6]],
  ])('ends on the day that is named: %s', (text, year, months) => {
    const [date] = findDates(text);
    const found = date && stretchAt(text, date);
    expect([found?.year?.low, found?.months && [found.months.low, found.months.high]]).toEqual([year, months]);
  });
});
