import { asksForDone, isPlan } from '../lexicon/plans.ts';
import { unmetMeasures } from '../lexicon/measures.ts';
import type { AnalysedQuestion } from '../retrieve/analyse-question.ts';
import type { Ask } from '../retrieve/split-question.ts';
import { expectsDifferences } from '../retrieve/split-question.ts';
import { kindsAsked, shapeOf, shapeOfRow } from './answer-shape.ts';
import { asksForName } from './named-kinds.ts';
import { periodAsked } from './period-features.ts';
import { isFigure } from '../quantities/quantity.ts';
import { countPeriods } from '../quantities/periods.ts';
import { fitsScope } from './fit-scope.ts';
import type { Presence, ReadFigure, ReadSentence } from './read-sentences.ts';
import type { Weighing } from './word-features.ts';
import { dot } from './word-features.ts';

/** How the figures of a sentence fit the figure that is asked for; all but `digits` are 0 when none is. */
export interface FigureFeatures {
  /** The very unit, the right shape, a figure at all, none of the kind though one is asked for. */
  unit: number;
  shape: number;
  anyFigure: number;
  noFigure: number;
  /** A quantity of the kind that is asked for, or any but a time where none is in particular. */
  quantity: number;
  /** No figure is asked for by a word of its own, and no name: it has one; and a time is asked about. */
  figureHinted: number;
  figureOfTime: number;
  /** Share of the words next to a figure that may answer, and in the best clause with such a figure. */
  figure: number;
  figureClause: number;
  /** Share of the sentence's characters that are digits. */
  digits: number;
  /** The same where a name or a reason is asked for. */
  digitsForName: number;
  /** Its figures run into each other, as those of a table do whose white space is lost. */
  glued: number;
  /** The measure that is asked for is not said where a figure is. */
  measureElsewhere: number;
  /** The country or the world, one or all, as asked. */
  scope: number;
  /** What is done is asked for, and its figures are planned ones. */
  planned: number;
}

/** A share, or an amount with its hundredths, with the next figure right behind it. */
const GLUED = /[%％]\d|\d,\d{3}\.\d{3}|\d\.\d{2}\d{1,3}\.\d{2}(?!\.)/u;

/** How the figures of a sentence fit what a part of a question asks for. */
export function figureFeatures(
  question: AnalysedQuestion,
  ask: Ask,
  weighing: Weighing,
  sentence: ReadSentence,
): FigureFeatures {
  const { text, clauses } = sentence;
  const shape = sentence.kind === 'row' ? shapeOfRow(ask.text, text, sentence.head.text) : shapeOf(ask.text, text);
  const isAsked = shape !== 'not asked';
  const isNew = newTo(question.text);
  const isHinted = !isAsked && !asksForName(ask.text);
  const figures = isAsked || isHinted ? sentence.figures.filter((figure) => isNew(figure.text)) : [];
  const digits = (text.match(/\d/gu)?.length ?? 0) / text.length;
  const quantity = isAsked && hasQuantity(ask, sentence, isNew);
  const isOfOtherKind = shape === 'figure' && !quantity && kindsAsked(ask.text).length > 0;
  const hasHinted = isHinted && figures.length > 0;
  const best = (present: readonly Presence[]) => Math.max(0, ...present.map((each) => dot(weighing.words, each)));
  const clausesWithFigure = isAsked || isHinted ? clauses.filter((clause) => clause.figures.some(isNew)) : [];
  return {
    unit: Number(shape === 'unit'),
    shape: Number(shape === 'shape'),
    anyFigure: Number(shape === 'figure' && !isOfOtherKind),
    noFigure: Number((shape === 'none' && !quantity) || isOfOtherKind),
    quantity: Number(quantity),
    figureHinted: Number(hasHinted),
    figureOfTime: Number(hasHinted && asksOfTime(question, ask)),
    figure: best(figures.map(({ presence }) => presence)),
    figureClause: best(clausesWithFigure.map(({ presence }) => presence)),
    digits,
    digitsForName: asksForName(ask.text) ? digits : 0,
    glued: Number(GLUED.test(text)),
    measureElsewhere: Number(isAsked && !saysMeasure(ask, question, figures)),
    scope: isAsked ? fitsScope(ask, text, question.names) : 0,
    planned: Number(isPlanInstead(ask, figures)),
  };
}

function hasQuantity(
  { text }: Ask,
  { quantities, kind: of }: ReadSentence,
  isNew: (figure: string) => boolean,
): boolean {
  const kinds = kindsAsked(text);
  const isOfTime = !kinds.every((kind) => isFigure({ kind }));
  return quantities.some(({ text: figure, kind, unit }) => {
    if (!isNew(figure)) return false;
    // A cell may lack the unit that its head, or nothing, says.
    const isBare = of === 'row' && kind === 'count' && unit === '' && !isOfTime;
    return isBare || (kinds.length > 0 ? kinds.includes(kind) : isFigure({ kind }));
  });
}

function asksOfTime(question: AnalysedQuestion, ask: Ask): boolean {
  return countPeriods(periodAsked(question, ask)) > 0;
}

/** A figure of the question is no answer. */
function newTo(asked: string): (figure: string) => boolean {
  const known = new Set(asked.normalize('NFKC').match(/\d[\d,]*(?:\.\d+)?/gu));
  return (figure) => !known.has(figure);
}

function saysMeasure({ text }: Ask, { language }: AnalysedQuestion, figures: readonly ReadFigure[]): boolean {
  return figures.some(({ clauses }) => unmetMeasures(text, clauses, language).length === 0);
}

/** Where different values are expected, a plan may be one of them. */
function isPlanInstead({ text, whole }: Ask, figures: readonly ReadFigure[]): boolean {
  return (
    asksForDone(text) &&
    !expectsDifferences(whole) &&
    figures.length > 0 &&
    figures.every(({ before }) => isPlan(before))
  );
}
