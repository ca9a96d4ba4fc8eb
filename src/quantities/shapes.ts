/**
 * What a text must hold to give a share, a date, a sum: cheaper than reading its quantities, and enough for ranking.
 */
const SHAPES = {
  percent: /\d\s*[%％]|百分之|个百分点|percent/iu,
  date: /\d{4}\s*年|\d{1,2}\s*月|\b(?:19|20)\d{2}\b/iu,
  money: /\d[.,]?\s*(?:[千百]?[万亿]{1,2}\s*)?(?:元|美元|人民币)|[$€¥]\s?\d|\d\s*(?:billion|million|trillion)/iu,
  count: /\d/u,
};

/** True when a text holds something that looks like a share, a date, a sum, a count. */
export function looksLike(shape: keyof typeof SHAPES, text: string): boolean {
  return SHAPES[shape].test(text);
}
