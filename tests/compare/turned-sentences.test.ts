import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from '../../src/verify/find-quote.ts';
import { groundsOf } from '../../src/verify/grounds-of.ts';
import { aPassage } from '../support/builders.ts';
import { prove, unprovedBy } from '../support/prove.ts';

const on = (...quotes: string[]) => ({ quotes, context: '' });
const isProved = (claim: string, ...quotes: string[]) => unprovedBy(claim, on(...quotes)).length === 0;
/** What is proved of a sentence that a passage holds a part of, word for word. */
const cutOut = (part: string, whole: string) => {
  const passage = aPassage({ text: whole });
  const quote = findQuote(passage, part);
  return prove(part, groundsOf(quote === undefined ? [] : [quote], [passage]));
};

/** Names and things on no list: what holds for one holds for any other. */
const two = <T>(...all: T[]) =>
  fc.tuple(fc.constantFrom(...all), fc.constantFrom(...all)).filter(([one, other]) => one !== other);
const names = two('Kotka', 'Ormsund', 'Palanth', 'Quorle', 'Vistara', 'Brennick');
const things = two('bricks', 'tiles', 'ropes', 'barrels');
const signs = two('甲', '乙', '丙', '丁');
const amounts = two(13, 28, 47, 61, 85);
const RUNS = { numRuns: 12 };

describe('a sentence that turns what its quotes say', () => {
  it('gives the figure of one to another whose name differs in one sign', () => {
    fc.assert(
      fc.property(signs, amounts, fc.constantFrom('厂', '区', '矿'), ([a, b], [x, y], kind) => {
        const quote = `2021年，${a}${kind}和${b}${kind}的产量分别为${x}万吨和${y}万吨。`;
        expect(isProved(`2021年${a}${kind}的产量为${x}万吨。`, quote)).toBe(true);
        expect(isProved(`2021年${b}${kind}的产量为${x}万吨。`, quote)).toBe(false);
      }),
      RUNS,
    );
  });

  it('gives what one does to another of whom another quote speaks', () => {
    fc.assert(
      fc.property(names, things, ([a, b], [one, other]) => {
        const quotes = [`${a} sold ${one}.`, `${b} sold ${other}.`];
        expect(isProved(`${a} has sold ${one}.`, ...quotes)).toBe(true);
        expect(isProved(`${b} sold ${one}.`, ...quotes)).toBe(false);
      }),
      RUNS,
    );
  });

  it('gives a figure to the thing before it, though its own is led to it by a word that joins', () => {
    fc.assert(
      fc.property(two('net loss', 'insurance', 'research expenses', 'freight'), amounts, ([a, b], [x, y]) => {
        const quote = `The ${a} came to $${x} million and ${b} to $${y} million.`;
        expect(isProved(`The ${a} was $${x} million.`, quote)).toBe(true);
        expect(isProved(`The ${a} was $${y} million.`, quote)).toBe(false);
      }),
      RUNS,
    );
  });

  it('says that it comes, of what only may be', () => {
    fc.assert(
      fc.property(names, fc.constantFrom('close the mill', 'sell the quarry'), ([a], deed) => {
        expect(isProved(`${a} might ${deed}.`, `${a} may ${deed}.`)).toBe(true);
        expect(isProved(`${a} will ${deed}.`, `${a} plans to ${deed}.`)).toBe(true);
        expect(isProved(`${a} will ${deed}.`, `${a} may ${deed}.`)).toBe(false);
      }),
      RUNS,
    );
    expect(isProved('磨坊将关闭。', '磨坊可能关闭。')).toBe(false);
  });

  it('makes the least of what something reaches at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 900 }), (count) => {
        const quote = `The law applies to mills with up to ${count} staff.`;
        expect(isProved(`The law applies to mills with no more than ${count} staff.`, quote)).toBe(true);
        expect(isProved(`The law applies to mills with ${count} or more staff.`, quote)).toBe(false);
        expect(isProved(`The law applies to mills with over ${count} staff.`, quote)).toBe(false);
      }),
      RUNS,
    );
  });

  it('gives the title of one to another', () => {
    fc.assert(
      fc.property(two('Tomas', 'Lena', 'Arvid', 'Sigrun'), ([a, b]) => {
        const quote = `Chairman ${a} Ekhart said prices would fall; president ${b} Brandt said orders had grown.`;
        expect(isProved(`Chairman ${a} Ekhart said prices would fall.`, quote)).toBe(true);
        expect(isProved(`President ${a} Ekhart said prices would fall.`, quote)).toBe(false);
      }),
      RUNS,
    );
    const quote = '董事长李自学表示，磨坊将关闭；总裁徐子阳指出，订单保持增长。';
    expect(isProved('总裁徐子阳指出，订单保持增长。', quote)).toBe(true);
    expect(isProved('总裁李自学指出，订单保持增长。', quote)).toBe(false);
  });

  it('adds by how much', () => {
    fc.assert(
      fc.property(names, fc.constantFrom('sharply', 'dramatically', 'significantly'), ([a], much) => {
        expect(isProved(`Sales of ${a} rose ${much} by 3%.`, `Sales of ${a} ${much} rose by 3%.`)).toBe(true);
        expect(isProved(`Sales of ${a} rose ${much} by 3%.`, `Sales of ${a} rose by 3%.`)).toBe(false);
      }),
      RUNS,
    );
    expect(isProved('磨坊的销量大幅增长3%。', '磨坊的销量增长3%。')).toBe(false);
  });

  it('adds a house to a name', () => {
    expect(isProved('中国移动的收入为690亿元。', '中国移动收入690亿元。')).toBe(true);
    expect(isProved('中国移动研究院的收入为690亿元。', '中国移动收入690亿元。')).toBe(false);
  });
});

describe('a quote that is cut out of its sentence, and said word for word', () => {
  it.each([
    ['Kotka closed its mill', 'It is said that perhaps Kotka closed its mill.'],
    ['Kotka closed its mill', 'Has it been shown that Kotka closed its mill?'],
    ['Kotka closed its mill', 'Nobody claimed that Kotka closed its mill.'],
    ['mills use clay', 'Only some mills use clay.'],
    ['磨坊使用陶土', '只有少数磨坊使用陶土。'],
    ['磨坊已经关闭', '是否应当认为磨坊已经关闭？'],
  ])('proves nothing: %s', (part, whole) => {
    expect(cutOut(part, whole).degree).toBe('none');
  });

  it.each([
    ['Kotka closed its mill', 'Kotka closed its mill, and Ormsund may close its quarry.'],
    ['mills use clay', 'In the north mills use clay.'],
    ['磨坊使用陶土', '在北方，磨坊使用陶土，窑可能关闭。'],
  ])('proves itself where the rest does not bear on it: %s', (part, whole) => {
    expect(cutOut(part, whole)).toEqual({ degree: 'verbatim', unproved: [] });
  });
});
