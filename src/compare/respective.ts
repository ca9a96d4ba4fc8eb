import { areComparable } from '../quantities/compare-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { UnitFinder } from '../dictionary/find-units.ts';
import { affinity } from './affinity.ts';
import type { ReadClaim } from './read-claim.ts';
import type { Evidence } from './read-evidence.ts';

const RESPECTIVELY = /分别|依次|respectively/giu;
const SEPARATOR = /、|以及|和|与|及|,\s*and\s+|,|(?<!\s)\s+and\s+/iu;
/** A form as unlikely as this is not what the claim names. */
const LIKELY = 0.4;
const CLAUSE_END = /[，。；！？：]|(?<!\d),(?!\d)|;/u;

/**
 * The quantity that a list gives for what the claim is about: `A、B和C分别为1%、2%和3%`.
 * @returns undefined when the sentence has no such list, or the claim names none or several of its items
 */
export function respectiveQuantity(
  claim: ReadClaim,
  claimed: Quantity,
  evidence: Evidence,
  find: UnitFinder,
): Quantity | undefined {
  const {
    sentence: { text },
    before,
  } = evidence;
  const all = findQuantities(text).filter((quantity) => areComparable(claimed, quantity));
  const marks = [...text.matchAll(RESPECTIVELY)].map(({ index, 0: mark }) => ({
    index,
    isAfter: mark.toLowerCase() === 'respectively',
  }));
  const lists = marks.flatMap(({ index, isAfter }, at) => {
    const end = marks[at + 1]?.index ?? text.length;
    const listed = isAfter
      ? all.filter((quantity) => quantity.end <= index)
      : all.filter(({ start }) => start > index && start < end);
    const head = text.slice(0, isAfter ? (listed[0]?.start ?? 0) : index);
    const items = itemsIn(head, listed.length) ?? itemsIn(before, listed.length);
    return listed.length > 1 && items ? [{ listed, items, fit: affinity(claim, { start: index }, evidence) }] : [];
  });
  const [best] = lists.toSorted((a, b) => b.fit - a.fit);
  const at = best && meant(best.items, claim, find);
  return at === undefined ? undefined : best?.listed[at];
}

/** The last enumeration of so many items in a text. */
function itemsIn(text: string, count: number): string[] | undefined {
  const clauses = text
    .split(CLAUSE_END)
    .filter((clause) => clause.trim() !== '')
    .toReversed();
  for (const clause of clauses) {
    const items = clause
      .split(SEPARATOR)
      .map((item) => item.trim())
      .filter((item) => item !== '');
    if (items.length === count && !/\d\.?\s*[%万亿]/u.test(clause)) return items;
  }
  return undefined;
}

/** The one item of which the claim names most, by what the other items do not share. */
function meant(items: string[], claim: ReadClaim, find: UnitFinder): number | undefined {
  const held = withoutRest(items).map(
    (item) =>
      new Set(
        find(item)
          .occurrences.filter(({ share }) => share > LIKELY)
          .map(({ unit }) => unit),
      ),
  );
  // In a small library a word may weigh next to nothing and still be the one that tells the items apart.
  const weightOf = (unit: number) => 1 + (claim.words.find(({ concept }) => concept === unit)?.weight ?? -1);
  const scores = held.map((units) =>
    [...units]
      .filter((unit) => held.filter((other) => other.has(unit)).length === 1)
      .reduce((sum, unit) => sum + weightOf(unit), 0),
  );
  const best = Math.max(...scores);
  return best > 0 && scores.filter((score) => score === best).length === 1 ? scores.indexOf(best) : undefined;
}

/**
 * Before the first item and after the last one stands what is said of all: `城市和乡村｜电网的用户数`.
 * Items of one list are about as long.
 */
function withoutRest(items: string[]): string[] {
  const lengthBeside = (at: number) =>
    Math.max(
      ...items
        .filter((_, index) => index !== at && index !== 0 && index !== items.length - 1)
        .map(({ length }) => length),
      Math.min(...items.map(({ length }) => length)),
    );
  return items.map((item, at) => {
    if (at === 0) return item.slice(-lengthBeside(at));
    return at === items.length - 1 ? item.slice(0, lengthBeside(at)) : item;
  });
}
