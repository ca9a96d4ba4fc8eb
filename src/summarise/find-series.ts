import { words } from '../lexicon/lexicon.ts';
import type { Names } from '../lexicon/names.ts';
import { speaksOfList } from '../lexicon/refers-back.ts';
import type { DraftSeries } from '../verify/verify-summary.ts';
import type { Block } from './read-blocks.ts';
import type { Labelled } from './series-values.ts';
import { labelled, LEAST_VALUES, listIn, titleOf } from './series-values.ts';

/** Shares of one whole come to no more than this, for they are rounded. */
const WHOLE = 101;
/**
 * Between a name and its value in the rest of a list, in characters; what stands between the first ones is the measure.
 */
const BETWEEN = 16;
const MEASURE = 24;
const GROWTH = words('grows');
const SHARE = words('share');

/**
 * Series of values that can be drawn: three and more of one unit, each with a company, a place or a period of its own,
 * in one paragraph.
 */
export function findSeries(blocks: readonly Block[], names: Names): DraftSeries[] {
  return blocks.flatMap((block) => {
    const paragraphs = Map.groupBy(block.sentences, ({ paragraph }) => paragraph);
    return [...paragraphs.values()].flatMap((sentences) => {
      const lists = sentences.flatMap((sentence, at) =>
        listIn(sentence, names, speaksOfList(sentence.text) ? sentences[at - 1] : undefined),
      );
      return (lists.length > 0 ? lists : runsOf(sentences.flatMap((sentence) => labelled(sentence, names)))).map(
        (run) => seriesOf(run, block.passage.ref),
      );
    });
  });
}

/**
 * Values that follow each other with one unit and labels of one kind, none twice, the later ones close to their labels.
 */
function runsOf(values: Labelled[]): Labelled[][] {
  const runs: Labelled[][] = [];
  for (const value of values) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    const goesOn =
      first &&
      run &&
      (value.kind === 'period') === (first.kind === 'period') &&
      value.side === first.side &&
      value.figure.unit === first.figure.unit &&
      value.between.length <= BETWEEN &&
      !/[。；]/u.test(value.between) &&
      GROWTH.isIn(value.between) === GROWTH.isIn(first.between) &&
      run.every(({ label }) => label !== value.label);
    if (goesOn) run.push(value);
    else if (value.between.length <= MEASURE) runs.push([value]);
  }
  return runs.filter(
    (run) => run.length >= LEAST_VALUES && (isShares(run) || run.every(({ kind }) => kind !== 'guess')),
  );
}

/** Values in percent of several things that come to no more than a whole, in a paragraph that speaks of shares. */
function kindOf(run: Labelled[]): 'shares' | 'over_time' | 'across' {
  if (isShares(run)) return 'shares';
  return run[0]?.kind === 'period' ? 'over_time' : 'across';
}

function isShares(run: Labelled[]): boolean {
  const sum = run.reduce((total, { figure }) => total + figure.value, 0);
  return (
    run.every(
      ({ kind, figure, between }) => kind !== 'period' && /^[%％]$/u.test(figure.unit) && !GROWTH.isIn(between),
    ) &&
    sum <= WHOLE &&
    run.some(({ sentence }) => SHARE.isIn(sentence.text))
  );
}

function seriesOf(run: Labelled[], passage: string): DraftSeries {
  const [first] = run;
  const between = first?.between ?? '';
  const unit = first?.figure.unit ?? '';
  return {
    kind: kindOf(run),
    title: `${first?.subject ?? ''}${titleOf(between, first?.label ?? '')}`,
    unit,
    values: run.map(({ label, figure, sentence }) => ({
      label,
      value: figure.value,
      citation: { passage, quote: sentence.text },
    })),
  };
}
