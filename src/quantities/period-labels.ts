/** A period as a text names it. */
export interface PeriodLabel {
  text: string;
  /** Offsets in the text. */
  start: number;
  end: number;
}

/** Of two that begin at one place the first counts. */
const PERIODS: readonly RegExp[] = [
  /(?:19|20)\d{2}\s*年(?:(?:第?[一二三四]|前[一二三两]个?|上|下)(?:季度|半年)|\d{1,2}\s*月)?/gu,
  /第?[一二三四]季度/gu,
  /\bQ[1-4](?:\s(?:19|20)\d{2})?\b/gu,
  /\b(?:19|20)\d{2}\b/gu,
];

/**
 * The years, quarters, halves and months that a text names, in order: `2020年上半年`, `第三季度`, `Q3 2020`,
 * `2019`.
 */
export function findPeriodLabels(text: string): PeriodLabel[] {
  const found = PERIODS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: label, index }) => ({
      text: label,
      start: index,
      end: index + label.length,
    })),
  );
  const inOrder = found.toSorted((a, b) => a.start - b.start);
  const kept: PeriodLabel[] = [];
  for (const label of inOrder) if (label.start >= (kept.at(-1)?.end ?? 0)) kept.push(label);
  return kept;
}

const YEARS = /(?<from>(?:19|20)\d{2})\s*年?\s*(?:至|到|[-–—~～])\s*(?<to>(?:19|20)\d{2})\s*年/gu;

/** The last range of years that a text names: `2017年至2019年`. */
export function lastYearRange(text: string): { from: number; to: number; start: number; end: number } | undefined {
  const range = [...text.matchAll(YEARS)].at(-1);
  if (!range) return undefined;
  const [from, to] = [Number(range.groups?.['from']), Number(range.groups?.['to'])];
  return { from, to, start: range.index, end: range.index + range[0].length };
}
