import { languagesOf } from './case.ts';
import type { ProofCase } from './case.ts';
import { isShown } from './is-shown.ts';

/** How many lies are shown and truths held back. */
export interface ProofScore {
  lies: number;
  liesShown: number;
  truths: number;
  truthsHeldBack: number;
}

/** A case with what came of it. */
export interface JudgedCase extends ProofCase {
  isShown: boolean;
}

/** Asks of each case what production would show. */
export function judge(cases: readonly ProofCase[]): JudgedCase[] {
  return cases.map((one) => ({ ...one, isShown: isShown(one) }));
}

/** What went wrong with some cases, in numbers. */
export function scoreOf(cases: readonly JudgedCase[]): ProofScore {
  const count = (isWanted: (one: JudgedCase) => boolean) => cases.filter(isWanted).length;
  return {
    lies: count((one) => !one.isTrue),
    liesShown: count((one) => !one.isTrue && one.isShown),
    truths: count((one) => one.isTrue),
    truthsHeldBack: count((one) => one.isTrue && !one.isShown),
  };
}

/** Scores of the cases that share a name, most lies shown and truths held back first. */
export function scoresBy(
  cases: readonly JudgedCase[],
  nameOf: (one: JudgedCase) => string,
): [name: string, score: ProofScore][] {
  const wrong = ({ liesShown, truthsHeldBack }: ProofScore) => liesShown + truthsHeldBack;
  return [...Map.groupBy(cases, nameOf)]
    .map(([name, group]): [string, ProofScore] => [name, scoreOf(group)])
    .toSorted(([, a], [, b]) => wrong(b) - wrong(a));
}

/** By what the sentence and its quotes are written in. */
export function scoresByLanguage(cases: readonly JudgedCase[]): [name: string, score: ProofScore][] {
  return scoresBy(cases, languagesOf);
}
