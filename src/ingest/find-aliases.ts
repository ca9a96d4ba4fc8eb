/** A Chinese name followed by what else it is called, in brackets. */
const CHINESE_FIRST = /(?<before>[\p{Script=Han}]{2,24})[（(](?<inside>[A-Za-z][^（）()]{0,60})[）)]/gu;
/** A Latin name followed by its Chinese one. */
const LATIN_FIRST =
  /(?<![A-Za-z\d])(?<latin>[A-Z][A-Za-z\d&.-]*(?: [A-Z][A-Za-z\d&.-]*){0,4})(?<=[A-Za-z\d.-]{2})\s?[（(](?<chinese>\p{Script=Han}{2,12})(?:[，,]\s*(?:以下)?简称[“"]?(?<short>[^”"）)，,]{2,12})[”"]?)?[）)]/gu;
const SHORT_FORM = /^(?:以下)?简称[“"]?(?<short>[^”"]{2,24}?)[”"]?$/u;
const NAME = /^[A-Z\d][A-Za-z\d&.+-]*(?: [A-Za-z\d&.+-]+){0,5}$/u;
/** Characters with which no name begins. */
const NO_BEGINNING =
  /^[的和与及在对是了为由从将以把被向于让使等其该这那有很最更比也都就又并或而上下中内外前后出到新用大小个一二三四五六七八九十年月日]/u;
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
    add(
      found,
      [groups?.['latin'], groups?.['chinese'], groups?.['short']].filter((form) => form !== undefined),
    );
  }
  return [...found.values()];
}

function add(found: Map<string, string[]>, forms: string[]): void {
  const key = forms[0] ?? '';
  found.set(key, [...new Set([...(found.get(key) ?? []), ...forms])].slice(0, MOST_FORMS));
}

/** `Amazon Web Services，简称AWS` names two. */
function formsIn(inside: string): string[] {
  const forms = inside
    .split(/[，,；;]/u)
    .map((part) => part.trim())
    .map((part) => SHORT_FORM.exec(part)?.groups?.['short'] ?? part);
  return forms.every((form) => NAME.test(form)) ? forms : [];
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
  if (run.length <= SHORT_RUN && !NO_BEGINNING.test(run)) return run;
  for (let length = Math.min(MAX_LENGTH, run.length); length >= MIN_LENGTH; length--) {
    const end = run.slice(-length);
    if (!NO_BEGINNING.test(end) && occursAgain(end)) return end;
  }
  return undefined;
}
