import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparing, unprovedBy } from '../support/prove.ts';

const { prove } = comparing;
const on = (...quotes: string[]) => ({ quotes, context: '' });
const isProved = (claim: string, quote: string) => unprovedBy(claim, on(quote)).length === 0;
const amount = fc.integer({ min: 11, max: 97 });
const twoAmounts = fc.tuple(amount, amount).filter(([one, other]) => one !== other);
const threeAmounts = fc.uniqueArray(amount, { minLength: 3, maxLength: 3 });

describe('a figure of a list in order', () => {
  it('is of the one in its place, however many there are and whatever they are', () => {
    fc.assert(
      fc.property(threeAmounts, fc.nat(2), fc.nat(2), ([x = 0, y = 0, z = 0], at, place) => {
        const quote = `2019年，北河厂、南山厂和东湖厂的产量分别为${x}万吨、${y}万吨和${z}万吨。`;
        const [name = '', value = 0] = [['北河厂', '南山厂', '东湖厂'][at], [x, y, z][place]];
        expect(isProved(`2019年${name}的产量为${value}万吨。`, quote)).toBe(at === place);
      }),
      { numRuns: 30 },
    );
  });

  it('is of its place in English, too', () => {
    fc.assert(
      fc.property(threeAmounts, fc.nat(2), fc.nat(2), ([x = 0, y = 0, z = 0], at, place) => {
        const quote = `In 2019 Kotka, Ormsund and Palanth sold ${x}, ${y} and ${z} kilns respectively.`;
        const [name = '', value = 0] = [['Kotka', 'Ormsund', 'Palanth'][at], [x, y, z][place]];
        expect(isProved(`Kotka is a town.`, quote)).toBe(false);
        expect(isProved(`${name} sold ${value} kilns in 2019.`, quote)).toBe(at === place);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a figure that moves', () => {
  it.each([
    ['陶土价格上涨8%。', '陶土价格下降8%。'],
    ['The price of clay rose by 8%.', 'The price of clay fell by 8%.'],
  ])('is no figure of the other direction: %s %s', (up, down) => {
    expect([isProved(up, `${up.slice(0, -1)}！`), isProved(up, down), isProved(down, up)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is neither by how much nor to where when the quote says the other', () => {
    fc.assert(
      fc.property(twoAmounts, ([by, to]) => {
        const quote = `2019年，陶土价格上涨${by}元，增至${to}元。`;
        expect(isProved(`2019年陶土价格上涨${by}元。`, quote)).toBe(true);
        expect(isProved(`2019年陶土价格增至${to}元。`, quote)).toBe(true);
        expect(isProved(`2019年陶土价格增至${by}元。`, quote)).toBe(false);
        expect(isProved(`2019年陶土价格上涨${to}元。`, quote)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a figure that is reckoned', () => {
  it('follows from two of the quotes by adding and by taking away, and from no other numbers', () => {
    fc.assert(
      fc.property(twoAmounts, ([x, y]) => {
        const [more, less] = [Math.max(x, y), Math.min(x, y)];
        const quote = `2019年，北窑产陶土${more}万吨，南窑产陶土${less}万吨。`;
        const difference = prove(`2019年北窑比南窑多产陶土${more - less}万吨。`, on(quote));
        expect(difference).toEqual({
          degree: 'computed',
          unproved: [],
          computed: `${more}万吨 − ${less}万吨 = ${more - less}万吨`,
        });
        expect(prove(`2019年北窑和南窑共产陶土${more + less}万吨。`, on(quote)).degree).toBe('computed');
        expect(prove(`2019年北窑和南窑共产陶土${more + less + 1}万吨。`, on(quote)).degree).toBe('none');
      }),
      { numRuns: 20 },
    );
  });
});

describe('two of whom one has more', () => {
  it.each([
    ['北窑的产量高于南窑。', '南窑的产量高于北窑。', '南窑的产量低于北窑。'],
    [
      'Kotka sold more kilns than Ormsund.',
      'Ormsund sold more kilns than Kotka.',
      'Ormsund sold fewer kilns than Kotka.',
    ],
  ])('%s', (said, turned, same) => {
    expect([isProved(turned, said), isProved(same, said), isProved(said, turned)]).toEqual([false, true, false]);
  });

  it('stand as their figures do', () => {
    fc.assert(
      fc.property(twoAmounts, ([x, y]) => {
        const quote = `2019年，东港装运陶土${x}万吨，西港装运陶土${y}万吨。`;
        expect(isProved('2019年东港的陶土比西港多。', quote)).toBe(x > y);
        expect(isProved('2019年东港的陶土比西港少。', quote)).toBe(x < y);
      }),
      { numRuns: 20 },
    );
  });
});
