import type { ComparedWord } from '../dictionary/likeness.ts';
import { stemOf } from '../dictionary/likeness.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import type { Span } from '../domain/report.ts';
import { words } from '../lexicon/lexicon.ts';
import { createNames } from '../lexicon/names.ts';
import { isFunctionWord, isQuestionWord } from '../lexicon/question-words.ts';
import { contentOf, cutDateUnits, tagWords, wordParts } from '../text/tag-words.ts';
import { joinNames } from './join-names.ts';
import { holdsHan } from '../text/holds-letters.ts';
import { startsHan, startsUpper } from '../text/starts-with.ts';

/** A word that says something, with its place. */
export interface ContentWord extends ComparedWord, Span {
  /** The same for the same word as the same kind of word. */
  id: string;
  /** What it counts: names most, things more than what is done with them. */
  weight: number;
  isName: boolean;
}

const KNOWN = createNames();
const NAME = 1.5;
const LATIN_IN_CHINESE = 1.2;
const TERM = 1;
const ENGLISH = 0.9;
const ENGLISH_VERB = 0.5;
const YEAR_BEHIND = /(?<=[A-Za-z])(?:19|20)\d{2}$/u;
/** Against when something is measured says nothing of what it is. */
const CHANGE = words('change named');
const COMPARES_TIMES = words('compares times');
/** Persons, places and organisations, as jieba tags them. */
const NAMED = /^(?:nr|ns|nt|nz)/u;
/** What jieba tags as a person and has three characters is hardly a word. */
const PERSON = 'nr';
const FULL_NAME = 3;

/**
 * The words of a text that say something, in order.
 * @param besides what is compared on its own, such as quantities: words in it are left out
 */
export function contentWords(text: string, besides: readonly Span[], names: NameReader): ContentWord[] {
  const all = joinKnown(text, holdsHan(text) ? chineseWords(text, names) : englishWords(text, names));
  return all.filter(({ start, end }) => !besides.some((other) => start < other.end && other.start < end));
}

function idOf(text: string, isName: boolean): string {
  return isName ? `!${text}` : text;
}

/** A known name of several words is one: `United States`. */
function joinKnown(text: string, each: ContentWord[]): ContentWord[] {
  // So is a known term of several English words: `market share`.
  const known = KNOWN.find(text).filter(({ kind, text: own }) => kind !== 'term' || own.includes(' '));
  const spans = known.map(({ text: own, start, kind }) => ({
    own,
    start,
    end: start + own.length,
    isName: kind !== 'term',
  }));
  const joined = spans.map(({ own, start, end, isName }): ContentWord => {
    const language = holdsHan(own) ? 'zh' : 'en';
    return {
      id: idOf(own, isName),
      text: own,
      start,
      end,
      language,
      key: language === 'zh' ? own : own.toLowerCase(),
      weight: isName ? NAME : TERM,
      isName,
    };
  });
  const others = each.filter((word) => !spans.some(({ start, end }) => word.start < end && start < word.end));
  return [...others, ...joined].toSorted((a, b) => a.start - b.start);
}

function chineseWords(text: string, names: NameReader): ContentWord[] {
  const { isNamed, isPerson, englishOf } = names;
  return joinNames(cutDateUnits(tagWords(text)), text, names).flatMap((word): ContentWord[] => {
    const { start, tag } = word;
    // A year follows a Latin name without a space: `Kotka2020年`.
    const own = word.text.replace(YEAR_BEHIND, '');
    const span = { start, end: start + own.length };
    if (/^[A-Za-z]/u.test(own)) {
      // A轮, B股: one of several, and no name.
      const isName = /[A-Z]/u.test(own) && !startsHan(own.slice(1));
      const id = idOf(own, isName);
      return [{ ...span, id, text: own, language: 'en', key: stemOf(own), weight: LATIN_IN_CHINESE, isName }];
    }
    // What jieba guesses to be a word, and is made of what says nothing, says nothing: 比仅.
    const parts = englishOf(own).length === 0 ? wordParts(word) : [];
    const isNothing = parts.length > 0 && parts.every((part) => contentOf(part) === 0);
    const content = isNothing ? 0 : contentOf(word);
    if (
      content === 0 ||
      COMPARES_TIMES.is(own) ||
      // How it moves is compared with its figure.
      CHANGE.is(own) ||
      !holdsHan(own) ||
      (own.length < 2 && !tag.startsWith('n'))
    )
      return [];
    // What jieba guesses to be a name, and the dictionary has as a word, is a word: 力争.
    const isName = isNamed(own)
      ? /^(?:n|x)/u.test(tag)
      : NAMED.test(tag) &&
        (englishOf(own).length === 0 || (tag === PERSON && own.length === FULL_NAME) || isPerson(own));
    const weight = isName ? NAME : content;
    return [{ ...span, id: idOf(own, isName), text: own, language: 'zh', key: own, weight, isName }];
  });
}

/** A word with a capital is a name, unless it begins a sentence and the dictionary has it. */
function englishWords(text: string, { isOnlyName, isWrittenName, isWord, isVerb }: NameReader): ContentWord[] {
  const weightOf = (own: string) => (isVerb(own.toLowerCase()) ? ENGLISH_VERB : ENGLISH);
  return latinIn(text, isWord).flatMap(({ 0: raw, index }): ContentWord[] => {
    const own = raw.replace(/['’]s$/u, '');
    if (
      own.length < 2 ||
      isQuestionWord(own.toLowerCase()) ||
      isFunctionWord(own.toLowerCase()) ||
      COMPARES_TIMES.is(own)
    )
      return [];
    const begins = /(?:^|[.!?]\s*)$/u.test(text.slice(0, index));
    // R&D, M&A: what is done, and nobody.
    const isTerm = /^[A-Z]&[A-Z]$/u.test(own) || KNOWN.find(own).some(({ kind }) => kind === 'term');
    const isName =
      startsUpper(own) &&
      !isTerm &&
      (!begins || /.\p{Lu}/u.test(own) || !isWord(own) || isOnlyName(own) || (own !== raw && isWrittenName(own)));
    return [
      {
        start: index,
        end: index + raw.length,
        id: idOf(own, isName),
        text: own,
        language: 'en',
        key: stemOf(own),
        weight: isName ? NAME : weightOf(own),
        isName,
      },
    ];
  });
}

/** Words of letters; what a hyphen joins for the occasion is several: `new-generation`. */
function latinIn(text: string, isWord: NameReader['isWord']): { 0: string; index: number }[] {
  return [...text.matchAll(/\p{Script=Latin}+(?:&\p{Script=Latin}+|[\p{Script=Latin}'’-]+)*/gu)].flatMap(
    ({ 0: raw, index }) => {
      if (/^non-/iu.test(raw) || !/^[A-Za-z][a-z]{2,}(?:-[a-z]{3,})+$/u.test(raw) || !raw.split('-').every(isWord))
        return [{ 0: raw, index }];
      return [...raw.matchAll(/[A-Za-z]+/gu)].map((part) => ({ 0: part[0], index: index + part.index }));
    },
  );
}
