// Fits the weights of the comparison of a sentence with its quotes: `npm run fit -- comparison` on the examples that
// are kept; `--root FOLDER [--index FOLDER] [--lines odd] [--threshold .15 --why TEXT] [--out weights]` reads them
// anew, with the options of `answers`. A line of the set: {"report", "quotes": [...], "claim", "truth": true|false}.
// Prints what the weights are worth on reports that were left out.
import { basename } from 'node:path';
import { PROOF_FEATURES } from '../../src/compare/proof-features.ts';
import type { ComparedClaim } from './compared-claims.ts';
import { ComparedClaims, readComparedClaims } from './compared-claims.ts';
import { examplesOf } from './kept-examples.ts';
import type { Logistic } from './logistic.ts';
import { fitLogistic, predict } from './logistic.ts';
import { readOrder } from './read-sets.ts';
import { keepWeights, round } from './write-weights.ts';

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
/** Scores from which on a sentence may count as proved: what each is worth is printed, `--threshold` chooses one. */
const THRESHOLDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5];
type Scored = readonly (readonly [ComparedClaim, number])[];

const order = readOrder('comparison');
const { threshold: provedFrom } = order.recipe;
if (provedFrom === undefined)
  throw new RangeError('Say from what score on a sentence is proved: --threshold .15 --why …');
const [place] = order.places;
if (!place) throw new RangeError('Name a set: --set FILE.jsonl --reports FILES');
const { rows, made, strangers, facts } = await examplesOf('comparison', order, ComparedClaims, () =>
  readComparedClaims(place),
);

const signs = PROOF_FEATURES.map((name) => SIGNS[name]);
/** What is settled without the weights is no example for them. */
const fit = (claims: readonly ComparedClaim[]) =>
  fitLogistic(
    claims.filter(({ isSettled }) => !isSettled),
    signs,
  );

function scoresOf(model: Logistic, claims: readonly ComparedClaim[]): Scored {
  return claims.map((claim) => [claim, claim.isSettled ? 0 : predict(model, claim.values)] as const);
}

/** Scores of every sentence of the set by weights that its report had no part in. */
function leftOut(): Scored {
  const byReport = Map.groupBy(rows, ({ report }) => report);
  const scores = new Map(
    [...byReport].flatMap(([left, own]) =>
      scoresOf(fit([...rows, ...made].filter(({ report }) => report !== left)), own),
    ),
  );
  return rows.map((row) => [row, scores.get(row) ?? 0] as const);
}

function rates(scored: Scored, from: number | undefined = provedFrom) {
  const share = (isTrue: boolean) => {
    const of = scored.filter(([claim]) => claim.isTrue === isTrue);
    return of.length === 0 ? 0 : of.filter(([, score]) => score >= (from ?? 1)).length / of.length;
  };
  const [shownTrue, shownFalse] = [round(share(true), 3), round(share(false), 3)];
  return { shownTrue, shownFalse, balanced: round((1 + shownTrue - shownFalse) / 2, 3) };
}

const scores = leftOut();
const final = fit([...rows, ...made]);
const strange = scoresOf(final, strangers);
for (const from of THRESHOLDS)
  console.log(`from ${from.toFixed(2)}`, rates(scores, from), 'strangers shown', rates(strange, from).shownFalse);
console.log('reports left out      ', rates(scores));
console.log('  every other line    ', rates(scores.filter((_, at) => at % 2 === 1)));
console.log('  within one language ', rates(scores.filter(([{ isAcross }]) => !isAcross)));
console.log('  across languages    ', rates(scores.filter(([{ isAcross }]) => isAcross)));
console.log('a stranger in a truth ', rates(strange).shownFalse, 'shown of', strange.length);
console.log('two facts, exchanged  ', rates(scoresOf(final, facts)));

const features = Object.fromEntries(
  PROOF_FEATURES.map((name, at) => [
    name,
    {
      weight: round(final.weights[at] ?? 0, 4),
      mean: round(final.means[at] ?? 0, 4),
      scale: round(final.scales[at] ?? 0, 4),
    },
  ]),
);
console.log(PROOF_FEATURES.map((name, at) => `${name} ${round(final.weights[at] ?? 0, 4)}`).join(', '));
const half = place.isHalved ? ', odd lines' : '';
keepWeights('comparison', order, {
  set:
    `${basename(place.questions)}${half}: ${rows.length} sentences, ${made.length} made of them and of words ` +
    'off every list',
  leftOut: rates(scores),
  provedFrom,
  intercept: round(final.intercept, 4),
  features,
});
