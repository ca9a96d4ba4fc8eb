import { expect, it } from 'vitest';
import { findQuantities } from '../../src/quantities/find-quantities.ts';
import { inTableUnit } from '../../src/quantities/table-unit.ts';

/** The value of the last figure of a row. */
function lastOf(row: string): number | undefined {
  return inTableUnit(findQuantities(row), row).findLast(({ end }) => row.startsWith(' (', end))?.low;
}

it('counts the figures of a row in what its head or its notes name, and in no amount or months', () => {
  expect(lastOf('Kotka: handled 350 (in thousands)')).toBe(350_000);
  expect(lastOf('Openings: cost $55 (approximately $228 in 2021, Openings)')).toBe(55);
  expect(lastOf('净利润：第一季度（1-3 月份） 150 (利润表)')).toBe(150);
});
