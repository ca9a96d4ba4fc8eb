import type { Names } from '../text/names.ts';
import type { DraftSeries } from '../verify/verify-summary.ts';
import type { Block, BlockSentence } from './read-blocks.ts';
import type { PrintedFigure } from './printed-figures.ts';
import { printedFigures } from './printed-figures.ts';

/** Fewer values are said, not drawn. */
const LEAST = 3;
/** Shares of one whole come to no more than this, for they are rounded. */
const WHOLE = 101;
/** Between a name and its value in the rest of a list, in characters; what stands between the first ones is the measure. */
const BETWEEN = 12;
const MEASURE = 24;
const GROWTH = /增|涨|降|跌|减|同比|环比|提高|上升|回落|grew|growth|rose|fell|up |down |increase|decline/iu;
const SHARE = /份额|市占|占|比重|比例|share|percent/iu;
const PERIOD = /(?:19|20)\d{2}\s*年(?:(?:第?[一二三四]|前[一二三两]个?|上|下)(?:季度|半年)|\d{1,2}\s*月)?|第?[一二三四]季度|\bQ[1-4](?:\s(?:19|20)\d{2})?\b|\b(?:19|20)\d{2}\b/gu;

interface Labelled {
  label: string;
  kind: 'name' | 'period';
  between: string;
  figure: PrintedFigure;
  sentence: BlockSentence;
}

/** Series of values that can be drawn: three and more of one unit, each with a company, a place or a period of its own, in one paragraph. */
export function findSeries(blocks: readonly Block[], names: Names): DraftSeries[] {
  return blocks.flatMap((block) => {
    const paragraphs = Map.groupBy(block.sentences, ({ paragraph }) => paragraph);
    return [...paragraphs.values()].flatMap((sentences) => {
      const lists = sentences.flatMap((sentence) => listIn(sentence, names));
      return (lists.length > 0 ? lists : runsOf(sentences.flatMap((sentence) => labelled(sentence, names)))).map((run) => seriesOf(run, block.passage.ref));
    });
  });
}

/** `甲、乙和丙的份额分别为32%、19%和7%`. */
function listIn(sentence: BlockSentence, names: Names): Labelled[][] {
  const at = sentence.text.search(/分别(?:为|是|达到?|占|以)?|respectively/u);
  if (at < 0) return [];
  const values = printedFigures(sentence.text).filter(({ start, kind }) => start > at && kind !== 'date');
  const first = values[0];
  const alike = values.filter(({ unit }, index) => unit === first?.unit && isListed(sentence.text, values, index));
  const labels = labelsIn(sentence.text.slice(0, at), names);
  const last = labels.at(-1);
  if (!first || !last || alike.length < LEAST || alike.length !== labels.length || new Set(labels.map(({ kind }) => kind)).size > 1) return [];
  const between = sentence.text.slice(last.end, at);
  return [alike.flatMap((figure, index) => (labels[index] ? [{ label: labels[index].text, kind: labels[index].kind, between, figure, sentence }] : []))];
}

function isListed(text: string, values: PrintedFigure[], index: number): boolean {
  const [before, value] = [values[index - 1], values[index]];
  return index === 0 || (before !== undefined && value !== undefined && /^(?:、|和|与|及|以及|，|,|\s|and)+$/u.test(text.slice(before.end, value.start)));
}

function labelsIn(text: string, names: Names): { text: string; kind: 'name' | 'period'; end: number }[] {
  const periods = [...text.matchAll(PERIOD)].map(({ 0: period, index }) => ({ text: period.trim(), kind: 'period' as const, start: index, end: index + period.length }));
  const named = names.find(text).filter(({ kind }) => kind !== 'term').map(({ text: name, start }) => ({ text: name, kind: 'name' as const, start, end: start + name.length }));
  const list = named.length >= LEAST ? named : periods.length > named.length ? periods : named;
  return list.toSorted((a, b) => a.start - b.start);
}

/** Each figure with the name or the period that its own clause, or the one before, puts next to it. */
function labelled(sentence: BlockSentence, names: Names): Labelled[] {
  const { text } = sentence;
  const figures = printedFigures(text).filter(({ kind, unit }) => kind !== 'date' && unit !== '');
  return figures.flatMap((figure, index) => {
    const from = figures[index - 1]?.end ?? 0;
    const before = text.slice(from, figure.start);
    const named = names.find(before).filter(({ kind }) => kind !== 'term').at(-1);
    const period = [...before.matchAll(PERIOD)].at(-1);
    const label = named ? { text: named.text, start: named.start, kind: 'name' as const } : period ? { text: period[0], start: period.index, kind: 'period' as const } : undefined;
    return label ? [{ label: label.text, kind: label.kind, between: before.slice(label.start + label.text.length), figure, sentence }] : [];
  });
}

/** Values that follow each other with one unit and labels of one kind, none twice, the later ones close to their labels. */
function runsOf(values: Labelled[]): Labelled[][] {
  const runs: Labelled[][] = [];
  for (const value of values) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    const goesOn = first && run && value.kind === first.kind && value.figure.unit === first.figure.unit && value.between.length <= BETWEEN && !/[。；]/u.test(value.between)
      && GROWTH.test(value.between) === GROWTH.test(first.between) && run.every(({ label }) => label !== value.label);
    if (goesOn) run.push(value);
    else if (value.between.length <= MEASURE) runs.push([value]);
  }
  return runs.filter((run) => run.length >= LEAST);
}

function seriesOf(run: Labelled[], passage: string): DraftSeries {
  const [first] = run;
  const between = first?.between ?? '';
  const unit = first?.figure.unit ?? '';
  const sum = run.reduce((total, { figure }) => total + figure.value, 0);
  const isShares = /^[%％]$/u.test(unit) && run[0]?.kind === 'name' && sum <= WHOLE && !GROWTH.test(between) && run.some(({ sentence }) => SHARE.test(sentence.text));
  return {
    kind: isShares ? 'shares' : first?.kind === 'period' ? 'over_time' : 'across',
    title: between.replaceAll(/^[的在以，,]+|(?:分别)?(?:达到?|为|是|占|约|超过?|的|以|有|共)+$|[，,：:（）()“”]/gu, '').trim(),
    unit,
    values: run.map(({ label, figure, sentence }) => ({ label, value: figure.value, citation: { passage, quote: sentence.text } })),
  };
}
