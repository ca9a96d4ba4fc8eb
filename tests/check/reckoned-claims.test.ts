import { describe, expect, it } from 'vitest';
import { aLibraryOf, aReportOf } from '../support/answer-from.ts';
import { aTableReport } from '../support/a-table-report.ts';

const PORTS = aTableReport({
  heading: 'Ports',
  above: ['Containers handled (in thousands)'],
  stub: 'Port',
  heads: ['2019', '2020', '2021'],
  rows: [
    ['Kotka', '310', '350', '420'],
    ['Rauma', '120', '140', '150'],
    ['Total ports', '430', '490', '570'],
  ],
});
const MILLS = aReportOf({
  陶土: [
    '甲厂2021年生产陶土50万吨，占全省产量的25%。',
    '乙厂2021年生产陶土20万吨，占全省产量的10%。',
    '预计丙厂2025年生产陶土90万吨。',
  ],
});

async function verdictsOn(claims: string[]): Promise<string[]> {
  const library = await aLibraryOf(PORTS, MILLS);
  const said: string[] = [];
  for (const claim of claims) {
    const checked = await library.check(claim);
    const [only] = checked.outcome === 'checked' ? checked.claims : [];
    const differences = only?.differences.map(({ found }) => found) ?? [];
    said.push([only?.verdict, only?.computed ?? differences.join('; ')].join(' ').trim());
  }
  return said;
}

describe('a claim that says how its figure follows from others', () => {
  it('is reckoned from the cells of a row of the times that it names', async () => {
    expect(
      await verdictsOn([
        'Containers handled at Kotka grew by 70,000 from 2020 to 2021.',
        'Containers handled at Kotka rose 20% in 2021.',
        'Containers handled at Kotka averaged 360,000 a year from 2019 to 2021.',
      ]),
    ).toEqual([
      'supported 420 − 350 = 70,000',
      'supported (420 − 350) ÷ 350 = 20%',
      'supported (310 + 350 + 420) ÷ 3 = 360,000',
    ]);
  });

  it('is reckoned from the rows, and from the sentences, of what it names', async () => {
    expect(
      await verdictsOn([
        '2021年甲厂的陶土产量比乙厂多30万吨。',
        '2021年甲厂的陶土产量是乙厂的2.5倍。',
        '甲厂和乙厂2021年合计生产陶土70万吨。',
      ]),
    ).toEqual([
      'supported 50万吨 − 20万吨 = 30万吨',
      'supported 50万吨 ÷ 20万吨 = 2.5倍',
      'supported 50万吨 + 20万吨 = 70万吨',
    ]);
  });

  it('is contradicted by what follows from cells where nothing else fits as well', async () => {
    expect(
      await verdictsOn([
        'Containers handled at Kotka grew by 90,000 from 2020 to 2021.',
        'Containers handled at Kotka fell 20% in 2021.',
      ]),
    ).toEqual(['contradicted 420 − 350 = 70', 'contradicted (420 − 350) ÷ 350 = 20%']);
  });

  it('does not follow from figures of others, from other ways of putting them together, or from plans', async () => {
    const verdicts = await verdictsOn([
      'Containers handled at Kotka grew by 770,000 from 2020 to 2021.',
      '2021年丙厂的陶土产量比甲厂多40万吨。',
      '2021年乙厂的陶土产量比甲厂多30万吨。',
      '甲厂和丁厂2021年合计生产陶土70万吨。',
    ]);
    expect(verdicts.filter((verdict) => verdict.startsWith('supported'))).toEqual([]);
  });
});
