import { describe, expect, it } from 'vitest';
import { prove } from '../support/prove.ts';

/** What of a sentence is said by its quote, and what is wrong about the rest. */
const unproved = (claim: string, quote: string, context = '') =>
  prove(claim, { quotes: [quote], context, title: '' }).unproved;

describe('a figure is no other one', () => {
  const kiln = '甲窑共有窑工36人，年产陶土7万吨，平均每年新建窑炉4座。';

  it('than of the kind that it is said to be: an average, one a year, one of what is new', () => {
    expect(unproved('甲窑有窑工36人。', kiln)).toEqual([]);
    expect(unproved('甲窑平均有窑工36人。', kiln)).toContain('36人 (of what)');
    expect(unproved('甲窑新增窑工36人。', kiln)).toEqual(['36人 (of what)']);
    expect(unproved('The mean wage is 40 euros.', 'The median wage is 40 euros.')).not.toEqual([]);
  });

  it('than of the stretch of time that it follows', () => {
    const quote = '陶坯的开裂率为烧制后3天2.1%、烧制后9天4.7%、烧制后20天6.3%。';
    expect(unproved('烧制后9天的开裂率为4.7%。', quote)).toEqual([]);
    expect(unproved('烧制后9天的开裂率为6.3%。', quote)).toEqual(['6.3% (of what)']);
  });

  it('than of the time that another one is told of', () => {
    const quote = '陶土产量由2014年的33吨增至2018年的36吨，年复合增长率为1.8%，2018年至2025年的年复合增长率为2.0%。';
    expect(unproved('2018年至2025年年复合增长率为2.0%。', quote)).toEqual([]);
    expect(unproved('2018年至2025年年复合增长率为1.8%。', quote)).toEqual(['1.8% (when)']);
  });

  it('than of whom is named before it, though others are named behind', () => {
    const quote = 'Kiln sales at 900 tons grew by 12% driven by exports and the strong showing of the Tile business.';
    expect(unproved('The Tile business grew by 12%.', quote)).toEqual(['12% (of whom)']);
    expect(
      unproved('Tiles were the largest category.', 'Bricks were the largest category; tiles rose by 8%.'),
    ).not.toEqual([]);
  });

  it('than the one that is told twice', () => {
    const quote = 'Nearly half (47%) were fired in gas kilns; about 12% were fired in a mix of kilns.';
    expect(unproved('Nearly half were fired in gas kilns.', quote)).toEqual([]);
    expect(unproved('About 47% were fired in a mix of kilns.', quote)).toEqual(['47% (of what)']);
  });
});

describe('a word is said where it counts', () => {
  it('at the edge of the time that is told', () => {
    const quote = 'The trial kiln is expected to open as early as late 2024.';
    expect(unproved('The trial kiln is expected to open in late 2024.', quote)).toEqual([]);
    expect(unproved('The trial kiln is expected to open in early 2024.', quote)).toEqual(['early']);
  });

  it('beside the figure that it stresses', () => {
    const quote = 'Of the potters, 34% find the clay good, and 2% find the clay very good.';
    expect(unproved('34% find the clay good.', quote)).toEqual([]);
    expect(unproved('34% find the clay very good.', quote)).toEqual(['very']);
  });

  it('by whom the quotes have say it, and by the report that they are of', () => {
    const quote = 'Kotka said in May that its kilns were sold out.';
    const before = 'Ormsund makes kilns, too.';
    expect(unproved('Kotka said its kilns were sold out.', quote, before)).toEqual([]);
    expect(unproved('Ormsund said its kilns were sold out.', quote, before)).toContain('Ormsund');
    expect(unproved('The report thinks that its kilns were sold out.', quote, before)).not.toContain(
      'The report (who)',
    );
  });

  it('without what denies it', () => {
    expect(unproved('GAAP earnings were $3.', 'Non-GAAP earnings were $3.')).toContain('GAAP');
  });

  it('of more, and not of more growth', () => {
    const quote = '2017年北窑产量的增速远超南窑。';
    expect(unproved('2017年北窑产量的增速高于南窑。', quote)).toEqual([]);
    expect(unproved('2017年北窑产量远超南窑。', quote)).toEqual(['2017年北窑产量远超南窑 (of what)']);
  });

  it('and not its opposite', () => {
    expect(unproved('陶坯的硬度较强。', '陶坯的硬度较弱。')).toEqual(['较强']);
    expect(unproved('南窑的产量低于北窑。', '北窑的产量高于南窑。')).toEqual([]);
  });
});
