import { remember } from '../text/remember.ts';
import { tagWords } from '../text/tag-words.ts';
import type { Form } from './read-form.ts';
import { isWordLetter, lowerCase, readForms } from './read-form.ts';

/** A form where it stands in a text. */
export interface FoundForm {
  text: string;
  start: number;
  end: number;
  class: string;
}

/** Finds forms in texts. */
export interface FormMatcher {
  /** Where forms stand, in order; of those that begin at one place the longest, and none within another. */
  find(text: string): FoundForm[];
  /** The first of them. */
  first(text: string): FoundForm | undefined;
  /** The longest form that a text begins with. */
  atStart(text: string): FoundForm | undefined;
  /** Whether the last of them ends where the text does. */
  isAtEnd(text: string): boolean;
}

/** So far apart the two parts of a form with `…` stand, in characters: of Chinese, of English, of either with `……`. */
const GAP = { zh: 14, en: 40, wide: 40 };
const CLAUSE_ENDS = new Set('，。；,;.!?！？\n');
const DIGITS = new Set('0123456789〇零一二两三四五六七八九十百千万亿半几数');

/** A text, and the same with its letters in lower case. */
interface Cased {
  text: string;
  lower: string;
}

/** A text that is looked through. */
interface Reading extends Cased {
  /** Where forms may begin: not within a Latin word or a figure. */
  starts: Uint32Array;
  /** With which letters, one and two of them, something begins there. */
  beginnings: Uint32Array;
}

/** Bits for letters that begin something, in words of 32: a class of some ten forms shares none with most sentences. */
const BEGINNING_WORDS = 16;

/**
 * Makes a matcher of the rows of a class; `lexicon/README.md` tells what the marks in them mean. What an exception
 * covers holds no form, unless a longer one begins with it.
 */
export function matchForms(rows: readonly { form: string; class: string }[]): FormMatcher {
  const all = readForms(rows);
  const exceptions = formsByStart(all.filter(({ isException }) => isException));
  const members = formsByStart(all.filter(({ isException }) => !isException));
  const covered = (reading: Reading): { start: number; end: number }[] => {
    const spans: { start: number; end: number }[] = [];
    let from = 0;
    for (const start of reading.starts) {
      if (start < from || !canStart(exceptions, reading, start)) continue;
      const found = longestAt(exceptions, reading, start);
      if (!found || (longestAt(members, reading, start)?.end ?? 0) > found.end) continue;
      spans.push({ start, end: found.end });
      from = found.end;
    }
    return spans;
  };
  function read(text: string, most: number): FoundForm[] {
    const reading = readingOf(text);
    const there: FoundForm[] = [];
    if (!sharesBeginning(members, reading)) return there;
    let spans: { start: number; end: number }[] | undefined;
    let next = 0;
    let from = 0;
    for (const start of reading.starts) {
      if (start < from || !canStart(members, reading, start)) continue;
      const found = longestAt(members, reading, start);
      if (!found) continue;
      spans ??= covered(reading);
      const { end, form } = found;
      while ((spans[next]?.end ?? Infinity) <= start) next++;
      if ((spans[next]?.start ?? Infinity) < end) continue;
      there.push({ text: text.slice(start, end), start, end, class: form.class });
      if (there.length === most) break;
      from = end;
    }
    return there;
  }
  const ends = lastLetters(all.filter(({ isException }) => !isException));
  const find = (text: string) => read(text, Infinity);
  return {
    find,
    first: (text) => read(text, 1)[0],
    // Most texts end with no letter that a form ends with.
    isAtEnd: (text) => (ends?.has(lowerCase(text.slice(-1))) ?? true) && find(text).at(-1)?.end === text.length,
    atStart(text) {
      const cased = { text, lower: lowerCase(text) };
      if (!canStart(members, cased, 0)) return undefined;
      const found = longestAt(members, cased, 0);
      if (!found || (longestAt(exceptions, cased, 0)?.end ?? 0) >= found.end) return undefined;
      return { text: text.slice(0, found.end), start: 0, end: found.end, class: found.form.class };
    },
  };
}

