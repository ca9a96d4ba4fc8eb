import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOf } from '../../src/check/check-claim.ts';
import type { CheckFeatures } from '../../src/check/decide.ts';
import { decide, verdictBy } from '../../src/check/decide.ts';
import { compareStatements } from '../../src/compare/compare-statements.ts';
import type { FactKind, Fault } from '../../src/compare/fault.ts';
import { readGrounds } from '../../src/compare/read-grounds.ts';
import { readText } from '../../src/compare/read-text.ts';
import { comparing } from '../support/prove.ts';

const WEIGHTS = { supported: { said: 0.8, here: 0.6, lacking: 0.5 }, contradicted: { fact: 0.5, place: 0.8 } };
const SAID: CheckFeatures = { faults: [], said: 1, here: 1, lacking: 0, beside: 1, isPlaced: true, isOfOthers: false };
const verdict = (over: Partial<CheckFeatures>) => verdictBy({ ...SAID, ...over }, WEIGHTS);
const aFault = (fact: FactKind, found?: string): Fault => ({
  fact,
  claimed: '7万吨',
  ...(found === undefined ? {} : { found }),
});

describe('the verdict by what a statement says of a claim', () => {
  it('is that it supports it, where enough of it is said and nothing is otherwise', () => {
    expect(verdict({})).toBe('supported');
    expect(verdict({ said: 0.79 })).toBe('not_found');
    expect(verdict({ here: 0.59 })).toBe('not_found');
    expect(verdict({ lacking: 0.51 })).toBe('not_found');
    expect(verdict({ isPlaced: false })).toBe('not_found');
  });

  it('is that it contradicts it, where one thing is otherwise and the rest is said', () => {
    expect(verdict({ faults: [aFault('figure', '5万吨')] })).toBe('contradicted');
    expect(verdict({ faults: [aFault('figure', '5万吨')], beside: 0.4 })).toBe('not_found');
    expect(verdict({ faults: [aFault('figure')] })).toBe('not_found');
    expect(verdict({ faults: [aFault('figure', '5万吨'), aFault('name', '乙厂')] })).toBe('not_found');
  });

  it('wants more of it said where the two may speak of another time, place or person', () => {
    expect(verdict({ faults: [aFault('figure', '5万吨')], beside: 0.7 })).toBe('contradicted');
    for (const fact of ['name', 'word', 'time', 'role', 'stance'] as const)
      expect(verdict({ faults: [aFault(fact, '另一个')], beside: 0.7 })).toBe('not_found');
  });

  it('takes a denial that turned to its other end for one thing, and a word of stress for none beside another', () => {
    expect(verdict({ faults: [aFault('negation', '没有'), aFault('direction', '下降')] })).toBe('contradicted');
    expect(verdict({ faults: [aFault('stress'), aFault('figure', '5万吨')] })).toBe('contradicted');
  });

  it('is never better than where less is wrong and more is said', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const RANK = { supported: 1, not_found: 0, contradicted: -1 };
    fc.assert(
      fc.property(share, share, share, share, (said, here, lacking, more) => {
        const [less, rather] = [verdict({ said, here, lacking }), verdict({ said: said + more, here, lacking })];
        expect(RANK[rather]).toBeGreaterThanOrEqual(RANK[less]);
        expect(verdict({ said, here, lacking, faults: [aFault('figure', '5万吨')] })).not.toBe('supported');
      }),
    );
  });
});

describe('a claim held against a statement', () => {
  const held = (claim: string, statement: string) =>
    decide(
      compareStatements(
        readText(claim, comparing.resources.names),
        readGrounds({ quotes: [statement], context: '' }, comparing.resources),
        comparing.resources,
      ),
      comparing.checks,
    );

  it.each([
    ['甲厂2021年产陶土7万吨。', '2021年，甲厂生产陶土7万吨。', 'supported'],
    ['甲厂2021年产陶土5万吨。', '2021年，甲厂生产陶土7万吨。', 'contradicted'],
    ['Kotka sold 41,000 bricks in 2019.', 'In 2019 Kotka sold 41,000 bricks.', 'supported'],
    ['Kotka sold 43,000 bricks in 2019.', 'In 2019 Kotka sold 41,000 bricks.', 'contradicted'],
    ['渔民修补渔网。', '2021年，甲厂生产陶土7万吨。', 'not_found'],
  ] as const)('%s — %s: %s', (claim, statement, expected) => {
    expect(held(claim, statement).verdict).toBe(expected);
  });

  it('tells each fault once', () => {
    const { faults } = held('甲厂2021年产陶土5万吨。', '2021年，甲厂生产陶土7万吨。');
    expect(faults).toEqual([{ fact: 'figure', claimed: '5万吨', at: '5万吨', found: '7万吨' }]);
  });
});

describe('the statement that decides', () => {
  const one = (verdictOf: 'supported' | 'contradicted' | 'not_found', fit: number, faults: Fault[] = []) => ({
    verdict: verdictOf,
    fit,
    faults,
  });

  it('is the nearest one, or one that supports and is nearly as near where nothing is wrong with the nearest', () => {
    const [nearest, supporting] = [one('not_found', 1), one('supported', 0.95)];
    expect(bestOf([nearest, supporting])).toBe(supporting);
    expect(bestOf([nearest, one('supported', 0.9)])).toBe(nearest);
    const wrong = one('contradicted', 1, [aFault('figure', '5万吨')]);
    expect(bestOf([wrong, supporting])).toBe(wrong);
    expect(bestOf([])).toBeUndefined();
  });

  it('is one that contradicts, where the nearest decides nothing', () => {
    const contradicting = one('contradicted', 0.95, [aFault('figure', '5万吨')]);
    expect(bestOf([one('not_found', 1), contradicting])).toBe(contradicting);
    expect(bestOf([one('not_found', 1), one('contradicted', 0.9)])?.verdict).toBe('not_found');
  });
});
