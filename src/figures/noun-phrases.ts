import type { Span } from '../domain/report.ts';
import { given } from '../domain/given.ts';
import { isQuestionWord } from '../lexicon/question-words.ts';
import { tagWords } from '../text/tag-words.ts';
import { holdsHan, holdsLetter, isHan } from '../text/holds-letters.ts';
import { atSpaces } from '../text/white-space.ts';

/** A stretch of nominal words, with the word before it where that is a verb, and the end of verbs right behind it. */
export interface NounPhrase extends Span {
  text: string;
  verb?: string;
  tail: number;
}

/** Nouns, nouns made of verbs, names, abbreviations, idioms, Latin words; adjectives and places only between such. */
const NOMINAL = /^(?:n|vn|an|j|l|i|eng|nz|b|x)/u;
const BETWEEN = /^(?:f|a|k|uj|c|q|s|y|m)$/u;
/** A year later, a year earlier: against what a figure is compared. */
export const COMPARED = new Set(['同比', '环比', '同期']);
const VERB = /^v/u;
/** A verb before these is what is measured: 收入分别为. */
const COPULAS = new Set(['为', '是', '分别', '分别为', '约为']);
const OF = '的';
const MARK = /[，。；：、！？,;:()（）“”"\t\n]/u;
/** A Latin word of a phrase; joined by these it goes on. */
const LATIN = /[A-Za-z][\p{L}\p{N}&'’./-]*/gu;
const JOINS = new Set(['of', 'and', 'for', 'per', 'on', 'in', 'the', 'to']);
const LEADS = new Set([
  'but',
  'while',
  'among',
  'compared',
  'and',
  'the',
  'a',
  'an',
  'its',
  'their',
  'our',
  'of',
  'this',
  'these',
  'for',
  'in',
  'on',
  'to',
]);
/** `recorded`, `totaled`: said of whom comes before. */
const PAST = /^[a-z]{3,}ed$/u;

/**
 * The nominal phrases of a stretch of a text, in order; offsets in the text.
 * @param besides figures and times, which end a phrase
 * @param isWord tells a word of the dictionary: 云计算 is one, though 计算 is a verb
 */
export function nounPhrases(
  text: string,
  within: Span,
  besides: readonly Span[],
  isWord: (word: string) => boolean,
): NounPhrase[] {
  const stretch = text.slice(within.start, within.end);
  return holdsHan(stretch)
    ? chinesePhrases(text, within, besides, isWord)
    : englishPhrases(text, within, besides).filter(({ text: own }) => isThing(own));
}

const COMMON = /^[a-z]+$/u;

/** The last word of an English phrase is no mere adverb or adjective, by its ending. */
function isThing(phrase: string): boolean {
  const last = atSpaces(phrase).at(-1) ?? '';
  return (
    !COMMON.test(last) || !/(?:ly|er|est|ed)$/u.test(last) || /(?:ber|ter|ver|wer|mer|per|der|ger|ily)$/u.test(last)
  );
}

/** `甲公司的市场份额`: whose, and what. Undefined where nothing is parted. */
export function partAtOf({ text }: Pick<NounPhrase, 'text'>): { whose: string; what: string } | undefined {
  const at = text.lastIndexOf(OF);
  if (at <= 0 || at === text.length - 1) return undefined;
  return { whose: text.slice(0, at), what: text.slice(at + 1) };
}

interface Word extends Span {
  text: string;
  tag: string;
}

function chinesePhrases(
  text: string,
  within: Span,
  besides: readonly Span[],
  isWord: (word: string) => boolean,
): NounPhrase[] {
  const words = joinedWords(
    tagWords(text).map((word): Word => ({ ...word, end: word.start + word.text.length })),
    isWord,
  ).filter(({ start, end }) => start >= within.start && end <= within.end);
  const phrases: NounPhrase[] = [];
  let run: Word[] = [];
  let verb: string | undefined;
  const close = () => {
    while (run.length > 0 && !isNoun(run.at(-1))) run.pop();
    phrases.push(...phraseOf(run, (from, to) => text.slice(from, to).replaceAll(' ', ''), verb));
    run = [];
    verb = undefined;
  };
  for (const [at, word] of words.entries()) {
    const isBeside = besides.some(({ start, end }) => word.start < end && start < word.end);
    if (word.text.trim() === '') continue;
    const [leading, next] = [words[at - 1], words[at + 1]];
    const isVerb = VERB.test(word.tag) && word.text.length > 1;
    const isPart = isWord(`${leading?.text}${word.text}`) || isWord(`${word.text}${next?.text}`);
    const isMeasured = isVerb && (COPULAS.has(next?.text ?? '') || (isNoun(next) && isPart));
    if (isBeside || MARK.test(word.text)) {
      close();
      continue;
    }
    if (isNoun(word) && run.length === 0 && word.text.length === 1) {
      // 查询量: a noun of one character goes with the word before it.
      const goesWith = leading?.end === word.start && VERB.test(leading.tag);
      run.push(...(goesWith ? [{ ...leading, tag: 'vn' }] : []), word);
    } else if (isNoun(word) || isMeasured || (run.length > 0 && BETWEEN.test(word.tag)))
      run.push(isMeasured ? { ...word, tag: 'vn' } : word);
    else {
      close();
      verb = VERB.test(word.tag) ? word.text : undefined;
      const phrase = phrases.at(-1);
      if (phrase?.tail === word.start && verb !== undefined && verb.length > 1) phrase.tail = word.end;
    }
  }
  close();
  return phrases;
}

/** 占 and 比 are one word of the dictionary: two single characters that the tagger has parted. */
function joinedWords(words: readonly Word[], isWord: (word: string) => boolean): Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const whole = `${last?.text}${word.text}`;
    if (last && whole.length === 2 && isHan(whole) && isWord(whole))
      joined[joined.length - 1] = { start: last.start, end: word.end, text: whole, tag: 'n' };
    else joined.push(word);
  }
  return joined;
}

