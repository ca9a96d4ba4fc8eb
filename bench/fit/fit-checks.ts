// Fits from when on a claim of a draft is supported or contradicted: `npm run fit -- checks --root FOLDER [--index
// FOLDER] [--out weights]`, with the options of `answers`. A line of a set: {"claim", "label": "supported" |
// "contradicted" | "not_found", "evidence": [{"report"}]}. A false `supported` costs ten right verdicts, a false
// `contradicted` two. Prints what the choice is worth on reports that were left out.
import { basename } from 'node:path';
import { z } from 'zod';
import { bestOf } from '../../src/check/check-claim.ts';
import type { CheckWeights } from '../../src/check/check-weights.ts';
import type { CheckFeatures } from '../../src/check/decide.ts';
import { checkFeatures, verdictBy } from '../../src/check/decide.ts';
import { findEvidence } from '../../src/check/find-evidence.ts';
import { readClaimFor } from '../../src/check/read-claim.ts';
import { parseConfig } from '../../src/config.ts';
import { openGlosses } from '../../src/adapters/dictionary/gloss-table.ts';
import { CheckVerdict } from '../../src/domain/check.ts';
import { openCompare } from '../../src/compare/open-compare.ts';
import { retrievePassages } from '../../src/retrieve/retrieve-passages.ts';
import type { SetPlace } from './question-sets.ts';
import { linesOf, nameOf, openReports } from './question-sets.ts';
import { readOrder } from './read-sets.ts';
import { keepWeights, round } from './write-weights.ts';

const Row = z.object({
  claim: z.string(),
  label: CheckVerdict,
  evidence: z.array(z.object({ report: z.string().optional() })),
});
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
interface Checked {
  group: string;
  label: CheckVerdict;
  found: { features: CheckFeatures; fit: number }[];
}

const resources = openCompare(openGlosses(parseConfig({}).dictionaryDirectory));
const { places, ...keeping } = readOrder('checks');
const sets = [];
for (const place of places) sets.push(await readSet(place));
const all = sets.flatMap(({ checked }) => checked);

async function readSet(place: SetPlace): Promise<{ described: string; checked: Checked[] }> {
  const rows = linesOf(place, Row);
  const file = basename(place.questions);
  const { parts, close } = await openReports(place);
  const checked: Checked[] = [];
  for (const [at, { claim, label, evidence }] of rows.entries()) {
    const { passages } = await retrievePassages({ text: claim, earlier: [] }, parts);
    const found = findEvidence(readClaimFor(claim, resources), passages, resources);
    checked.push({
      // What no report speaks of is left out with every fifth of its kind.
      group: evidence[0]?.report ?? `${file} ${at % 5}`,
      label,
      found: found.map(({ comparison, fit }) => ({ features: checkFeatures(comparison), fit })),
    });
  }
  await close();
  return { described: `${nameOf(place.questions)} ${file}: ${rows.length} claims`, checked };
}

function verdictOn({ found }: Checked, limits: Limits): CheckVerdict {
  const decided = found.map(({ features, fit }) => ({
    fit,
    faults: features.faults,
    verdict: verdictBy(features, limits),
  }));
  return bestOf(decided)?.verdict ?? 'not_found';
}

function worthOf(checked: readonly Checked[], limits: Limits): number {
  return checked.reduce((sum, one) => {
    const verdict = verdictOn(one, limits);
    return sum + (verdict === one.label ? 1 : -COST[verdict]);
  }, 0);
}

/** The limits that are worth most, the strictest of those that are worth as much. */
function bestLimits(checked: readonly Checked[]): Limits {
  const tried = TRIED.said.flatMap((said) =>
    TRIED.here.flatMap((here) =>
      TRIED.lacking.flatMap((lacking) =>
        TRIED.fact.flatMap((fact) =>
          TRIED.place.map((place): Limits => ({ supported: { said, here, lacking }, contradicted: { fact, place } })),
        ),
      ),
    ),
  );
  const [first, ...others] = tried;
  if (!first) throw new RangeError('Nothing to try');
  let best = { limits: first, worth: worthOf(checked, first) };
  for (const limits of others) {
    const worth = worthOf(checked, limits);
    if (worth > best.worth) best = { limits, worth };
  }
  return best.limits;
}

const groups = [...new Set(all.map(({ group }) => group))];
const verdicts = groups.flatMap((group) => {
  const own = bestLimits(all.filter((one) => one.group !== group));
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
const limits = bestLimits(all);
console.log(`reports left out (${groups.length} groups)`, leftOut);
console.log(
  'on all',
  share(({ one }) => verdictOn(one, limits) === one.label),
  limits,
);
keepWeights('checks', keeping, { set: sets.map(({ described }) => described).join('; '), leftOut, ...limits });
