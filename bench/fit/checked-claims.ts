import { basename } from 'node:path';
import { z } from 'zod';
import { openGlosses } from '../../src/adapters/dictionary/gloss-table.ts';
import { checkFeatures } from '../../src/check/decide.ts';
import { findEvidence } from '../../src/check/find-evidence.ts';
import { readClaimFor } from '../../src/check/read-claim.ts';
import type { FactKind } from '../../src/compare/fault.ts';
import { openCompare } from '../../src/compare/open-compare.ts';
import { parseConfig } from '../../src/config.ts';
import { CheckVerdict } from '../../src/domain/check.ts';
import { retrievePassages } from '../../src/retrieve/retrieve-passages.ts';
import { kept } from './kept-examples.ts';
import type { SetPlace } from './question-sets.ts';
import { linesOf, nameOf, openReports } from './question-sets.ts';

const Row = z.object({
  claim: z.string(),
  label: CheckVerdict,
  evidence: z.array(z.object({ report: z.string().optional() })),
});

const FACTS = [
  'figure',
  'time',
  'name',
  'word',
  'order',
  'direction',
  'negation',
  'stance',
  'role',
  'stress',
] as const satisfies readonly FactKind[];

/** A claim as it stands to each statement that was found for it, and what it is. */
const CheckedClaim = z.object({
  group: z.string(),
  label: CheckVerdict,
  found: z.array(
    z.object({
      fit: z.number(),
      /** What differs, without its words: whether the statement has something in its place. */
      faults: z.array(z.object({ fact: z.enum(FACTS), isFound: z.boolean() })),
      said: z.number(),
      here: z.number(),
      lacking: z.number(),
      beside: z.number(),
      isPlaced: z.boolean(),
      isOfOthers: z.boolean(),
    }),
  ),
});
export type CheckedClaim = z.infer<typeof CheckedClaim>;
export const CheckedClaims = z.object({ described: z.string(), checked: z.array(CheckedClaim) });
export type CheckedClaims = z.infer<typeof CheckedClaims>;

/** Compares the claims of sets with what the reports say of them. */
export async function readCheckedClaims(places: readonly SetPlace[]): Promise<CheckedClaims> {
  const resources = openCompare(openGlosses(parseConfig({}).dictionaryDirectory));
  const described: string[] = [];
  const checked: CheckedClaim[] = [];
  for (const place of places) {
    const rows = linesOf(place, Row);
    const file = basename(place.questions);
    const { parts, close } = await openReports(place);
    for (const [at, { claim, label, evidence }] of rows.entries()) {
      const { passages } = await retrievePassages({ text: claim, earlier: [] }, parts);
      const found = findEvidence(readClaimFor(claim, resources), passages, resources).map(({ comparison, fit }) => {
        const { faults, said, here, lacking, beside, isPlaced, isOfOthers } = checkFeatures(comparison);
        return {
          fit: kept(fit),
          faults: faults.map((fault) => ({ fact: fault.fact, isFound: fault.found !== undefined })),
          said: kept(said),
          here: kept(here),
          lacking: kept(lacking),
          beside: kept(beside),
          isPlaced,
          isOfOthers,
        };
      });
      // What no report speaks of is left out with every fifth of its kind.
      checked.push({ group: evidence[0]?.report ?? `${file} ${at % 5}`, label, found });
    }
    await close();
    described.push(`${nameOf(place.questions)} ${file}: ${rows.length} claims`);
  }
  return { described: described.join('; '), checked };
}
