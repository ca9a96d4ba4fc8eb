import type { ProofCase } from './case.ts';
import { REPORT_TWISTS } from './report-twists.ts';
import { offListCases, twistCases, writtenCases } from './suite-cases.ts';
import { twoFactCases } from './two-facts.ts';

/** What the suite and the report draw their words by. */
export const SEED = 1;
/** Sentences of two facts for each owner class and language. */
const TWO_FACTS = 100;

/** Sentences that are scored together. */
export interface ProofSet {
  name: ProofSetName;
  cases: readonly ProofCase[];
}
export type ProofSetName = (typeof PROOF_SETS)[number];
const PROOF_SETS = [
  'twists as written',
  'twists off-list',
  'claims as written',
  'claims off-list',
  'two facts',
  'one stranger',
  'report twists',
] as const;

/** All sets, with words drawn by a seed. */
export function proofSets(seed: number): ProofSet[] {
  const [written, offList, facts] = [writtenCases(), offListCases(seed), twoFactCases(TWO_FACTS, seed)];
  const of = (cases: readonly ProofCase[], set: string) => cases.filter((one) => one.set === set);
  return [
    { name: 'twists as written', cases: of(written, 'twists') },
    { name: 'twists off-list', cases: of(offList, 'twists') },
    { name: 'claims as written', cases: of(written, 'claims') },
    { name: 'claims off-list', cases: of(offList, 'claims') },
    { name: 'two facts', cases: of(facts, 'two facts') },
    { name: 'one stranger', cases: of(facts, 'one stranger') },
    { name: 'report twists', cases: REPORT_TWISTS.flatMap((twist) => twistCases('report twists', twist)) },
  ];
}
