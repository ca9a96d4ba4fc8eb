import { remember } from '../text/remember.ts';
import { holdsHan } from '../text/holds-letters.ts';
import { formsByClass } from './lexicon.ts';

/** What a name names. What only reports taught may be a term: `人工智能（AI）`. */
export type NameKind = 'company' | 'place' | 'term';

const KINDS: readonly NameKind[] = ['company', 'place', 'term'];

/** A name in a text with every form it goes by. */
export interface FoundName {
  /** As it stands in the text. */
  text: string;
  start: number;
  forms: readonly string[];
  kind: NameKind;
}

/** Names by all their forms. */
export interface Names {
  /** The names of a text, in order; of names within names, the longest. */
  find(text: string): FoundName[];
  /** Every form of a name or of a word for here and everywhere; the text itself when it is neither. */
  formsOf(text: string): readonly string[];
}

interface Entry {
  form: string;
  /** In lower case. */
  lower: string;
  forms: readonly string[];
  kind: NameKind;
}

/**
 * The known names, and those that reports teach.
 * @param learnt forms of one name each, as `findAliases` gives them
 */
export function createNames(learnt: readonly (readonly string[])[] = []): Names {
  const entries = entriesOf(learnt);
  const isWord = ({ lower }: Entry) => !holdsHan(lower) && lower.length > 1;
  const byStart: ByStart = {
    everywhere: Map.groupBy(
      entries.filter((entry) => !isWord(entry)),
      ({ lower }) => lower.charCodeAt(0),
    ),
    // Two letters: hundreds of names begin with one.
    ofWords: Map.groupBy(entries.filter(isWord), ({ lower }) => lower.slice(0, 2)),
  };
  return {
    find: remember((text) => findNames(text, byStart), 200_000),
    formsOf: (text) =>
      hereOrEverywhere().find((forms) => forms.includes(text)) ??
      entries.find(({ form }) => form === text)?.forms ?? [text],
  };
}

/** True when a text holds one of the forms of a name. */
export function holdsName(text: string, forms: readonly string[]): boolean {
  return forms.some((form) => indexOfName(text, form) >= 0);
}

/** Longest first: 谷歌云 is found before 谷歌. What reports teach of a known name joins it. */
function entriesOf(learnt: readonly (readonly string[])[]): Entry[] {
  const groups = KINDS.flatMap((kind) => formsByClass(kind).map((forms) => ({ forms: [...forms], kind })));
  const byForm = new Map(groups.flatMap((group) => group.forms.map((form) => [form.toLowerCase(), group] as const)));
  for (const forms of learnt) {
    const group = forms.map((form) => byForm.get(form.toLowerCase())).find((found) => found !== undefined) ?? {
      forms: [],
      kind: 'term',
    };
    for (const form of forms) {
      if (byForm.has(form.toLowerCase())) continue;
      group.forms.push(form);
      byForm.set(form.toLowerCase(), group);
    }
    if (!groups.includes(group)) groups.push(group);
  }
  return groups
    .flatMap(({ forms, kind }) => forms.map((form) => ({ form, lower: form.toLowerCase(), forms, kind })))
    .toSorted((a, b) => b.form.length - a.form.length);
}

/** Here and everywhere: told apart when both are asked for, and no name otherwise. */
export function hereOrEverywhere(): readonly (readonly string[])[] {
  return formsByClass('scope');
}

/** Names by how they begin, longest first: those with a Chinese character, and those that stand alone. */
interface ByStart {
  everywhere: ReadonlyMap<number, readonly Entry[]>;
  ofWords: ReadonlyMap<string, readonly Entry[]>;
}

/** Reads on from the end of each name: of those that begin at one place the longest. */
function findNames(text: string, { everywhere, ofWords }: ByStart): FoundName[] {
  const found = new Map<Entry, FoundName>();
  const lower = text.toLowerCase();
  for (let start = 0; start < lower.length; start++) {
    const isHere = (one: Entry) => standsAt(lower, one.lower, start);
    const inText = everywhere.get(lower.charCodeAt(start))?.find(isHere);
    const word = isLetterAt(lower, start - 1) ? undefined : ofWords.get(lower.slice(start, start + 2))?.find(isHere);
    const entry = longer(inText, word);
    if (!entry) continue;
    const end = start + entry.form.length;
    if (!found.has(entry))
      found.set(entry, { text: text.slice(start, end), start, forms: entry.forms, kind: entry.kind });
    start = end - 1;
  }
  return [...found.values()];
}

function longer(one: Entry | undefined, other: Entry | undefined): Entry | undefined {
  return (other?.form.length ?? 0) > (one?.form.length ?? 0) ? other : one;
}

/** A Latin form must stand alone: `Intel` is not in `Intelligence`. */
function standsAt(text: string, form: string, start: number): boolean {
  if (!text.startsWith(form, start)) return false;
  return holdsHan(form) || (!isLetterAt(text, start - 1) && !isLetterAt(text, start + form.length));
}

/** A small Latin letter. */
function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 97 && code <= 122;
}

/** Where a form of a name stands first, Latin ones as words of their own; -1 when it does not. */
export function indexOfName(text: string, form: string): number {
  if (holdsHan(form)) return text.indexOf(form);
  const [lower, wanted] = [text.toLowerCase(), form.toLowerCase()];
  let at = lower.indexOf(wanted);
  while (at >= 0 && !standsAt(lower, wanted, at)) at = lower.indexOf(wanted, at + 1);
  return at;
}
