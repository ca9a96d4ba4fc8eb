import type { Rect, Rule } from '../painted-page.ts';

/** Rules on one line this near are one, and bridge gaps this wide, in points. */
const SAME_LINE = 1.6;
const BRIDGED = 2.5;
/** Rules that miss each other by no more cross. */
const CROSSING = 3;
/** A drawing of more rules is no table. */
const MOST_RULES = 3000;

/** Rules that cross each other: a frame of cells. */
export interface Frame extends Rect {
  level: Rule[];
  upright: Rule[];
}

/** The frames of a page, of at least two rules each way. */
export function framesOf(rules: Rule[]): Frame[] {
  if (rules.length > MOST_RULES) return [];
  const level = mergeRules(rules.filter(({ isLevel }) => isLevel));
  const upright = mergeRules(rules.filter(({ isLevel }) => !isLevel).map(flip)).map(flip);
  const all = [...level, ...upright];
  const parent = all.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while ((parent[root] ?? root) !== root) root = parent[root] ?? root;
    parent[at] = root;
    return root;
  };
  level.forEach((one, at) =>
    upright.forEach((other, besides) => {
      if (doCross(one, other)) parent[rootOf(at)] = rootOf(level.length + besides);
    }),
  );
  return [...Map.groupBy(all, (_, at) => rootOf(at)).values()]
    .map(frameOf)
    .filter((frame) => frame.level.length >= 2 && frame.upright.length >= 1);
}

/** Level rules on one line are one where they touch. */
export function mergeRules(rules: Rule[]): Rule[] {
  const merged: Rule[] = [];
  const sorted = rules.toSorted((a, b) => middle(a) - middle(b) || a.left - b.left);
  let row: Rule[] = [];
  const close = (): void => {
    for (const rule of row.toSorted((a, b) => a.left - b.left)) {
      const last = merged.at(-1);
      const isSame = last && Math.abs(middle(last) - middle(rule)) <= SAME_LINE && rule.left - last.right <= BRIDGED;
      if (isSame) last.right = Math.max(last.right, rule.right);
      else merged.push({ ...rule });
    }
    row = [];
  };
  for (const rule of sorted) {
    if (row[0] && middle(rule) - middle(row[0]) > SAME_LINE) close();
    row.push(rule);
  }
  close();
  return merged;
}

function middle({ top, bottom }: Rect): number {
  return (top + bottom) / 2;
}

function flip(rule: Rule): Rule {
  return { left: rule.top, right: rule.bottom, top: rule.left, bottom: rule.right, isLevel: !rule.isLevel };
}

function doCross(level: Rule, upright: Rule): boolean {
  return (
    upright.left >= level.left - CROSSING &&
    upright.left <= level.right + CROSSING &&
    middle(level) >= upright.top - CROSSING &&
    middle(level) <= upright.bottom + CROSSING
  );
}

function frameOf(rules: Rule[]): Frame {
  return {
    level: rules.filter(({ isLevel }) => isLevel),
    upright: rules.filter(({ isLevel }) => !isLevel),
    left: rules.reduce((left, rule) => Math.min(left, rule.left), Infinity),
    right: rules.reduce((right, rule) => Math.max(right, rule.right), -Infinity),
    top: rules.reduce((top, rule) => Math.min(top, rule.top), Infinity),
    bottom: rules.reduce((bottom, rule) => Math.max(bottom, rule.bottom), -Infinity),
  };
}
