import type { ProofCase } from './case.ts';
import { REPORT_TWISTS } from './report-twists.ts';
import { judgedChecks } from './check-cases.ts';
import type { JudgedCase } from './score.ts';
import { judge } from './score.ts';
import { offListCases, twistCases, writtenCases } from './suite-cases.ts';
import { twoFactCases } from './two-facts.ts';

/** What the suite and the report draw their words by. */
export const SEED = 1;
/** Sentences of two facts for each owner class and language. */
const TWO_FACTS = 100;

/** Sentences that are scored together, by their name. */
interface SetOf<T> {
  name: ProofSetName;
  cases: T[];
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
  'checks as written',
  'checks off-list',
] as const;

/** All sets, with words drawn by a seed, and what comes of each sentence. */
export async function judgedSets(
  seed: number,
  isAsked: (name: ProofSetName) => boolean = () => true,
): Promise<SetOf<JudgedCase>[]> {
  const sets: { name: ProofSetName; judged: () => JudgedCase[] | Promise<JudgedCase[]> }[] = [
    ...modelSets(seed).map(({ name, cases }) => ({ name, judged: () => judge(cases) })),
    { name: 'checks as written', judged: () => judgedChecks() },
    { name: 'checks off-list', judged: () => judgedChecks(seed) },
  ];
  const asked: SetOf<JudgedCase>[] = [];
  for (const { name, judged } of sets.filter((set) => isAsked(set.name))) asked.push({ name, cases: await judged() });
  return asked;
}

/** Sentences as models say them. */
function modelSets(seed: number): SetOf<ProofCase>[] {
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
