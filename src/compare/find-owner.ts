import { createNames } from '../lexicon/names.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { PlacedQuantity } from './placed-quantity.ts';
import { clauseAround } from './placed-quantity.ts';

const KNOWN = createNames();
/**
 * A Latin word with a capital inside a Chinese text, with several in any, or right behind a company: `Microsoft Azure`.
 */
const LATIN = /(?<![A-Za-z\d])(?:[A-Z][A-Za-z]*(?:\d(?!\d*\s*[年月日季]))*(?:\.[a-z]+)?)(?![A-Za-z])/gu;
const NO_OWNER =
  /^(?:In|On|At|The|Of|By|For|A|An|And|But|Q[1-4]|H[12]|AI|IT|IP|EUV|DRAM|HBM|GDP|CEO|January|February|March|April|May|June|July|August|September|October|November|December)$/u;
const LISTED = /分别|依次|respectively/iu;
/** `32% for AWS`: the owner follows. */
const FOLLOWS = /^\s*(?:for|by|held by|went to|belong(?:s|ed) to)\s+(?:the\s+)?$/iu;

/** A name with all its forms, in lower case, and where it stands. */
interface Owner {
  start: number;
  end: number;
  forms: string[];
}

/**
 * Whose a quantity is: the name that follows it after `for`; of several names in its clause the one before it, or the
 * one at its place in a list; the only name in its clause; the last one before, or else the first one after. More than
 * one where that is not clear; undefined without any.
 */
export function findOwner(place: PlacedQuantity): Owner[] | undefined {
  const names = ownersIn(place.text);
  const { start, end } = clauseAround(place);
  const inClause = names.filter((name) => name.start >= start && name.end <= end);
  const following = names.find(
    (name) => name.start >= place.quantity.end && FOLLOWS.test(place.text.slice(place.quantity.end, name.start)),
  );
  if (following) return [following];
  if (inClause.length === 0) {
    const nearest =
      names.findLast((name) => name.end <= place.quantity.start) ??
      names.find((name) => name.start >= place.quantity.end);
    return nearest && [nearest];
  }
  if (inClause.length === 1) return inClause;
  return listedOwner(place, names) ?? nearestBefore(place, inClause, { start, end });
}

/** `A、B分别为1、2`: the name at the same place among the names. */
function listedOwner({ text, quantity }: PlacedQuantity, names: Owner[]): Owner[] | undefined {
  const sentence = {
    start: Math.max(text.lastIndexOf('。', quantity.start), text.lastIndexOf('\n', quantity.start)) + 1,
  };
  if (!LISTED.test(text.slice(sentence.start))) return undefined;
  const figures = findQuantities(text).filter(({ kind, start }) => kind === quantity.kind && start >= sentence.start);
  const owners = names.filter(({ start }) => start >= sentence.start && start < (figures[0]?.start ?? 0));
  const owner = owners[figures.findIndex(({ start }) => start === quantity.start)];
  // A list that does not come out even says nothing about who is meant.
  return owners.length === figures.length && owner ? [owner] : owners;
}

/** With several figures in the clause the name before this one; with one figure any name of the clause may be meant. */
function nearestBefore(
  { text, quantity }: PlacedQuantity,
  inClause: Owner[],
  { start, end }: { start: number; end: number },
): Owner[] {
  const figures = findQuantities(text.slice(start, end)).filter(({ kind }) => kind === quantity.kind);
  const before = inClause.findLast((name) => name.end <= quantity.start);
  return figures.length > 1 && before ? [before] : inClause;
}

function ownersIn(text: string): Owner[] {
  const known = KNOWN.find(text)
    .filter(({ kind }) => kind === 'company')
    .map(({ text: name, start, forms }): Owner => ({
      start,
      end: start + name.length,
      forms: forms.map((form) => form.toLowerCase()),
    }));
  const latin = [...text.matchAll(LATIN)]
    .filter(
      ({ 0: word, index }) =>
        !NO_OWNER.test(word) &&
        (/\p{Script=Han}/u.test(text) ||
          /[A-Z].*[A-Z\d]/u.test(word) ||
          known.some(({ end }) => text.slice(end, index) === ' ')),
    )
    .map(({ 0: word, index }): Owner => ({ start: index, end: index + word.length, forms: [word.toLowerCase()] }))
    .filter(({ start, end }) => !known.some((name) => start < name.end && name.start < end));
  return joinAliases(
    [...known, ...latin].toSorted((a, b) => a.start - b.start),
    text,
  );
}

/**
 * `微软Azure`, `寒武纪（Cambricon）`, `依图科技（Yitu）`: two names in a row, or two forms of one, are one
 * owner.
 */
function joinAliases(names: Owner[], text: string): Owner[] {
  const joined: Owner[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    const isAlias =
      last?.forms.some((form) => name.forms.includes(form)) === true ||
      /^[（(]?\s*(?:简称|又称|即)?$/u.test(text.slice(last?.end, name.start));
    if (last && isAlias)
      joined[joined.length - 1] = { start: last.start, end: name.end, forms: [...last.forms, ...name.forms] };
    else joined.push(name);
  }
  return joined;
}
