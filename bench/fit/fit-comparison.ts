// Fits the weights of the comparison of a sentence with its quotes: `npm run fit -- comparison --root FOLDER [--index
// FOLDER] [--lines odd] [--out weights]`, with the options of `answers`. A line of the set: {"report", "quotes": [...],
// "claim", "truth": true|false}. Prints what the weights are worth on reports that were left out.
import { basename } from 'node:path';
import { z } from 'zod';
import { openGlosses } from '../../src/adapters/dictionary/gloss-table.ts';
import { compareStatements } from '../../src/compare/compare-statements.ts';
import { PROOF_FEATURES, proofFeatures } from '../../src/compare/proof-features.ts';
import { findFaults } from '../../src/compare/find-faults.ts';
import { openCompare } from '../../src/compare/open-compare.ts';
import { readGrounds } from '../../src/compare/read-grounds.ts';
import { readText } from '../../src/compare/read-text.ts';
import { parseConfig } from '../../src/config.ts';
import { seeded } from '../../tests/support/fuzz-runs.ts';
import type { Example, Logistic } from './logistic.ts';
import { fitLogistic, predict } from './logistic.ts';
import type { LabelledClaim } from './off-list.ts';
import { twoFacts, withAStranger } from './off-list.ts';
import { linesOf, openReports } from './question-sets.ts';
import { readContexts } from './read-contexts.ts';
import { readOrder } from './read-sets.ts';
import { strangeWords } from './strange-words.ts';
import { keepWeights } from './write-weights.ts';

/** What a weight may say: more that is said is never a sign of a lie, and what is missing never one of the truth. */
const SIGNS: Record<(typeof PROOF_FEATURES)[number], number> = {
  said: 1,
  across: 0,
  saidAcross: 1,
  mostLacking: -1,
  lacking: -1,
  reckoned: 0,
  turned: -1,
  elsewhere: -1,
  otherThing: -1,
  cause: -1,
  noFigure: 0,
};
const Row = z.object({
  report: z.string(),
  quotes: z.array(z.string()),
  claim: z.string(),
  truth: z.boolean(),
});
/** A sentence compared; a name of nobody and a figure of another settle it. */
type Compared = Example & { isSettled: boolean };
/** Scores from which on a sentence may count as proved; the first that is within this of the best one is taken. */
const THRESHOLDS = Array.from({ length: 13 }, (_, at) => 0.2 + at * 0.025);
const AS_GOOD = 0.01;
/**
 * Sentences of two facts to measure, and a few to fit on: short sentences that say just what their quote says are rare
 * in the set.
 */
const TWO_FACTS = 200;
const FITTED_FACTS = 40;
/**
 * One true sentence of so many is fitted on with a stranger in it, too: the set itself swaps no names, and more of them
 * hold back what is true.
 */
const STRANGERS = 2;

const { places, ...keeping } = readOrder('comparison');
const [place] = places;
if (!place) throw new RangeError('Name a set: --set FILE.jsonl --reports FILES');
const read = linesOf(place, Row);
const { parts, close } = await openReports(place);
const { contexts, missing } = await readContexts(read, parts.library);
await close();
console.log(`${read.length - missing} of ${read.length} with what stands around their quotes`);
const rows: LabelledClaim[] = read.map(({ truth, ...row }, at) => ({ ...row, context: contexts[at], isTrue: truth }));
const glosses = openGlosses(parseConfig({}).dictionaryDirectory);
const resources = openCompare(glosses);
const words = strangeWords();

const strangersOf = (claims: readonly LabelledClaim[], seed: number) => {
  const random = seeded(seed);
  return claims.filter(({ isTrue }) => isTrue).flatMap((claim) => withAStranger(claim, words, resources.names, random));
};
const exampleOf = ({ report, claim, quotes, isTrue, context }: LabelledClaim): Compared => {
  const evidence = readGrounds({ quotes, context: context ?? report }, resources);
  const comparison = compareStatements(readText(claim, resources.names), evidence, resources);
  const features = proofFeatures(comparison);
  return {
    values: PROOF_FEATURES.map((name) => features[name]),
    isTrue,
    isSettled: findFaults(comparison).length > 0,
  };
};
const signs = PROOF_FEATURES.map((name) => SIGNS[name]);
const made = [
  ...strangersOf(rows, 1).filter((_, at) => at % STRANGERS === 0),
  ...twoFacts(words, FITTED_FACTS, seeded(4)),
];
const examples = new Map([...rows, ...made].map((claim) => [claim, exampleOf(claim)]));
/** What is settled without the weights is no example for them. */
const examplesOf = (claims: readonly LabelledClaim[]) =>
  claims.flatMap((claim) => examples.get(claim) ?? []).filter(({ isSettled }) => !isSettled);

