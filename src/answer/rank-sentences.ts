import type { Passage } from '../domain/answer.ts';
import type { Language, Span } from '../domain/report.ts';
import { splitSentences } from '../text/sentences.ts';
import type { AnalysedQuestion } from './analyse-question.ts';
import { unmetNames } from './unmet-names.ts';
import { unmetMeasures } from '../text/measures.ts';
import { periodsOf, unmetPeriods } from '../text/periods.ts';
import type { Shape } from './answer-shape.ts';
import { shapeOf } from './answer-shape.ts';
import type { QueryUnit } from './query-unit.ts';
import { createUnitCounter } from './unit-counter.ts';

/** What a unit counts when it stands in the sentence itself, the one before, the one after, a heading, or elsewhere in the chunk. */
const NEARNESS = { sentence: 1, before: 0.6, after: 0.3, heading: 0.5, chunk: 0.25 };
const WEIGHTS = { own: 0.5, near: 1, rank: -0.02, unmet: -0.25 };
/** What a figure of the kind that is asked for adds. */
const SHAPES: Record<Shape, number> = { unit: 0.4, shape: 0.32, figure: 0.12, none: -0.2, 'not asked': 0 };

/** A sentence of a passage with its score for a question. */
export interface RankedSentence {
  passage: Passage;
  /** Offsets in the chunk's text. */
  span: Span;
  text: string;
  score: number;
  /** Share of the question's weight in the sentence itself, 0 to 1. */
  own: number;
  /** The same with what stands around it, each at its nearness. */
  near: number;
  shape: Shape;
  /** Hard terms of the question (measure, year, quarter) that neither it nor what stands around it meets. */
  unmet: string[];
  /** Labels of the units that it holds itself, with their share of the question's weight. */
  held: Map<string, number>;
}

/** The sentences of the passages, best first. */
export function rankSentences(question: AnalysedQuestion, units: Record<Language, QueryUnit[]>, passages: Passage[]): RankedSentence[] {
  const counters = { zh: createUnitCounter(units.zh), en: createUnitCounter(units.en) };
  return passages
    .flatMap((passage, rank) => rankWithin(question, { units: units[passage.report.language], count: counters[passage.report.language] }, passage, rank))
    .toSorted((a, b) => b.score - a.score);
}

function rankWithin(question: AnalysedQuestion, { units, count }: { units: QueryUnit[]; count: ReturnType<typeof createUnitCounter> }, passage: Passage, rank: number): RankedSentence[] {
  const total = units.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const present = (text: string) => Array.from(count(text).counts, (value) => Math.min(1, value));
  const sentences = splitSentences(passage.chunk.text).map((sentence) => ({ ...sentence, present: present(sentence.text) }));
  const heading = present(passage.chunk.path.slice(-2).join('\n'));
  const chunk = units.map((_, at) => Math.max(0, ...sentences.map((sentence) => sentence.present[at] ?? 0)));
  const context = [passage.report.title, ...passage.chunk.path, passage.chunk.text].join('\n');
  const period = periodsOf(question.text);
  const { publishedOn } = passage.report;
  const reportYear = publishedOn === undefined ? undefined : Number(publishedOn.slice(0, 4));
  const share = (weigh: (at: number) => number) => units.reduce((sum, { weight }, at) => sum + weight * weigh(at), 0) / total;
  return sentences.map(({ span, text, present: here }, index) => {
    const before = sentences[index - 1]?.present;
    const after = sentences[index + 1]?.present;
    const own = share((at) => here[at] ?? 0);
    const near = share((at) =>
      Math.max(
        NEARNESS.sentence * (here[at] ?? 0), NEARNESS.before * (before?.[at] ?? 0), NEARNESS.after * (after?.[at] ?? 0),
        NEARNESS.heading * (heading[at] ?? 0), NEARNESS.chunk * (chunk[at] ?? 0),
      ),
    );
    const shape = shapeOf(question.text, text);
    const around = [...passage.chunk.path, sentences[index - 1]?.text ?? '', text].join('\n');
    const unmet = [...unmetMeasures(question.text, around), ...unmetPeriods(period, around, reportYear), ...unmetNames(question, `${context}\n${text}`)];
    const score = WEIGHTS.own * own + WEIGHTS.near * near + SHAPES[shape] + WEIGHTS.rank * rank + WEIGHTS.unmet * unmet.length;
    const held = new Map(units.flatMap(({ label, weight }, at) => ((here[at] ?? 0) > 0 ? [[label, weight / total] as const] : [])));
    return { passage, span, text, score, own, near, shape, unmet, held };
  });
}
