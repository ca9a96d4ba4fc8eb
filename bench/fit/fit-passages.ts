// Fits the weights by which passages are ordered: `npm run fit -- passages --root FOLDER [--out weights]`, with the
// options of `answers`; the reports of a public set are its PASSAGES.jsonl. Prints what the weights are worth on
// reports, and on public sets, that were left out.
import type { PassageFeatures } from '../../src/retrieve/passage-weights.ts';
import { PASSAGE_FEATURES } from '../../src/retrieve/passage-weights.ts';
import type { FeaturedCandidate } from '../../src/retrieve/rank-candidates.ts';
import { featureFindings } from '../../src/retrieve/retrieve-passages.ts';
import { labelOf } from './label.ts';
import type { FitQuestion, QuestionSet } from './question-sets.ts';
import { openQuestionSet } from './question-sets.ts';
import { readOrder } from './read-sets.ts';
import type { Choice } from './softmax.ts';
import { fitSoftmax, likelihoods } from './softmax.ts';
import { keepWeights, round } from './write-weights.ts';

/** Candidates of each index, as for an answer. */
const CANDIDATES = 10;

/** The passages that were found for a question, all in one language, with those that answer it. */
interface Asked extends Choice {
  set: string;
  group: string;
  isOwn: boolean;
}

const { places, ...keeping } = readOrder('passages');
const asked: Asked[] = [];
const described: string[] = [];
for (const place of places) {
  const set = await openQuestionSet(place);
  const questions = set.questions.filter(({ answerable }) => answerable);
  for (const question of questions) asked.push(...(await choicesOf(question, set)));
  described.push(`${set.name}: ${questions.length} questions, each counts ${set.weight}`);
  await set.close();
}

const groups = [...new Set(asked.map(({ group }) => group))];
const ranks = groups.flatMap((group) => {
  const rest = asked.filter((one) => one.group !== group);
  const weights = { own: fit(rest, true), translated: fit(rest, false) };
  return asked
    .filter((one) => one.group === group)
    .map((one) => ({ set: one.set, rank: rankOf(one, one.isOwn ? weights.own : weights.translated) }));
});
const quality = (some: typeof ranks) => ({
  first: round(some.filter(({ rank }) => rank === 0).length / some.length, 3),
  firstTen: round(some.filter(({ rank }) => rank < 10).length / some.length, 3),
});
console.log('left out, all'.padEnd(16), ranks.length, JSON.stringify(quality(ranks)));
for (const [set, some] of Map.groupBy(ranks, (one) => one.set))
  console.log(`  ${set}`.padEnd(16), some.length, JSON.stringify(quality(some)));
const weights = { own: named(fit(asked, true)), translated: named(fit(asked, false)) };
console.log(JSON.stringify(weights));
keepWeights('passages', keeping, { set: described.join('; '), leftOut: quality(ranks), ...weights });

async function choicesOf(question: FitQuestion, set: QuestionSet): Promise<Asked[]> {
  const { featured } = await featureFindings({ text: question.question, earlier: [] }, set.parts, CANDIDATES);
  const isRight = featured.map((one) => answers(one, question, set));
  const first = featured.find((_, at) => isRight[at]);
  if (!first) return [];
  const alike = featured.map((one, at) => ({ ...one, isRight: isRight[at] ?? false })).filter(isLike(first));
  return [
    {
      candidates: alike.map(({ features }) => valuesOf(features)),
      isRight: alike.map((one) => one.isRight),
      weight: set.weight,
      set: set.name,
      group: question.gold_ids.length > 0 ? set.name : first.candidate.report.file,
      isOwn: first.isOwn,
    },
  ];
}

function answers({ candidate }: FeaturedCandidate, question: FitQuestion, set: QuestionSet): boolean {
  const { file } = candidate.report;
  if (question.gold_ids.length === 0) return labelOf(candidate.chunk.text, file, question).isPartly;
  const id = set.passageOf(file);
  return id !== undefined && question.gold_ids.includes(id);
}

function isLike(first: FeaturedCandidate): (one: FeaturedCandidate) => boolean {
  return ({ isOwn }) => isOwn === first.isOwn;
}

function fit(some: readonly Asked[], isOwn: boolean): number[] {
  const choices = some.filter((one) => one.isOwn === isOwn);
  return choices.length === 0 ? PASSAGE_FEATURES.map(() => 0) : fitSoftmax(choices);
}

function rankOf({ candidates, isRight }: Choice, fitted: readonly number[]): number {
  const chances = likelihoods(fitted, candidates);
  const order = chances.map((_, at) => at).toSorted((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0));
  return order.findIndex((at) => isRight[at]);
}

function valuesOf(features: PassageFeatures): number[] {
  return PASSAGE_FEATURES.map((name) => features[name]);
}

function named(fitted: readonly number[]): Record<string, number> {
  return Object.fromEntries(PASSAGE_FEATURES.map((name, at) => [name, round(fitted[at] ?? 0, 4)]));
}
