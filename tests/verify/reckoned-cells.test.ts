import { describe, expect, it } from 'vitest';
import { followsFromCells } from '../../src/verify/reckoned-cells.ts';

const ROWS = [
  'Ferries: Three months ended June 30, 2023 1,438; 2022 1,300 (in millions)',
  'Total revenue: Three months ended June 30, 2023 5,290; 2022 5,118 (in millions)',
  'Tugs: 2023 (12); 2022 7',
];
const FERRIES = { said: 'Ferries: Three months ended June 30, 2023 1,438', figures: ['1,438'] };
const TOTAL = { said: 'Total revenue: Three months ended June 30, 2023 5,290', figures: ['5,290'] };
const SHARE = { operation: 'share', rows: [FERRIES, TOTAL], result: '27.2%' } as const;
const claimOf = (result: string, rows = [FERRIES, TOTAL]) =>
  `${rows.map(({ said }) => said).join('; ')}; a share of ${result}.`;

describe('a sentence that is reckoned from cells', () => {
  it('is proved by rows that hold them, when the result follows', () => {
    expect(followsFromCells(claimOf('27.2%'), { ...SHARE, rows: [FERRIES, TOTAL] }, ROWS)).toBe(true);
  });

  it.each([
    ['another result', claimOf('28.2%'), { ...SHARE, rows: [FERRIES, TOTAL], result: '28.2%' }],
    [
      'a cell of another head',
      claimOf('25.4%', [{ said: 'Ferries: 2022 1,438', figures: ['1,438'] }, TOTAL]),
      {
        ...SHARE,
        rows: [{ said: 'Ferries: 2022 1,438', figures: ['1,438'] }, TOTAL],
      },
    ],
    ['words with figures of their own', `${claimOf('27.2%')} It was 9% in 1990.`, { ...SHARE, rows: [FERRIES, TOTAL] }],
    [
      'a figure below zero',
      'Tugs: 2023 (12); 2022 7; 19 together.',
      {
        operation: 'sum' as const,
        rows: [{ said: 'Tugs: 2023 (12); 2022 7', figures: ['(12)', '7'] }],
        result: '19',
      },
    ],
    [
      'figures that do not end their cells',
      claimOf('27.2%'),
      {
        ...SHARE,
        rows: [{ ...FERRIES, figures: ['438'] }, TOTAL],
      },
    ],
  ])('is not proved with %s', (_, claim, reckoned) => {
    expect(followsFromCells(claim, reckoned, ROWS)).toBe(false);
  });
});
