import { canonicalText } from '../text/canonical-text.ts';
import { remember } from '../text/remember.ts';
import { latinTokens } from '../text/tokenise.ts';
import { holdsDigit, holdsHan } from '../text/holds-letters.ts';
import type { QueryUnit } from './query-unit.ts';

/** Where a text speaks of a unit of the question. */
export interface Occurrence {
  /** Position of the unit among the question's. */
  unit: number;
  /** Offsets in the canonical text. */
  start: number;
  end: number;
  /** Likelihood of the form that stands there against the unit's likeliest, up to 1. */
  share: number;
}

/** A text with what it says of a question. */
export interface FoundUnits {
  /** What offsets refer to. */
  canonical: string;
  /** In order of their starts. */
  occurrences: Occurrence[];
}

/** Finds the units of a question in texts: only what is asked for, so that hundreds of passages take milliseconds. */
export type UnitFinder = (text: string) => FoundUnits;

/** A unit that has a form, with the likelihood of the form. */
interface Owner {
  unit: number;
  share: number;
}

/** A form that is looked for, once for all units that have it. */
interface Form {
  text: string;
  owners: Owner[];
}

interface StemForm {
  stems: string[];
  owners: Owner[];
}

/** Passages are searched for the units of one claim after the other. */
const canonicalOf = remember(canonicalText, 1_000_000);
const tokensOf = remember(latinTokens, 300_000);
/** Words of a phrase may have this many others between them. */
const WORDS_BETWEEN = 2;

/** Makes the finder for some units. Chinese forms are searched letter by letter, Latin ones stem by stem. */
export function createUnitFinder(units: readonly QueryUnit[]): UnitFinder {
  const { han, latin } = formsOf(units);
  return (text) => {
    const canonical = canonicalOf(text);
    const occurrences = [...findHan(canonical, han), ...(latin.size === 0 ? [] : findLatin(canonical, latin))];
    return { canonical, occurrences: occurrences.toSorted((a, b) => a.start - b.start) };
  };
}

function formsOf(units: readonly QueryUnit[]): { han: Map<number, Form[]>; latin: Map<string, StemForm[]> } {
  const owners = new Map<string, { terms: string[]; owners: Owner[] }>();
  units.forEach(({ alternatives }, unit) => {
    const most = Math.max(...alternatives.map(({ weight }) => weight));
    for (const { form, terms, weight } of alternatives) {
      const known = owners.get(form);
      if (known) known.owners.push({ unit, share: weight / most });
      else owners.set(form, { terms, owners: [{ unit, share: weight / most }] });
    }
  });
  const forms = [...owners].map(([text, rest]) => ({ text, ...rest }));
  const han = forms.filter(({ text }) => holdsHan(text)).map(({ text, owners: all }) => ({ text, owners: all }));
  const latin = forms
    .filter(({ text }) => !holdsHan(text))
    .map(({ terms, owners: all }) => ({ stems: terms, owners: all }));
  return {
    han: Map.groupBy(han, ({ text }) => text.charCodeAt(0)),
    latin: Map.groupBy(latin, ({ stems }) => stems[0] ?? ''),
  };
}

function findHan(text: string, forms: Map<number, Form[]>): Occurrence[] {
  const found: Occurrence[] = [];
  for (let start = 0; start < text.length; start++) {
    for (const form of forms.get(text.charCodeAt(start)) ?? []) {
      const end = start + form.text.length;
      if (text.startsWith(form.text, start) && !isCut(text, start, end))
        for (const owner of form.owners) found.push({ ...owner, start, end });
    }
  }
  return found;
}

/**
 * True when an end of a form lies inside a number, or a form is turned round: 7月 does not stand in 17月, nor
 * 独立组网 in 非独立组网.
 */
function isCut(text: string, start: number, end: number): boolean {
  if (end - start > 1 && text.charAt(start - 1) === '非' && text.charAt(start - 2) !== '除') return true;
  const isDigit = (at: number) => holdsDigit(text.charAt(at));
  return (isDigit(start) && /[\d.]/u.test(text.charAt(start - 1))) || (isDigit(end - 1) && isDigit(end));
}

function findLatin(text: string, forms: Map<string, StemForm[]>): Occurrence[] {
  const tokens = tokensOf(text);
  const found: Occurrence[] = [];
  tokens.forEach(({ term, start }, at) => {
    for (const { stems, owners } of forms.get(term) ?? []) {
      const last = endOfPhrase(tokens, at, stems);
      if (last === undefined) continue;
      for (const owner of owners) found.push({ ...owner, start, end: tokens[last]?.end ?? start });
    }
  });
  return found;
}

/** Index of the token with which a phrase that begins here ends; undefined when it is not there. */
function endOfPhrase(tokens: readonly { term: string }[], from: number, stems: readonly string[]): number | undefined {
  let at = from;
  for (const stem of stems.slice(1)) {
    const next = tokens.slice(at + 1, at + 2 + WORDS_BETWEEN).findIndex(({ term }) => term === stem);
    if (next < 0) return undefined;
    at += 1 + next;
  }
  return at;
}
