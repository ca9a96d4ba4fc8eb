import fc from 'fast-check';
import { expect, it } from 'vitest';
import { portionClaims } from '../../src/check/portion-claims.ts';
import { PORTIONS } from '../../src/domain/limits.ts';

it('leaves out what is no sentence any more, and what has too many figures', () => {
  const [long, figures] = ['窑'.repeat(PORTIONS.claim + 1), '产陶土7万吨，'.repeat(PORTIONS.quantities + 1)];
  const { unchecked, claims } = portionClaims([long, '窑厂在河边。', figures]);
  expect(claims).toEqual(['窑厂在河边。']);
  expect(unchecked[0]).toEqual({ text: long, reason: 'too_long' });
  expect(unchecked[1]?.text).toBe(figures);
});

it('looks at so many claims, and names the next one', () => {
  const all = Array.from({ length: PORTIONS.claims + 1 }, (_, at) => `第${at}座窑在河边。`);
  expect(portionClaims(all)).toEqual({
    claims: all.slice(0, -1),
    unchecked: [{ text: all.at(-1), reason: 'too_many_claims' }],
  });
});

it('parts all claims into those that are looked at, in order and not too many, and those that are left out', () => {
  const claim = fc.constantFrom('窑厂在河边。', '渡轮有12艘。', '窑'.repeat(PORTIONS.claim + 1));
  fc.assert(
    fc.property(fc.array(claim, { maxLength: PORTIONS.claims + 20 }), (all) => {
      const { claims, unchecked } = portionClaims(all);
      expect(claims.length + unchecked.length).toBe(all.length);
      expect(claims.length).toBeLessThanOrEqual(PORTIONS.claims);
      expect(claims).toEqual(all.filter((text) => text.length <= PORTIONS.claim).slice(0, PORTIONS.claims));
      expect(unchecked.every(({ text, reason }) => (reason === 'too_long') === text.length > PORTIONS.claim)).toBe(
        true,
      );
    }),
    { numRuns: 30 },
  );
});
