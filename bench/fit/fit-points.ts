// Fits what decides about the points of a summary: `npm run fit -- points` on the outcomes that are kept; `--root
// FOLDER [--index FOLDER] [--out weights]` tries them anew, with the options of `answers`. Each setting is tried
// smaller and larger than it was by hand, the others as they were; what helps the key facts most is taken. Prints what
// that is worth on reports that were left out.
import { z } from 'zod';
import { createNames } from '../../src/lexicon/names.ts';
import { limitsOf } from '../../src/summarise/limits.ts';
import type { Block } from '../../src/summarise/read-blocks.ts';
import { readBlocks } from '../../src/summarise/read-blocks.ts';
import type { Articles } from '../../src/summarise/summarise.ts';
import { choosePieces, readArticles, readChunksWithin } from '../../src/summarise/summarise.ts';
import type { Language } from '../../src/domain/report.ts';
import type { PointTuning } from '../../src/summarise/summary-weights.ts';
import { POINT_SETTINGS } from '../../src/summarise/summary-weights.ts';
import { holdsFact } from './label.ts';
import { examplesOf } from './kept-examples.ts';
import { POINT_PRIOR } from './priors.ts';
import { readOrder } from './read-sets.ts';
import type { SetRequest } from './summary-sets.ts';
import { eachRequest, meantSection } from './summary-sets.ts';
import { keepWeights, round } from './write-weights.ts';

/** How much smaller and larger a setting is tried; 0: without it. */
const FACTORS = [0, 0.6, 1.6];
/** A smaller gain, as a share of the key facts, is chance: below it nothing that was left out gained. */
const LEAST_GAIN = 0.01;

interface Section {
  group: string;
  facts: string[][];
  language: Language;
  articles: Articles;
  blocks: Block[];
}

const Outcome = z.object({ held: z.number(), facts: z.number(), characters: z.number() });
type Outcome = z.infer<typeof Outcome>;
/** What every setting that is tried comes to, section by section, and what those do together that help. */
const Tried = z.object({
  described: z.string(),
  groups: z.array(z.string()),
  asWas: z.array(Outcome),
  tries: z.array(z.object({ name: z.enum(POINT_SETTINGS), value: z.number(), outcomes: z.array(Outcome) })),
  leftOut: z.array(Outcome),
  fitted: z.array(Outcome),
});
type Tried = z.infer<typeof Tried>;

const order = readOrder('points');
const { described, groups, asWas, tries, leftOut, fitted } = await examplesOf('points', order, Tried, tryAll);
const final = bestFor(() => true, { groups, asWas, tries });
const show = (name: string, outcomes: readonly Outcome[]) =>
  console.log(name.padEnd(10), JSON.stringify(quality(outcomes)));
show('by hand', asWas);
show('fitted', fitted);
show('left out', leftOut);
console.log(JSON.stringify(final));
keepWeights('points', order, { set: described, leftOut: quality(leftOut), weights: final });

async function tryAll(): Promise<Tried> {
  const { read: sections, described: set } = await eachRequest(order.places, sectionOf);
  const outcomesBy = (tuning: PointTuning, some = sections) => some.map((section) => outcomeOf(section, tuning));
  const tried = {
    groups: sections.map(({ group }) => group),
    asWas: outcomesBy(POINT_PRIOR),
    tries: POINT_SETTINGS.flatMap((name) =>
      FACTORS.map((factor) => {
        const value = round(POINT_PRIOR[name] * factor, 4);
        return { name, value, outcomes: outcomesBy({ ...POINT_PRIOR, [name]: value }) };
      }),
    ),
  };
  return {
    ...tried,
    described: set,
    leftOut: [...new Set(tried.groups)].flatMap((left) =>
      outcomesBy(
        bestFor((group) => group !== left, tried),
        sections.filter(({ group }) => group === left),
      ),
    ),
    fitted: outcomesBy(bestFor(() => true, tried)),
  };
}

async function sectionOf(asked: SetRequest): Promise<Section[]> {
  const node = await meantSection(asked);
  if (!node) return [];
  const { stored, ref } = node;
  const names = createNames(await asked.parts.library.aliases());
  const chunks = await readChunksWithin({ stored, section: ref }, asked.parts, names);
  const { must_have: facts } = asked.request;
  return [
    {
      group: asked.group,
      facts,
      language: stored.report.language,
      articles: readArticles(stored),
      blocks: readBlocks(stored, chunks, ref.span),
    },
  ];
}

function outcomeOf({ language, articles, blocks, facts }: Section, tuning: PointTuning): Outcome {
  const pieces = choosePieces(articles, blocks, limitsOf('standard', language, tuning));
  const text = pieces.map((piece) => piece.text).join('\n');
  const held = facts.filter((spellings) => spellings.some((fact) => holdsFact(text, fact))).length;
  return { held, facts: facts.length, characters: text.length };
}

/** Of each setting the value that helps the sections of the chosen groups most, the others as they were by hand. */
function bestFor(isChosen: (group: string) => boolean, tried: Pick<Tried, 'groups' | 'asWas' | 'tries'>): PointTuning {
  const score = (outcomes: readonly Outcome[]) =>
    recallOf(outcomes.filter((_, at) => isChosen(tried.groups[at] ?? '')));
  const before = score(tried.asWas);
  return POINT_SETTINGS.reduce((tuning, name) => {
    const [best] = tried.tries
      .filter((one) => one.name === name)
      .map(({ value, outcomes }) => ({ value, gain: score(outcomes) - before }))
      .toSorted((one, other) => other.gain - one.gain);
    return best && best.gain >= LEAST_GAIN ? { ...tuning, [name]: best.value } : tuning;
  }, POINT_PRIOR);
}

function recallOf(outcomes: readonly Outcome[]): number {
  const [held, facts] = [sum(outcomes.map((one) => one.held)), sum(outcomes.map((one) => one.facts))];
  return facts === 0 ? 0 : held / facts;
}

function quality(outcomes: readonly Outcome[]) {
  return {
    keyFacts: round(recallOf(outcomes), 3),
    characters: Math.round(sum(outcomes.map(({ characters }) => characters)) / Math.max(1, outcomes.length)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
