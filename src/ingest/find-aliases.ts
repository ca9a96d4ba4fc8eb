import { words } from '../lexicon/lexicon.ts';
import { isHan } from '../text/holds-letters.ts';

/** A Chinese name followed by what else it is called, in brackets. */
const CHINESE_FIRST = /(?<before>\p{Lo}{2,24})[（(](?<inside>[A-Za-z][^（）()]{0,60})[）)]/gu;
/** A Latin name followed by its Chinese one. */
const LATIN = '(?<![A-Za-z\\d])(?<latin>[A-Z][A-Za-z\\d&.-]*(?: [A-Z][A-Za-z\\d&.-]*){0,4})(?<=[A-Za-z\\d.-]{2})';
const LATIN_FIRST = new RegExp(`${LATIN}\\s?[（(](?<inside>\\p{Lo}[^（）()]{1,40})[）)]`, 'gu');
/** `Amazon Web Services，简称AWS`: what says that a short form follows. */
const SAYS_SHORT = words('short form follows');
const NAME = /^[A-Z\d][A-Za-z\d&.+-]*(?: [A-Za-z\d&.+-]+){0,5}$/u;
/** Characters with which no name begins. */
const NO_BEGINNING = words('begins no name');
const MIN_LENGTH = 3;
/** A run that is hardly more than a name. */
const SHORT_RUN = 5;
const MAX_LENGTH = 12;
/** More forms than this no name has. */
const MOST_FORMS = 20;
/** So many characters of a text are searched in all, a few seconds' work: a thousand names of a very long one. */
const SEARCHED = 2_000_000_000;

/**
 * The names that a text teaches by giving other forms in brackets: `亚马逊云服务（Amazon Web
 * Services，简称AWS）` is one thing with three names. Chinese has no spaces, so a name before the bracket begins
 * where a stretch that occurs again begins.
 */
export function findAliases(text: string): string[][] {
  const found = new Map<string, string[]>();
  const occursAgain = createSearch(text);
  for (const { groups } of text.matchAll(CHINESE_FIRST)) {
    const others = formsIn(groups?.['inside'] ?? '');
    const name = others.length > 0 ? nameAtEnd(groups?.['before'] ?? '', occursAgain) : undefined;
    if (name !== undefined) add(found, [name, ...others]);
  }
  for (const { groups } of text.matchAll(LATIN_FIRST)) {
    const [chinese, short, ...more] = partsOf(groups?.['inside'] ?? '');
    const isShort = short === undefined || (short.isShort && short.text.length <= MAX_LENGTH);
    if (
      !chinese ||
      !isHan(chinese.text) ||
      chinese.text.length < 2 ||
      chinese.text.length > MAX_LENGTH ||
      !isShort ||
      more.length > 0
    )
      continue;
    add(found, [groups?.['latin'] ?? '', chinese.text, ...(short ? [short.text] : [])]);
  }
  return [...found.values()];
}

function add(found: Map<string, string[]>, forms: string[]): void {
  const key = forms[0] ?? '';
  found.set(key, [...new Set([...(found.get(key) ?? []), ...forms])].slice(0, MOST_FORMS));
}

/** `Amazon Web Services，简称AWS` names two. */
function formsIn(inside: string): string[] {
  const forms = partsOf(inside).map(({ text }) => text);
  return forms.every((form) => NAME.test(form)) ? forms : [];
}

function partsOf(inside: string): { text: string; isShort: boolean }[] {
  return inside.split(/[，,；;]/u).map((part) => {
    const text = part.trim();
    const lead = SAYS_SHORT.atStart(text)?.end ?? 0;
    return { text: text.slice(lead).replaceAll(/^[“"]|[”"]$/gu, ''), isShort: lead > 0 };
  });
}

/** Tells whether a stretch occurs twice and more; no, when enough was searched. */
function createSearch(text: string): (stretch: string) => boolean {
  let searched = 0;
  return (stretch) => {
    if (searched > SEARCHED) return false;
    const first = text.indexOf(stretch);
    const second = first < 0 ? -1 : text.indexOf(stretch, first + 1);
    searched += second < 0 ? text.length : second;
    return second >= 0;
  };
}

/** A short run whole; of a longer one the longest end that stands in the text more than once. */
function nameAtEnd(run: string, occursAgain: (stretch: string) => boolean): string | undefined {
  if (run.length <= SHORT_RUN && NO_BEGINNING.atStart(run) === undefined) return run;
  for (let length = Math.min(MAX_LENGTH, run.length); length >= MIN_LENGTH; length--) {
    const end = run.slice(-length);
    if (NO_BEGINNING.atStart(end) === undefined && occursAgain(end)) return end;
  }
  return undefined;
}
