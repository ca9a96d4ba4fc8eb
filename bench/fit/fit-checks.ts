// Fits from when on a claim of a draft is supported or contradicted: `npm run fit -- checks` on the examples that are
// kept; `--root FOLDER [--index FOLDER] [--out weights]` reads them anew, with the options of `answers`. A line of a
// set: {"claim", "label": "supported" | "contradicted" | "not_found", "evidence": [{"report"}]}. A false `supported`
// costs ten right verdicts, a false `contradicted` two. Prints what the choice is worth on reports that were left out.
import { bestOf } from '../../src/check/check-claim.ts';
import type { CheckWeights } from '../../src/check/check-weights.ts';
import { verdictBy } from '../../src/check/decide.ts';
import type { CheckVerdict } from '../../src/domain/check.ts';
import type { CheckedClaim } from './checked-claims.ts';
import { CheckedClaims, readCheckedClaims } from './checked-claims.ts';
import { examplesOf } from './kept-examples.ts';
import { readOrder } from './read-sets.ts';
import { keepWeights, round } from './write-weights.ts';

/** What a wrong verdict costs besides the right one that it is not. */
const COST = { supported: 10, contradicted: 2, not_found: 0 };
/** What is tried. */
const TRIED = {
  said: [0.7, 0.75, 0.8, 0.85, 0.9],
  here: [0.5, 0.6, 0.7, 0.8],
  lacking: [0.55, 0.75, 0.9, 1.01],
  fact: [0.55, 0.65, 0.75],
  place: [0.75, 0.8, 0.85, 0.9],
};
type Limits = Pick<CheckWeights, 'supported' | 'contradicted'>;

const order = readOrder('checks');
const { described, checked: all } = await examplesOf('checks', order, CheckedClaims, () =>
  readCheckedClaims(order.places),
);

function verdictOn({ found }: CheckedClaim, limits: Limits): CheckVerdict {
  const decided = found.map(({ faults: kinds, fit, ...shares }) => {
    const faults = kinds.map(({ fact, isFound }) => ({ fact, claimed: '', ...(isFound ? { found: '' } : {}) }));
    return { fit, faults, verdict: verdictBy({ ...shares, faults }, limits) };
  });
  return bestOf(decided)?.verdict ?? 'not_found';
}

/** What limits are worth on the claims of each group: 1 for every right verdict, less what the wrong ones cost. */
function worthOf(limits: Limits): Map<string, number> {
  const worths = new Map<string, number>();
  for (const one of all) {
    const verdict = verdictOn(one, limits);
    const worth = verdict === one.label ? 1 : -COST[verdict];
    worths.set(one.group, (worths.get(one.group) ?? 0) + worth);
  }
  return worths;
}

/** Every combination that is tried, with what it is worth. */
const tried = TRIED.said.flatMap((said) =>
  TRIED.here.flatMap((here) =>
    TRIED.lacking.flatMap((lacking) =>
      TRIED.fact.flatMap((fact) =>
        TRIED.place.map((place) => {
          const limits: Limits = { supported: { said, here, lacking }, contradicted: { fact, place } };
          return { limits, worths: worthOf(limits) };
        }),
      ),
    ),
  ),
);

/** The limits that are worth most on the claims of all groups but one, the first of those that are worth as much. */
function bestLimits(left?: string): Limits {
  const worthWithout = (worths: ReadonlyMap<string, number>) =>
    [...worths].reduce((sum, [group, worth]) => sum + (group === left ? 0 : worth), 0);
  const [first, ...others] = tried.map(({ limits, worths }) => ({ limits, worth: worthWithout(worths) }));
  if (!first) throw new RangeError('Nothing to try');
  return others.reduce((best, one) => (one.worth > best.worth ? one : best), first).limits;
}

const groups = [...new Set(all.map(({ group }) => group))];
const verdicts = groups.flatMap((group) => {
  const own = bestLimits(group);
  return all.filter((one) => one.group === group).map((one) => ({ one, verdict: verdictOn(one, own) }));
});
const share = (isSuch: (each: (typeof verdicts)[number]) => boolean, of = verdicts) =>
  round(of.filter(isSuch).length / of.length, 3);
const isFalse =
  (verdict: CheckVerdict) =>
  (each: (typeof verdicts)[number]): boolean =>
    each.verdict === verdict;
const leftOut = {
  accuracy: share(({ one, verdict }) => one.label === verdict),
  falseSupport: share(
    isFalse('supported'),
    verdicts.filter(({ one }) => one.label !== 'supported'),
  ),
  falseContradiction: share(
    isFalse('contradicted'),
    verdicts.filter(({ one }) => one.label !== 'contradicted'),
  ),
};
const limits = bestLimits();
console.log(`reports left out (${groups.length} groups)`, leftOut);
console.log(
  'on all',
  share(({ one }) => verdictOn(one, limits) === one.label),
  limits,
);
keepWeights('checks', order, { set: described, leftOut, ...limits });
