import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparing, unprovedBy } from '../support/prove.ts';

const { prove } = comparing;
const on = (...quotes: string[]) => ({ quotes, context: '' });
const KOTKA = 'In 2019 Kotka sold 41,000 bricks and Ormsund sold 28,000 tiles.';

/** Names on no list, drawn from sounds: what holds for one holds for any other. */
const NAMES = ['Kotka', 'Ormsund', 'Palanth', 'Quorle', 'Vistara', 'Brennick', 'Tashlin'];
const twoNames = fc.shuffledSubarray(NAMES, { minLength: 2, maxLength: 2 });
const amount = fc.integer({ min: 11, max: 997 });
const twoAmounts = fc
  .tuple(amount, amount)
  .filter(([one, other]) => one !== other && one !== 2 * other && other !== 2 * one);

describe('how quotes prove a sentence', () => {
  it.each([
    ['its own words', KOTKA, KOTKA, 'verbatim'],
    [
      'its own words in other letters and spaces',
      'IN 2019  Kotka sold 41,000 bricks and Ormsund sold 28,000 tiles.',
      KOTKA,
      'verbatim',
    ],
    ['every part of it', 'Kotka sold 41,000 bricks in 2019.', KOTKA, 'compared'],
    [
      'figures that follow from theirs',
      '甲厂2019年比乙厂多产3万吨陶土。',
      '2019年，甲厂产陶土8万吨，乙厂产陶土5万吨。',
      'computed',
    ],
    ['nothing', 'The weather was fine.', KOTKA, 'none'],
  ] as const)('by %s', (_, claim, quote, degree) => {
    expect(prove(claim, on(quote)).degree).toBe(degree);
  });

  it('tells how a figure follows from those of the quotes', () => {
    expect(prove('甲厂2019年比乙厂多产3万吨陶土。', on('2019年，甲厂产陶土8万吨，乙厂产陶土5万吨。'))).toEqual({
      degree: 'computed',
      unproved: [],
      computed: '8万吨 − 5万吨 = 3万吨',
    });
  });

  it('tells what they do not prove, in the words of the sentence', () => {
    expect(unprovedBy('Kotka sold 41,000 tiles in 2019.', on(KOTKA))).not.toEqual([]);
    expect(unprovedBy('Kotka sold 43,000 bricks in 2019.', on(KOTKA))).toEqual(['43,000']);
    expect(unprovedBy('Brennick sold 41,000 bricks in 2019.', on(KOTKA))).toContain('Brennick');
    expect(unprovedBy('Kotka sold 41,000 bricks in 2018.', on(KOTKA))).toEqual(['41,000 (when)']);
  });

  it('is by the words of one quote among several, and by those of all together', () => {
    const two = on('Kotka sold bricks.', 'Ormsund sold tiles.');
    expect(prove('Ormsund sold tiles.', two).degree).toBe('verbatim');
    expect(prove('Kotka sold bricks. Ormsund sold tiles.', two).degree).toBe('verbatim');
  });

  it('is by nothing where a sentence says nothing', () => {
    expect(prove('？', on(KOTKA))).toEqual({ degree: 'none', unproved: ['？'], isSettled: true });
  });
});

/** Sentences in both languages of two who each have their figure. */
const SENTENCES = [
  {
    both: ([a, b]: readonly string[], [x, y]: readonly number[]) =>
      `In 2019 ${a} sold ${x},000 bricks and ${b} sold ${y},000 tiles.`,
    one: (a: string, x: number) => `${a} sold ${x},000 bricks in 2019.`,
    other: (b: string, y: number) => `${b} sold ${y},000 tiles in 2019.`,
  },
  {
    both: ([a, b]: readonly string[], [x, y]: readonly number[]) => `2019年，${a}售出砖${x}万块，${b}售出瓦${y}万片。`,
    one: (a: string, x: number) => `2019年${a}售出砖${x}万块。`,
    other: (b: string, y: number) => `2019年${b}售出瓦${y}万片。`,
  },
] as const;
const sentences = fc.constantFrom(...SENTENCES);

