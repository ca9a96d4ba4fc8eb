import { openGlosses } from '../../src/adapters/dictionary/gloss-table.ts';
import { compareStatements } from '../../src/compare/compare-statements.ts';
import { PROOF_FEATURES, proofFeatures } from '../../src/compare/proof-features.ts';
import { findFaults } from '../../src/compare/find-faults.ts';
import { openCompare } from '../../src/compare/open-compare.ts';
import { readGrounds } from '../../src/compare/read-grounds.ts';
import { readText } from '../../src/compare/read-text.ts';
import { parseConfig } from '../../src/config.ts';
import { z } from 'zod';
import { seeded } from '../../tests/support/fuzz-runs.ts';
import { kept } from './kept-examples.ts';
import type { LabelledClaim } from './off-list.ts';
import { twoFacts, withAStranger } from './off-list.ts';
import type { SetPlace } from './question-sets.ts';
import { linesOf, openReports } from './question-sets.ts';
import { readContexts } from './read-contexts.ts';
import { strangeWords } from './strange-words.ts';

const Row = z.object({
  report: z.string(),
  quotes: z.array(z.string()),
  claim: z.string(),
  truth: z.boolean(),
});
/**
 * Sentences of two facts to measure, and a few to fit on: short sentences that say just what their quote says are rare
 * in the set.
 */
const TWO_FACTS = 200;
const FITTED_FACTS = 80;
/**
 * One true sentence of so many is fitted on with a stranger in it, too, and so many of the made ones: the set itself
 * swaps no names, and more of them hold back what is true.
 */
const STRANGERS = 2;
const STRANGE_FACTS = 40;

/** A sentence compared with its quotes; a name of nobody and a figure of another settle it. */
const ComparedClaim = z.object({
  /** Claims of one report are left out together. */
  report: z.string(),
  isTrue: z.boolean(),
  /** Sentence and quotes are in two languages. */
  isAcross: z.boolean(),
  isSettled: z.boolean(),
  values: z.array(z.number()).length(PROOF_FEATURES.length),
});
export type ComparedClaim = z.infer<typeof ComparedClaim>;

/** Sentences of a set, what is made of them and fitted on as well, and what is only measured. */
export const ComparedClaims = z.object({
  rows: z.array(ComparedClaim),
  made: z.array(ComparedClaim),
  strangers: z.array(ComparedClaim),
  facts: z.array(ComparedClaim),
});
export type ComparedClaims = z.infer<typeof ComparedClaims>;

/** Compares the sentences of a set with their quotes, and those that are made of them and of words off every list. */
export async function readComparedClaims(place: SetPlace): Promise<ComparedClaims> {
  const read = linesOf(place, Row);
  const { parts, close } = await openReports(place);
  const { contexts, missing } = await readContexts(read, parts.library);
  await close();
  console.log(`${read.length - missing} of ${read.length} with what stands around their quotes`);
  const rows: LabelledClaim[] = read.map(({ truth, ...row }, at) => ({ ...row, context: contexts[at], isTrue: truth }));
  const resources = openCompare(openGlosses(parseConfig({}).dictionaryDirectory));
  const words = strangeWords();
  const fitted = twoFacts(words, FITTED_FACTS, seeded(4));
  const made = [
    ...strangersIn(rows, 1).filter((_, at) => at % STRANGERS === 0),
    ...fitted,
    ...strangersIn(fitted, 7).slice(0, STRANGE_FACTS),
  ];
  return {
    rows: rows.map(compared),
    made: made.map(compared),
    strangers: strangersIn(rows, 3).map(compared),
    facts: twoFacts(words, TWO_FACTS, seeded(2)).map(compared),
  };

  function strangersIn(claims: readonly LabelledClaim[], seed: number): LabelledClaim[] {
    const random = seeded(seed);
    const truths = claims.filter(({ isTrue }) => isTrue);
    return truths.flatMap((claim) => withAStranger(claim, words, resources.names, random));
  }

  function compared({ report, claim, quotes, isTrue, context }: LabelledClaim): ComparedClaim {
    const evidence = readGrounds({ quotes, context: context ?? report }, resources);
    const comparison = compareStatements(readText(claim, resources.names), evidence, resources);
    const features = proofFeatures(comparison);
    return {
      report,
      isTrue,
      isAcross: /\p{Script=Han}/u.test(claim) !== /\p{Script=Han}/u.test(quotes.join('')),
      isSettled: findFaults(comparison).length > 0,
      values: PROOF_FEATURES.map((name) => kept(features[name])),
    };
  }
}