function scoreOf(model: Logistic, claim: LabelledClaim): number {
  const compared = examples.get(claim) ?? exampleOf(claim);
  return compared.isSettled ? 0 : predict(model, compared.values);
}

/** Scores of every sentence of the set by weights that its report had no part in. */
function leftOut(): Map<LabelledClaim, number> {
  const scores = new Map<LabelledClaim, number>();
  for (const report of new Set(rows.map((row) => row.report))) {
    const model = fitLogistic(examplesOf([...rows, ...made].filter((row) => row.report !== report)), signs);
    for (const row of rows.filter((each) => each.report === report)) scores.set(row, scoreOf(model, row));
  }
  return scores;
}

/** The lowest score with next to the best balance: below it is shown what is true as well. */
function threshold(): number {
  const balances = THRESHOLDS.map((from) => ({ from, balanced: rates(scores, from).balanced }));
  const best = Math.max(...balances.map(({ balanced }) => balanced));
  return round(balances.find(({ balanced }) => balanced >= best - AS_GOOD)?.from);
}

function rates(scored: readonly (readonly [LabelledClaim, number])[], from = provedFrom) {
  const share = (isTrue: boolean) => {
    const of = scored.filter(([claim]) => claim.isTrue === isTrue);
    return of.length === 0 ? Number.NaN : of.filter(([, score]) => score >= from).length / of.length;
  };
  const [shownTrue, shownFalse] = [share(true), share(false)].map((value) => Math.round(value * 1000) / 1000);
  return {
    shownTrue: shownTrue ?? 0,
    shownFalse: shownFalse ?? 0,
    balanced: Math.round(500 * (1 + (shownTrue ?? 0) - (shownFalse ?? 0))) / 1000,
  };
}

const scores = [...leftOut()];
const provedFrom = threshold();
const final = fitLogistic(examplesOf([...rows, ...made]), signs);
const strangers = strangersOf(rows, 3).map((claim) => [claim, scoreOf(final, claim)] as const);
const facts = twoFacts(words, TWO_FACTS, seeded(2)).map((claim) => [claim, scoreOf(final, claim)] as const);
const across = ([{ claim, quotes }]: readonly [LabelledClaim, number]) =>
  /\p{Script=Han}/u.test(claim) !== /\p{Script=Han}/u.test(quotes.join(''));
console.log('reports left out      ', rates(scores));
console.log('  every other line    ', rates(scores.filter((_, at) => at % 2 === 1)));
console.log('  within one language ', rates(scores.filter((scored) => !across(scored))));
console.log('  across languages    ', rates(scores.filter(across)));
console.log('a stranger in a truth ', rates(strangers).shownFalse, 'shown of', strangers.length);
console.log('two facts, exchanged  ', rates(facts));

const features = Object.fromEntries(
  PROOF_FEATURES.map((name, at) => [
    name,
    { weight: round(final.weights[at]), mean: round(final.means[at]), scale: round(final.scales[at]) },
  ]),
);
const half = place.isHalved ? ', odd lines' : '';
console.log(PROOF_FEATURES.map((name, at) => `${name} ${round(final.weights[at])}`).join(', '));
keepWeights('comparison', keeping, {
  set:
    `${basename(place.questions)}${half}: ${rows.length} sentences, ${made.length} made of them and of words ` +
    'off every list',
  leftOut: rates(scores),
  provedFrom,
  intercept: round(final.intercept),
  features,
});

function round(value = 0): number {
  return Math.round(value * 10_000) / 10_000;
}