describe('a proof', () => {
  it('is there for every sentence that is quoted word for word, whatever it says', () => {
    fc.assert(
      fc.property(sentences, twoNames, twoAmounts, ({ both }, names, amounts) => {
        const said = both(names, amounts);
        expect(prove(said, on(said))).toEqual({ degree: 'verbatim', unproved: [] });
      }),
      { numRuns: 30 },
    );
  });

  it('is there for each half of a quote, whoever is in it and with whatever figures', () => {
    fc.assert(
      fc.property(sentences, twoNames, twoAmounts, ({ both, one, other }, names, amounts) => {
        const quote = both(names, amounts);
        expect(unprovedBy(one(names[0] ?? '', amounts[0]), on(quote))).toEqual([]);
        expect(unprovedBy(other(names[1] ?? '', amounts[1]), on(quote))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('is not there for the figure of the other, of nobody, or for a figure that nobody has', () => {
    fc.assert(
      fc.property(sentences, twoNames, twoAmounts, ({ both, one }, names, amounts) => {
        const quote = both(names, amounts);
        const stranger = NAMES.find((name) => !names.includes(name)) ?? '';
        expect(unprovedBy(one(names[1] ?? '', amounts[0]), on(quote))).not.toEqual([]);
        expect(unprovedBy(one(names[0] ?? '', amounts[1]), on(quote))).not.toEqual([]);
        expect(unprovedBy(one(stranger, amounts[0]), on(quote))).not.toEqual([]);
        expect(unprovedBy(one(names[0] ?? '', amounts[0] + 1), on(quote))).not.toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('is not lost when names are exchanged for others in the sentence and its quote alike', () => {
    const claims = fc.constantFrom(
      ['Kotka sold 41,000 bricks in 2019.', KOTKA],
      ['Kotka sold more than Ormsund in 2019.', 'In 2019 Kotka sold 41,000 bricks and Ormsund sold 28,000 bricks.'],
      ['Ormsund sold 41,000 bricks in 2019.', KOTKA],
      ['Kotka did not sell bricks.', 'Kotka sold bricks.'],
    );
    fc.assert(
      fc.property(claims, twoNames, ([claim = '', quote = ''], [a = '', b = '']) => {
        const renamed = (text: string) =>
          text.replaceAll('Kotka', '\u0001').replaceAll('Ormsund', b).replaceAll('\u0001', a);
        const isProved = (said: string, by: string) => unprovedBy(said, on(by)).length === 0;
        expect(isProved(renamed(claim), renamed(quote))).toBe(isProved(claim, quote));
      }),
      { numRuns: 30 },
    );
  });

  it('does not depend on the order of the quotes', () => {
    const quotes = ['2019年，甲厂产陶土8万吨。', '乙厂产陶土5万吨。', '窑工来自附近的村庄。'];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(quotes, { minLength: 3 }),
        fc.constantFrom(
          '甲厂2019年产陶土8万吨。',
          '甲厂2019年产陶土5万吨。',
          '窑工来自附近的村庄。',
          '丙厂产陶土8万吨。',
        ),
        (mixed, claim) => {
          expect(prove(claim, on(...mixed)).degree).toBe(prove(claim, on(...quotes)).degree);
        },
      ),
      { numRuns: 24 },
    );
  });
});

describe('a sentence that says more than its quote', () => {
  const QUOTE = 'Kotka sold bricks to the mills. The mills lost orders.';
  it.each([
    ['All mills lost orders.', 'All'],
    ['Only the mills lost orders.', 'Only'],
    ['Most mills lost orders.', 'Most'],
    ['The leading mills lost orders.', 'leading'],
    ['The mills certainly lost orders.', 'certainly'],
    ['The mills lost orders because Kotka sold bricks.', 'because'],
    ['Dozens of mills lost orders.', 'Dozens'],
  ])('%s', (claim, word) => {
    expect(unprovedBy(claim, on(QUOTE))).toContain(word);
  });

  it('is proved by a quote that says it in the same or in other words of that kind', () => {
    expect(unprovedBy('All the mills lost orders.', on('Every one of the mills lost orders.'))).toEqual([]);
    expect(
      unprovedBy('Everybody at the mills lost orders.', on('At the mills, everybody lost orders in May.')),
    ).toEqual([]);
    expect(unprovedBy('所有磨坊都失去订单。', on('磨坊全部失去订单。'))).toEqual([]);
  });

  it('is not one that only holds such a word within another', () => {
    expect(unprovedBy('首都的磨坊失去订单。', on('首都的磨坊失去了订单。'))).toEqual([]);
    expect(unprovedBy('磨坊使用陶土。', on('磨坊在使用陶土。'))).toEqual([]);
  });

  it('is one with letters that look like others', () => {
    expect(unprovedBy('Kotka sold bricks to the mіlls.', on(QUOTE))).toContain('і');
    expect(unprovedBy('磨坊失去壹拾份订单。', on('磨坊失去10份订单。'))).toEqual(expect.arrayContaining(['壹', '拾']));
    expect(unprovedBy('The mills lost orders, see mills.example/a.', on(QUOTE))).toContain('mills.example/a.');
  });
});
