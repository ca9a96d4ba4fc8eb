import { words } from '../lexicon/lexicon.ts';
import type { FoundName, Names } from '../lexicon/names.ts';
import { tagWords } from '../text/tag-words.ts';
import { holdsHan } from '../text/holds-letters.ts';
import { MONTHS } from '../quantities/months.ts';
import { atSpaces } from '../text/white-space.ts';

/**
 * A capitalised Latin word of a Chinese text, or one with capitals inside: three letters or more; `AI` and `5G` are
 * words by now.
 */
const LATIN_NAME = /(?<![A-Za-z\d])(?=[A-Za-z\d+&-]{0,60}[A-Z])[A-Za-z][A-Za-z\d+&-]{2,}/gu;
/** Capitalised words of an English text that do not begin it. */
const ENGLISH_NAME = /(?=\p{Lu})(?<=[\p{Ll}\d,)'’]\s+)(?:\p{Lu}[\p{L}\d+-]*)(?:\s+\p{Lu}[\p{L}\d+-]*)*/gu;
/** Capitalised words that name no company or product. */
const NO_NAME = words('no name');
/** What the lexicon knows for a term is no name: EBITDA. */
const TERMS = words('term');

/** The names of a text in reading order: known ones, and words that look like one. */
export function namedIn(text: string, names: Names): FoundName[] {
  const known = names.find(text).filter((name) => !beginsWithinWord(text, name));
  const isEnglish = !holdsHan(text);
  const found = [...text.matchAll(isEnglish ? ENGLISH_NAME : LATIN_NAME)]
    .map(({ 0: name, index }) => ({ text: name, start: index, forms: [name], kind: 'company' as const }))
    .filter(
      (name) => !atSpaces(name.text).every((word) => isNoName(word)) && !known.some((other) => overlaps(name, other)),
    );
  return [...known.filter((name) => name.kind !== 'term' || isNameLike(name.text)), ...found].toSorted(
    (a, b) => a.start - b.start,
  );
}

/** `爱德华为什么`: the name of a company begins within that of a person. */
function beginsWithinWord(text: string, { start }: FoundName): boolean {
  return (
    holdsHan(text.charAt(start)) &&
    tagWords(text).some(
      (word) => word.tag.startsWith('n') && word.start < start && word.start + word.text.length > start,
    )
  );
}

/** What reports teach may be a term: `人工智能`, `AI`; then nothing insists on it, nor on what is measured: `EPS`. */
function isNameLike(text: string): boolean {
  return /^[A-Z][A-Za-z\d+-]{2,}/u.test(text) && !isNoName(text) && !TERMS.is(text);
}

/** A period: FY2022, Q3, H1. */
const PERIOD = /^(?:FY|CY|[QH](?=\d))\d{0,4}$/u;
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** `R&D`, `M&A`. */
const TWO_INITIALS = /^\p{L}&\p{L}$/u;

function isNoName(word: string): boolean {
  return (
    NO_NAME.is(word) || TWO_INITIALS.test(word) || MONTHS.includes(word) || PERIOD.test(word) || CURRENCIES.has(word)
  );
}

function overlaps(a: FoundName, b: FoundName): boolean {
  return a.start < b.start + b.text.length && b.start < a.start + a.text.length;
}
