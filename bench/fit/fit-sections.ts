// Fits the weights by which sections are chosen: `npm run fit -- sections` on the examples that are kept; `--root
// FOLDER [--index FOLDER] [--out weights]` reads them anew, with the options of `answers`. Prints what the weights are
// worth on reports that were left out.
import { z } from 'zod';
import { readRequest } from '../../src/summarise/read-request.ts';
import { sectionsFor } from '../../src/summarise/find-section.ts';
import { meantBy } from '../../src/summarise/meant-by.ts';
import { measureSections } from '../../src/summarise/score-sections.ts';
import { SECTION_FEATURES } from '../../src/summarise/summary-weights.ts';
import { examplesOf, kept } from './kept-examples.ts';
import { SECTION_PRIOR } from './priors.ts';
import { readOrder } from './read-sets.ts';
import type { Choice } from './softmax.ts';
import { fitSoftmax, likelihoods } from './softmax.ts';
import type { SetRequest } from './summary-sets.ts';
import { eachRequest, isMeant } from './summary-sets.ts';
import { keepWeights, round } from './write-weights.ts';

const Asked = z.object({
  group: z.string(),
  id: z.string(),
  candidates: z.array(z.array(z.number())),
  isRight: z.array(z.boolean()),
  weight: z.number(),
}) satisfies z.ZodType<Choice>;
type Asked = z.infer<typeof Asked>;
const Kept = z.object({ described: z.string(), read: z.array(Asked) });

const PRIOR = SECTION_FEATURES.map((name) => SECTION_PRIOR[name]);
const order = readOrder('sections');
const { read: asked, described } = await examplesOf('sections', order, Kept, () => eachRequest(order.places, choiceOf));

const ranks = [...new Set(asked.map(({ group }) => group))].flatMap((group) => {
  const weights = fit(asked.filter((one) => one.group !== group));
  return asked.filter((one) => one.group === group).map((one) => ({ id: one.id, rank: rankOf(one, weights) }));
});
const share = (most: number) => round(ranks.filter(({ rank }) => rank < most).length / ranks.length, 3);
const leftOut = { first: share(1), firstThree: share(3) };
const final = fit(asked);
const weights = Object.fromEntries(SECTION_FEATURES.map((name, at) => [name, round(final[at] ?? 0, 4)]));
console.log('left out', ranks.length, JSON.stringify(leftOut));
console.log('not first:', ranks.flatMap(({ id, rank }) => (rank > 0 ? [`${id} (${rank + 1})`] : [])).join(', '));
console.log(JSON.stringify(weights));
keepWeights('sections', order, { set: described, leftOut, weights });

async function choiceOf({ request, group, parts }: SetRequest): Promise<Asked[]> {
  const read = readRequest(request.request);
  const { content, reports } = await meantBy({ text: request.request }, read, parts.library);
  const { nodes, retrieval } = await sectionsFor(content, reports, parts);
  const measured = measureSections(nodes, retrieval, read.ordinal === undefined ? read.scope : undefined);
  const isRight = measured.map(({ node }) => isMeant(request, node));
  if (!isRight.includes(true)) return [];
  const candidates = measured.map(({ features }) => SECTION_FEATURES.map((name) => kept(features[name])));
  return [{ id: request.id, group, candidates, isRight, weight: 1 }];
}

function fit(some: readonly Asked[]): number[] {
  return fitSoftmax(some, { prior: PRIOR });
}

function rankOf({ candidates, isRight }: Asked, fitted: readonly number[]): number {
  const chances = likelihoods(fitted, candidates);
  const ranked = chances.map((_, at) => at).toSorted((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0));
  return ranked.findIndex((at) => isRight[at]);
}