/** How English words are bent and derived, behind a stem that may lack its last letters. */
const INFLECTIONS = [
  /^[a-z]{0,2}[sdety]$/u,
  /^[a-z]{0,3}(?:ing|ion|at|er|or|re|ment|al|it|iv|enc|anc|ci|is|iz|ent|ant|abl|id|d|t)(?:e?[sdr]?|ed|ies|y|ly)$/u,
];

/**
 * Forms by the code of their first letter, and which codes there are; those that begin with a figure or a gap apart.
 */
interface ByStart {
  byCode: ReadonlyMap<number, readonly Form[]>;
  /** A bit for each code: most letters of a text begin nothing. */
  codes: Uint8Array;
  /** As those of a text; undefined where a form begins with what may be any letter. */
  beginnings: Uint32Array | undefined;
  others: readonly Form[];
}

function formsByStart(forms: readonly Form[]): ByStart {
  const codeOf = ({ pieces: [first] }: Form) =>
    first?.kind === 'letters' ? lowerCase(first.text).charCodeAt(0) : undefined;
  const others = forms.filter((form) => codeOf(form) === undefined);
  const byCode = Map.groupBy(
    forms.filter((form) => codeOf(form) !== undefined),
    (form) => codeOf(form) ?? 0,
  );
  const codes = new Uint8Array(0x1_00_00 / 8).fill(others.length > 0 ? 255 : 0);
  for (const code of byCode.keys()) codes[code >> 3] = (codes[code >> 3] ?? 0) | (1 << (code & 7));
  return { byCode, codes, beginnings: others.length > 0 ? undefined : beginningsOf(forms), others };
}

function beginningsOf(forms: readonly Form[]): Uint32Array {
  const bits = new Uint32Array(BEGINNING_WORDS);
  for (const { pieces } of forms)
    if (pieces[0]?.kind === 'letters') {
      const letters = lowerCase(pieces[0].text);
      note(bits, letters.length > 1 ? pairKey(letters, 0) : letters.charCodeAt(0));
    }
  return bits;
}

function pairKey(letters: string, at: number): number {
  return Math.imul(letters.charCodeAt(at), 31) + letters.charCodeAt(at + 1);
}

/** Sets the bit of a key; two keys may have the same. */
function note(bits: Uint32Array, key: number): void {
  const bit = Math.imul(key, 0x9e_37_79_b1) >>> 23;
  bits[bit >> 5] = (bits[bit >> 5] ?? 0) | (1 << (bit & 31));
}

/** Quick: whether a form may begin anywhere in a text at all. */
function sharesBeginning({ beginnings }: ByStart, reading: Reading): boolean {
  return beginnings?.some((bits, at) => (bits & (reading.beginnings[at] ?? 0)) !== 0) ?? true;
}

/** Quick: most letters begin nothing. */
function canStart({ codes }: ByStart, { lower }: Cased, at: number): boolean {
  const code = lower.charCodeAt(at);
  return ((codes[code >> 3] ?? 0) & (1 << (code & 7))) !== 0;
}

/** The letters with which forms end; undefined where one ends with what may be any letter. */
function lastLetters(forms: readonly Form[]): ReadonlySet<string> | undefined {
  const last = forms.map(({ pieces }) => pieces.at(-1));
  const letters = last.flatMap((piece) => (piece?.kind === 'letters' ? [lowerCase(piece.text.slice(-1))] : []));
  return letters.length === last.length ? new Set(letters) : undefined;
}

function longestAt({ byCode, others }: ByStart, reading: Cased, at: number): { form: Form; end: number } | undefined {
  const beginning = byCode.get(reading.lower.charCodeAt(at)) ?? [];
  let longest: { form: Form; end: number } | undefined;
  for (const form of others.length > 0 ? [...beginning, ...others] : beginning) {
    const end = endOfForm(form, reading, at);
    if (end > (longest?.end ?? at)) longest = { form, end };
  }
  return longest;
}

