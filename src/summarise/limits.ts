import type { Language } from '../domain/report.ts';
import type { SummaryLength } from '../domain/summary.ts';
import type { PointTuning } from './summary-weights.ts';

/** Characters of all points together; seldom all are filled: 620 on the average, read in under two minutes. */
const CHARACTERS: Record<SummaryLength, number> = { brief: 250, standard: 640, detailed: 1500 };
/** Points that are said unless a number is asked for; each may take several sentences of one matter. */
export const POINTS: Record<SummaryLength, number> = { brief: 3, standard: 5, detailed: 12 };
/** English says the same in this many times the characters. */
const LONGER: Record<Language, number> = { zh: 1, en: 2.2 };
/** A point is seldom worth less than this, and an article is not summarised in less; in Chinese characters. */
const SHORTEST_POINT = 30;
const LEAST_SHARE = 60;
/** With a number of points asked for, each may take this share of an equal part of the space. */
const FILL = 0.7;
/** With as few points as this, what the section is about goes before its figures. */
const FEW = 3;
export const MATTER = 2;
/** Rows of the table of figures. */
const FIGURES: Record<SummaryLength, number> = { brief: 4, standard: 8, detailed: 12 };

/** Points that a model may give: as many as the space holds in short sentences. */
export const MODEL_POINTS: Record<SummaryLength, number> = { brief: 4, standard: 9, detailed: 18 };

/** How much may be said. */
export interface SummaryLimits {
  characters: number;
  points: number;
  shortest: number;
  matter: number;
  leastShare: number;
  tuning: PointTuning;
  figures: number;
}

/** The limits of a length in a language. */
export function limitsOf(
  length: SummaryLength,
  language: Language,
  tuning: PointTuning,
  points = Number.POSITIVE_INFINITY,
): SummaryLimits {
  const factor = LONGER[language];
  const characters = Math.round(CHARACTERS[length] * factor);
  return {
    characters,
    points,
    tuning,
    shortest: Math.max(SHORTEST_POINT * factor, (FILL * characters) / points),
    matter: points <= FEW ? MATTER : 1,
    leastShare: LEAST_SHARE * factor,
    figures: FIGURES[length],
  };
}