/** The phrase that a run of words is; none of none. */
function phraseOf(run: readonly Word[], textOf: (start: number, end: number) => string, verb?: string): NounPhrase[] {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return [];
  return [
    { start: first.start, end: last.end, tail: last.end, text: textOf(first.start, last.end), ...given({ verb }) },
  ];
}

function isNoun(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    NOMINAL.test(word.tag) &&
    holdsLetter(word.text) &&
    ![...COMPARED].some((end) => word.text.endsWith(end))
  );
}

/** Words between those that only hold a sentence together; `of` and the like join two phrases to one. */
function englishPhrases(text: string, within: Span, besides: readonly Span[]): NounPhrase[] {
  const words = [...text.slice(within.start, within.end).matchAll(LATIN)].map(({ 0: own, index }) => {
    const bare = own.replace(/[./'’-]{1,20}$/u, '');
    return { text: bare, start: within.start + index, end: within.start + index + bare.length, tag: '' };
  });
  const phrases: NounPhrase[] = [];
  let run: Word[] = [];
  let verb: string | undefined;
  const close = (next?: string) => {
    const isJoin = ({ text: own }: Word) => JOINS.has(own.toLowerCase());
    run = run.slice(0, run.findLastIndex((word) => !isJoin(word)) + 1);
    while (run.length > 0 && LEADS.has((run[0]?.text ?? '').toLowerCase())) run.shift();
    phrases.push(...phraseOf(run, (from, to) => text.slice(from, to), verb));
    run = [];
    verb = next;
  };
  let before = within.start;
  for (const word of words) {
    const own = word.text.toLowerCase();
    if (
      MARK.test(text.slice(before, word.start)) ||
      besides.some(({ start, end }) => start < word.start && end > before)
    )
      close();
    before = word.end;
    if (besides.some(({ start, end }) => word.start < end && start < word.end)) close();
    else if (PAST.test(own) && run.length > 0) close(own);
    else if (JOINS.has(own) || !isQuestionWord(own)) run.push(word);
    else close(own);
  }
  close();
  return phrases;
}
