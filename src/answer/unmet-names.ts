import type { FoundName, NameKind, Names } from '../lexicon/names.ts';
import { hereOrEverywhere, holdsName } from '../lexicon/names.ts';
import { namedIn } from '../retrieve/named-things.ts';
import { tagWords } from '../text/tag-words.ts';
import type { Ask } from '../retrieve/split-question.ts';
import { withoutSpace } from '../text/white-space.ts';
import { startsUpper } from '../text/starts-with.ts';

/** Where names are looked for. */
export interface NameContext {
  /** The sentence and the headings above; where it refers back, the one before it, too. */
  near: string;
  /** Its paragraph as far as it goes, which may name at its beginning what all of it is about. */
  paragraph: string;
  /** The chunk with its headings and the report's title. */
  far: string;
  names: Names;
  /** True for a word that can be found under another form than its own. */
  isTranslated(name: string): boolean;
}

/**
 * The names that a part of a question needs and that are not there. A name may stand anywhere in the chunk; of several
 * side by side, the one that this part is about must stand near.
 */
export function unmetNames(
  { text: asked, member = '', others }: Ask,
  { near, paragraph, far, names, isTranslated }: NameContext,
): string[] {
  const place = hereOrEverywhere().find((forms) => forms.includes(member));
  if (place) return holdsName(near, place) ? [] : [member];
  const named = namedIn(asked, names);
  // `扬州` in `扬州优邦` is no name of its own.
  const isUnknown = member !== '' && !named.some(({ text: name }) => name.includes(member));
  const needed = named.filter(({ text: name }) =>
    member.includes(name) ? !isUnknown : !others.some((other) => other.includes(name)),
  );
  const isMissing = isUnknown && !isTranslated(member) && !standsInPieces(member, `${near}\n${paragraph}`);
  const unmet = needed
    .filter(({ text: name, kind, forms }) => {
      const context = withoutPoints(
        member.includes(name) || (forms.length > 1 && kind !== 'term' && speaksOfAnother(kind, needed, near, names))
          ? near
          : far,
      );
      return (
        !holdsName(context, forms) &&
        !(
          forms.length === 1 &&
          (isTranslated(name) || standsInWords(name, context) || standsWithoutSpaces(name, asked, context))
        )
      );
    })
    .map(({ text: name }) => name);
  return isMissing ? [member, ...unmet] : unmet;
}

/** What jieba takes for a name, or knows as no word: `辽宁`, `优邦`. */
const NAMELIKE = /^(?:x|n[rstz]|eng$)/u;

/**
 * The words of a name stand there: `辽宁益康` in `辽宁益康生物股份有限公司`. What is made of words alone is no name.
 */
function standsInPieces(member: string, text: string): boolean {
  const pieces = tagWords(member).filter((word) => NAMELIKE.test(word.tag));
  return pieces.every((piece) => text.includes(piece.text));
}

const ABBREVIATION = /^\p{Lu}{2,6}$/u;
const LETTERS = /\p{Script=Latin}+/gu;
/** So few initials meet by chance, unless the words are names. */
const FEW = 2;

/** `U.S.` is `US`. */
function withoutPoints(text: string): string {
  return text.replaceAll(/(?<=(?<![\p{L}\d])(?:\p{Lu}\.?){1,5})\.(?![\p{Ll}\d])/gu, '');
}

/**
 * True when every word of a Latin name stands in a text, wherever, or an abbreviation as the words that it is made of:
 * earnings per share.
 */
function standsInWords(name: string, text: string): boolean {
  return name
    .split(/[\s-]+/u)
    .every((word) => holdsName(text, [word]) || (ABBREVIATION.test(word) && isSpelledOut(word, text)));
}

const LATIN_RUN = /[\p{Script=Latin}\d\s+-]+/gu;

/** True when a name of several words is written as one there, as in a table whose spaces are lost. */
function standsWithoutSpaces(name: string, asked: string, text: string): boolean {
  const joined = (each: string) => withoutSpace(each).toLowerCase();
  const runs = (asked.match(LATIN_RUN) ?? []).filter((run) => {
    const words = run.trim().split(/\s/u);
    return words.length > 1 && words.includes(name);
  });
  return runs.some((run) => joined(text).includes(joined(run)));
}

function isSpelledOut(abbreviation: string, text: string): boolean {
  const words = text.match(LETTERS) ?? [];
  const counted = abbreviation.length <= FEW ? words.map((word) => (startsUpper(word) ? word : ' ')) : words;
  return counted
    .map((word) => word.charAt(0).toLowerCase())
    .join('')
    .includes(abbreviation.toLowerCase());
}

/** True when a text names companies, or places, and none of those that a part of a question names. */
export function speaksOfOthers({ text: asked, others }: Ask, text: string, names: Names): boolean {
  const needed = namedIn(asked, names).filter(
    (name) => name.forms.length > 1 && !others.some((other) => other.includes(name.text)),
  );
  return (['company', 'place'] as const).some(
    (kind) => needed.some((name) => name.kind === kind) && speaksOfAnother(kind, needed, text, names),
  );
}

/** True when a text names things of a kind, companies or places, and none of those that are asked for. */
function speaksOfAnother(wanted: NameKind, needed: FoundName[], near: string, names: Names): boolean {
  return (
    names.find(near).some(({ kind }) => kind === wanted) &&
    !needed.some(({ kind, forms }) => kind === wanted && holdsName(near, forms))
  );
}
