// Writes the weights by which passages are ordered as they were taken over: `npm run fit -- passages`; fits others,
// drawn to them, on sets that are named: `--root FOLDER --set … --reports … [--out weights]`, with the options of
// `answers`; the reports of a public set are its PASSAGES.jsonl. Prints what those are worth on reports, and on public
// sets, that were left out.
import type { PassageFeatures } from '../../src/retrieve/passage-weights.ts';
import { PASSAGE_FEATURES } from '../../src/retrieve/passage-weights.ts';
import type { FeaturedCandidate } from '../../src/retrieve/rank-candidates.ts';
import { featureFindings } from '../../src/retrieve/retrieve-passages.ts';
import { labelOf } from './label.ts';
import type { FitQuestion, QuestionSet } from './question-sets.ts';
import { PASSAGE_PRIOR, PASSAGE_WORTH } from './priors.ts';
import { openQuestionSet } from './question-sets.ts';
import { readOrder } from './read-sets.ts';
import type { Choice } from './softmax.ts';
import { fitSoftmax, likelihoods } from './softmax.ts';
import { keepWeights, round } from './write-weights.ts';

/** Candidates of each index, as for an answer. */
const CANDIDATES = 10;
/** What stands while no fit is better. */
const TAKEN_OVER =
  'XQuAD (zh, en, zh-en, en-zh), CMRC 2018 and RGB, each half measured with the weights of the other (the mean of ' +
  'the six); headings on reports of the project; taken over from before there was a fit';

/** The passages that were found for a question, all in one language, with those that answer it. */
interface Asked extends Choice {
  set: string;
  group: string;
  isOwn: boolean;
}

const order = readOrder('passages');
if (order.places.length > 0) await fitAnew();
else keepWeights('passages', order, { set: TAKEN_OVER, leftOut: PASSAGE_WORTH, ...PASSAGE_PRIOR });

async function fitAnew(): Promise<void> {
  const asked: Asked[] = [];
  const described: string[] = [];
  for (const place of order.places) {
    const set = await openQuestionSet(place);
    const questions = set.questions.filter(({ answerable }) => answerable);
    for (const question of questions) asked.push(...(await choicesOf(question, set)));
    described.push(`${set.name}: ${questions.length} questions, each counts ${set.weight}`);
    await set.close();
  }
  const groups = [...new Set(asked.map(({ group }) => group))];
  const ranks = groups.flatMap((group) => {
    const rest = asked.filter((one) => one.group !== group);
    const weights = { own: fit(rest, 'own'), translated: fit(rest, 'translated') };
    return asked
      .filter((one) => one.group === group)
      .map((one) => ({ set: one.set, rank: rankOf(one, one.isOwn ? weights.own : weights.translated) }));
  });
  console.log('left out, all'.padEnd(16), ranks.length, JSON.stringify(quality(ranks)));
  for (const [set, some] of Map.groupBy(ranks, (one) => one.set))
    console.log(`  ${set}`.padEnd(16), some.length, JSON.stringify(quality(some)));
  const weights = { own: named(fit(asked, 'own')), translated: named(fit(asked, 'translated')) };
  console.log(JSON.stringify(weights));
  keepWeights('passages', order, { set: described.join('; '), leftOut: quality(ranks), ...weights });
}

function quality(some: readonly { rank: number }[]) {
  return {
    first: round(some.filter(({ rank }) => rank === 0).length / some.length, 3),
    firstTen: round(some.filter(({ rank }) => rank < 10).length / some.length, 3),
  };
}

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

function fit(some: readonly Asked[], which: 'own' | 'translated'): number[] {
  const prior = PASSAGE_FEATURES.map((name) => PASSAGE_PRIOR[which][name]);
  return fitSoftmax(
    some.filter((one) => one.isOwn === (which === 'own')),
    { prior },
  );
}

function rankOf({ candidates, isRight }: Choice, fitted: readonly number[]): number {
  const chances = likelihoods(fitted, candidates);
  const ranked = chances.map((_, at) => at).toSorted((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0));
  return ranked.findIndex((at) => isRight[at]);
}

function valuesOf(features: PassageFeatures): number[] {
  return PASSAGE_FEATURES.map((name) => features[name]);
}

function named(fitted: readonly number[]): Record<string, number> {
  return Object.fromEntries(PASSAGE_FEATURES.map((name, at) => [name, round(fitted[at] ?? 0, 4)]));
}
