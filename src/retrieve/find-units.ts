import { canonicalText } from '../text/canonical-text.ts';
import { latinTokens } from '../text/tokenise.ts';
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

interface Form {
  unit: number;
  text: string;
  share: number;
}

interface StemForm {
  unit: number;
  stems: string[];
  share: number;
}

/** Words of a phrase may have this many others between them. */
const WORDS_BETWEEN = 2;

/** Makes the finder for some units. Chinese forms are searched letter by letter, Latin ones stem by stem. */
export function createUnitFinder(units: readonly QueryUnit[]): UnitFinder {
  const { han, latin } = formsOf(units);
  return (text) => {
    const canonical = canonicalText(text);
    const occurrences = [...findHan(canonical, han), ...(latin.size === 0 ? [] : findLatin(canonical, latin))];
    return { canonical, occurrences: occurrences.toSorted((a, b) => a.start - b.start) };
  };
}

function formsOf(units: readonly QueryUnit[]): { han: Map<number, Form[]>; latin: Map<string, StemForm[]> } {
  const han = new Map<number, Form[]>();
  const latin = new Map<string, StemForm[]>();
  units.forEach(({ alternatives }, unit) => {
    const most = Math.max(...alternatives.map(({ weight }) => weight));
    for (const { form, terms, weight } of alternatives) {
      const share = weight / most;
      if (/\p{Script=Han}/u.test(form)) pushTo(han, form.charCodeAt(0), { unit, text: form, share });
      else pushTo(latin, terms[0] ?? '', { unit, stems: terms, share });
    }
  });
  return { han, latin };
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function findHan(text: string, forms: Map<number, Form[]>): Occurrence[] {
  const found: Occurrence[] = [];
  for (let start = 0; start < text.length; start++) {
    for (const form of forms.get(text.charCodeAt(start)) ?? []) {
      const end = start + form.text.length;
      if (text.startsWith(form.text, start) && !isCut(text, start, end)) found.push({ unit: form.unit, start, end, share: form.share });
    }
  }
  return found;
}

/** True when an end of a form lies inside a number, or a form is turned round: 7月 does not stand in 17月, nor 独立组网 in 非独立组网. */
function isCut(text: string, start: number, end: number): boolean {
  if (end - start > 1 && text.charAt(start - 1) === '非' && text.charAt(start - 2) !== '除') return true;
  const isDigit = (at: number) => /\d/u.test(text.charAt(at));
  return (isDigit(start) && /[\d.]/u.test(text.charAt(start - 1))) || (isDigit(end - 1) && isDigit(end));
}

function findLatin(text: string, forms: Map<string, StemForm[]>): Occurrence[] {
  const tokens = latinTokens(text);
  const found: Occurrence[] = [];
  tokens.forEach(({ term, start }, at) => {
    for (const { unit, stems, share } of forms.get(term) ?? []) {
      const last = endOfPhrase(tokens, at, stems);
      if (last !== undefined) found.push({ unit, start, end: tokens[last]?.end ?? start, share });
    }
  });
  return found;
}

/** Index of the token with which a phrase that begins here ends; undefined when it is not there. */
function endOfPhrase(tokens: readonly { term: string }[], from: number, stems: readonly string[]): number | undefined {
  let at = from;
  for (const stem of stems.slice(1)) {
    const next = tokens.findIndex(({ term }, index) => index > at && index <= at + 1 + WORDS_BETWEEN && term === stem);
    if (next < 0) return undefined;
    at = next;
  }
  return at;
}
