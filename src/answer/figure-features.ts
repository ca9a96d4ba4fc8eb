import { asksForDone, isPlan } from '../lexicon/plans.ts';
import { unmetMeasures } from '../lexicon/measures.ts';
import type { AnalysedQuestion } from '../retrieve/analyse-question.ts';
import type { Ask } from '../retrieve/split-question.ts';
import { expectsDifferences } from '../retrieve/split-question.ts';
import { shapeOf } from './answer-shape.ts';
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
  /** Share of the words next to a figure that may answer, and in the best clause with such a figure. */
  figure: number;
  figureClause: number;
  /** Share of the sentence's characters that are digits. */
  digits: number;
  /** The measure that is asked for is not said where a figure is. */
  measureElsewhere: number;
  /** The country or the world, one or all, as asked. */
  scope: number;
  /** What is done is asked for, and its figures are planned ones. */
  planned: number;
}

/** How the figures of a sentence fit what a part of a question asks for. */
export function figureFeatures(
  question: AnalysedQuestion,
  ask: Ask,
  weighing: Weighing,
  sentence: ReadSentence,
): FigureFeatures {
  const { text, clauses } = sentence;
  const shape = shapeOf(ask.text, text);
  const isAsked = shape !== 'not asked';
  const isNew = newTo(question.text);
  const figures = isAsked ? sentence.figures.filter((figure) => isNew(figure.text)) : [];
  const best = (present: readonly Presence[]) => Math.max(0, ...present.map((each) => dot(weighing.words, each)));
  const clausesWithFigure = isAsked ? clauses.filter((clause) => clause.figures.some(isNew)) : [];
  return {
    unit: Number(shape === 'unit'),
    shape: Number(shape === 'shape'),
    anyFigure: Number(shape === 'figure'),
    noFigure: Number(shape === 'none'),
    figure: best(figures.map(({ presence }) => presence)),
    figureClause: best(clausesWithFigure.map(({ presence }) => presence)),
    digits: (text.match(/\d/gu)?.length ?? 0) / text.length,
    measureElsewhere: Number(isAsked && !saysMeasure(ask, question, figures)),
    scope: isAsked ? fitsScope(ask, text, question.names) : 0,
    planned: Number(isPlanInstead(ask, figures)),
  };
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