/** Where a form that begins at a place ends; -1 when it does not stand there. */
function endOfForm(form: Form, reading: Cased, start: number): number {
  if ((form.isFirst && start > 0) || (form.beginsWord && isWordLetter(reading.text, start - 1))) return -1;
  const end = endOfPieces(form, 0, reading, start);
  if (end < 0 || (form.endsWord && isWordLetter(reading.text, end))) return -1;
  if (form.isLast && end < reading.text.length) return -1;
  return form.isToken && !words(reading.text).has(`${start}-${end}`) ? -1 : end;
}

function endOfPieces(form: Form, from: number, reading: Cased, start: number): number {
  let at = start;
  for (let index = from; index < form.pieces.length && at >= 0; index++) {
    const piece = form.pieces[index];
    if (piece?.kind === 'gap' || piece?.kind === 'wide gap')
      return isWithinWord(reading.text, at) ? -1 : endBehindGap(form, index, reading, at);
    if (piece?.kind === 'letters')
      at = (piece.isExact ? reading.text : reading.lower).startsWith(piece.text, at) ? at + piece.text.length : -1;
    if (piece?.kind === 'number') at = DIGITS.has(reading.text.charAt(at)) ? at + 1 : -1;
    if (piece?.kind === 'word') at = endOfWord(reading.text, at);
    if (piece?.kind === 'ending') at = endOfInflection(reading, at);
  }
  return at;
}

/** Where an ending of a word ends: `costs`, `costing`; -1 where another word begins with the same letters: `Costco`. */
function endOfInflection({ text, lower }: Cased, start: number): number {
  const end = Math.max(start, endOfWord(text, start));
  return end === start || INFLECTIONS.some((pattern) => pattern.test(lower.slice(start, end))) ? end : -1;
}

/** Where a word ends; -1 where none begins. */
function endOfWord(text: string, start: number): number {
  let end = start;
  while (isWordLetter(text, end)) end++;
  return end > start ? end : -1;
}

/** The nearest place behind a gap where the rest of the form stands. */
function endBehindGap(form: Form, gap: number, reading: Cased, start: number): number {
  const isWide = form.pieces[gap]?.kind === 'wide gap';
  const narrow = form.isChinese ? GAP.zh : GAP.en;
  const widest = Math.min(start + (isWide ? GAP.wide : narrow), reading.text.length);
  for (let at = start; at <= widest; at++) {
    const end = isWithinWord(reading.text, at) ? -1 : endOfPieces(form, gap + 1, reading, at);
    if (end >= 0 && !(form.endsWord && isWordLetter(reading.text, end))) return end;
    if (!isWide && CLAUSE_ENDS.has(reading.text.charAt(at))) return -1;
  }
  return -1;
}

function isWithinWord(text: string, at: number): boolean {
  return isWordLetter(text, at) && isWordLetter(text, at - 1);
}

/** One text is looked through for one class after another. */
let last: Reading = readAnew('');

function readingOf(text: string): Reading {
  if (last.text !== text) last = readAnew(text);
  return last;
}

/** Within a Latin word or a figure nothing begins. */
function readAnew(text: string): Reading {
  const lower = lowerCase(text);
  const starts = new Uint32Array(lower.length);
  const beginnings = new Uint32Array(BEGINNING_WORDS);
  let count = 0;
  let isWithin = false;
  for (let at = 0; at < lower.length; at++) {
    const isLetter = isWordLetter(lower, at);
    if (!isLetter || !isWithin) {
      starts[count++] = at;
      note(beginnings, lower.charCodeAt(at));
      if (at + 1 < lower.length) note(beginnings, pairKey(lower, at));
    }
    isWithin = isLetter;
  }
  return { text, lower, starts: starts.subarray(0, count), beginnings };
}

/** The places where jieba begins and ends words. */
const words = remember(
  (text: string) => new Set(tagWords(text).map(({ text: word, start }) => `${start}-${start + word.length}`)),
  100_000,
);
