import type { Span } from '../domain/report.ts';
import { words } from '../lexicon/lexicon.ts';
import { hereOrEverywhere } from '../lexicon/names.ts';
import { isQuestionWord } from '../lexicon/question-words.ts';
import { findDates } from '../quantities/dates.ts';
import { contentOf, tagWords } from '../text/tag-words.ts';
import { holdsHan } from '../text/holds-letters.ts';
import { joinHan } from '../text/white-space.ts';
import { hanAtStart } from '../text/starts-with.ts';

/** One of the things that a question compares, as it is named. */
export interface Phrase extends Span {
  text: string;
  /** Its words that none of the others has. */
  own: readonly string[];
}

/** A word of a question. */
export interface Word extends Span {
  text: string;
  /** It is said to have something: `Hull's`. */
  isOwner: boolean;
}

const BETWEEN = words('compare/between');
/** `甲是乙的几倍`. */
const IS = words('comparison shape/is');
const RATIO = words('compare/ratio');
const ASKING = words('compare');
const ASKS = words('question/asks');
/** What the question names after the things: `的`, a mark. */
const MEASURED = words('overview/measured');
const OF = words('comparison shape/of');
const LEADS = words('comparison shape/leads');
/** As jieba tags people, places, organisations and other names. */
const NAME = /^n[rstz]/u;
/** Between things that are listed. */
const LIST_MARK = /[、,，+]\s*(?:the\s+)?$/u;
const CAPITAL = /^\p{Lu}|^\d/u;
const MARK = /[，,。；;：:？?！!、]/u;

/** Things side by side, in the order of the question. */
export type Phrases = readonly [Phrase, Phrase, ...Phrase[]];

/**
 * The things side by side that a question compares, and what stands between the last two.
 * @param onlySure nothing else in the question compares: `and` does not
 */
export function phrasesBeside(text: string, onlySure: boolean): { things: Phrases; connective: Span } | undefined {
  if (!onlySure) {
    const things = namesBeside(text);
    if (things) return { things, connective: { start: things[0].end, end: things[0].end } };
  }
  for (const connective of connectivesIn(text, onlySure)) {
    const before = wordsBefore(text, connective.start);
    const behind = wordsBehind(text, connective.end);
    const [one, other] = holdsHan(text) ? alignChinese(before, behind, text) : alignEnglish(before, behind, text);
    const things = phrasesOf([...listedBefore(one, other, text), one, other], text);
    if (things && (connective.isSure || isCompared(things.at(-1) ?? things[1], text))) return { things, connective };
  }
  return undefined;
}

/** All of them, each with the words that none of the others has; undefined when one has none. */
export function phrasesOf(listed: readonly Word[][], text: string): Phrases | undefined {
  const [first, second, ...others] = listed.flatMap((each) => phraseOf(each, listed, text) ?? []);
  return first && second && others.length + 2 === listed.length ? [first, second, ...others] : undefined;
}

/** `A、B和C`, `A, B and C`: what is listed before the first of two things. */
function listedBefore(one: readonly Word[], other: Word[], text: string): Word[][] {
  const mark = LIST_MARK.exec(text.slice(0, one[0]?.start ?? 0));
  if (one.length === 0 || !mark) return [];
  const before = wordsBefore(text, mark.index);
  const [thing] = holdsHan(text) ? alignChinese(before, other, text) : alignEnglish(before, other, text);
  // `In 2021, A or B`: a time is none of them.
  const isTime = thing.every(({ start }) => findDates(text).some((date) => date.start <= start && start < date.end));
  return isTime ? [] : [...listedBefore(thing, other, text), thing];
}

/** `北京上海`: exactly two names of one kind with nothing between them. */
function namesBeside(text: string): readonly [Phrase, Phrase] | undefined {
  const named = tagWords(text).filter(({ tag, text: word }) => NAME.test(tag) && word.length > 1);
  const [first, second, ...others] = named;
  if (!first || !second || others.length > 0) return undefined;
  const isBeside = first.tag === second.tag && text.slice(first.start + first.text.length, second.start).trim() === '';
  const phrase = ({ text: word, start }: { text: string; start: number }): Phrase => ({
    text: word,
    start,
    end: start + word.length,
    own: [word],
  });
  return isBeside ? [phrase(first), phrase(second)] : undefined;
}

/** The surest first: `or` and `than` stand between what is compared, `and` may stand anywhere. */
function connectivesIn(text: string, onlySure: boolean): (Span & { isSure: boolean })[] {
  const found = BETWEEN.find(text)
    .filter(({ start, end }) => isOutside(text, start, end))
    .concat(RATIO.isIn(text) ? IS.find(text) : [])
    .map(({ start, end, class: kind }) => ({ start, end, isSure: kind.endsWith('/sure') || kind.endsWith('/is') }));
  return [...found.filter(({ isSure }) => isSure), ...(onlySure ? [] : found.filter(({ isSure }) => !isSure))];
}

/** `A和B…谁高`, `A和B，谁高`: what compares stands in the same clause, or begins the next; in English anywhere. */
function isCompared({ end }: Phrase, text: string): boolean {
  const [same = '', next = ''] = text.slice(end).split(MARK);
  if (!holdsHan(text)) return true;
  return ASKING.isIn(same) || ASKING.atStart(next.trim()) !== undefined;
}

/** 比 in 比例 and 和 in 和平 are no words: jieba cuts them otherwise. */
function isOutside(text: string, start: number, end: number): boolean {
  if (!holdsHan(text.slice(start, end))) return true;
  // What jieba does not know it may have joined to what stands before: 云比.
  return tagWords(text).some(({ start: from, text: word, tag }) => {
    const to = from + word.length;
    return (from >= start && to <= end) || (tag === 'x' && from <= start && to >= end);
  });
}

/** Words up to a place, back to a mark, to a word that compares or to one that only asks. */
function wordsBefore(text: string, end: number): Word[] {
  // `云差` is no word where `差几` asks.
  const from = ASKING.find(text).findLast((form) => form.end <= end && form.end - form.start > 1)?.end ?? 0;
  const cutAll = cutWords(text.slice(from, end), from);
  // `did A get than`: what only asks stands between the thing and the word that compares.
  const last = cutAll.findLastIndex((word) => holdsHan(word.text) || !isQuestionWord(word.text));
  const all = cutAll.slice(0, last + 1);
  const stop = all.findLastIndex((word) => isStop(word, text));
  return all.slice(stop + 1);
}

function wordsBehind(text: string, start: number): Word[] {
  const to = ASKING.find(text).find((form) => form.start >= start && form.end - form.start > 1)?.start;
  const all = cutWords(text.slice(start, to), start);
  // `the`, `a`: what only leads up to a thing; 谁 is a thing that is asked for.
  const first = all.findIndex((word) => holdsHan(word.text) || !isQuestionWord(word.text));
  const rest = first < 0 ? [] : all.slice(first);
  const stop = rest.findIndex((word) => isStop(word, text));
  const thing = stop < 0 ? rest : rest.slice(0, stop);
  return thing.length > 1 && OF.is(thing.at(-1)?.text ?? '') && !OF.isIn(text.slice(0, start))
    ? thing.slice(0, -1)
    : thing;
}

/** Cuts a stretch of a question into words, placed in the whole. */
export function cutWords(text: string, offset: number): Word[] {
  const found = holdsHan(text)
    ? tagWords(text).map(({ text: word, start }) => ({ text: word, start }))
    : [...text.matchAll(/[\p{L}\p{N}&'’.%-]+|[，,。；;：:？?！!、]/gu)].map(({ 0: word, index }) => ({
        text: word,
        start: index,
      }));
  return found
    .filter(({ text: word }) => word.trim() !== '')
    .map(({ text: raw, start }) => {
      const word = raw.replace(/['’]s$/u, '');
      return { text: word, start: start + offset, end: start + offset + word.length, isOwner: word !== raw };
    });
}

export function isStop({ text: word, start, end }: Word, whole: string): boolean {
  if (MARK.test(word) || LEADS.is(word)) return true;
  if (!holdsHan(word) && isQuestionWord(word)) return true;
  return [...ASKING.find(whole), ...ASKS.find(whole)].some((form) => form.start < end && start < form.end);
}

/**
 * `上海5G室内小站` and `室外基站` share what stands before; `甲公司` and `乙公司的费用` what stands behind 的: each
 * side is what the two do not share.
 */
function alignChinese(before: Word[], behind: Word[], text: string): [Word[], Word[]] {
  // `给甲行业服务的和给乙行业服务的`: the thing itself is left out.
  if (OF.is(behind.at(-1)?.text ?? '')) return [before, behind];
  // `专利数中国和美国谁多`: names stand beside names.
  const [last, first] = [before.at(-1), behind[0]];
  if (last && first && isName(last) && isName(first)) return [[last], [first]];
  const [one, other] = [upToOf(before), upToOf(behind)].map((phrase) => withoutMeasure(phrase, text));
  if (!one || !other) return [before, behind];
  const length = lengthOf(other);
  const from = one.findLastIndex((_, at) => lengthOf(one.slice(at)) >= length);
  return [one.slice(Math.max(0, from)), other];
}

function isName({ text: word }: Word): boolean {
  return word.length > 1 && NAME.test(tagWords(word)[0]?.tag ?? '') && tagWords(word).length === 1;
}

function lengthOf(phrase: readonly Word[]): number {
  return phrase.reduce((sum, { text }) => sum + text.length, 0);
}

/** Without what is measured of a thing, when and where: `谷歌云全球份额`. */
function withoutMeasure(phrase: Word[], text: string): Word[] {
  const thing = withoutTimeBefore(phrase, text);
  const first = thing.findIndex(({ text: word, start }, at) => at > 0 && isOfMeasure(word, start, text));
  return first < 0 ? thing : thing.slice(0, first);
}

/** `2020年北岸码头`: when it is of stands before the thing. */
function withoutTimeBefore(phrase: Word[], text: string): Word[] {
  const first = phrase.findIndex(({ start }) => !isOfTime(start, text));
  return first < 0 ? phrase : phrase.slice(first);
}

function isOfTime(at: number, text: string): boolean {
  return findDates(text).some(({ start, end }) => start <= at && at < end);
}

function isOfMeasure(word: string, start: number, text: string): boolean {
  return isOfTime(start, text) || MEASURED.isIn(word) || hereOrEverywhere().some((forms) => forms.includes(word));
}

/** The words before the last 的 that joins a thing to what is measured of it. */
function upToOf(phrase: Word[]): Word[] {
  const at = phrase.findLastIndex(({ text }) => OF.is(text));
  return at > 0 && at < phrase.length - 1 ? phrase.slice(0, at) : phrase.filter(({ text }) => !OF.is(text));
}

/** What is measured may go on behind the second: it has no more words than the first. */
function alignEnglish(before: Word[], behind: Word[], text: string): [Word[], Word[]] {
  // `A's share than B's`: what is measured is no part of the thing.
  const owner = before.findIndex(({ isOwner }) => isOwner);
  const ownerBehind = behind.findIndex(({ isOwner }) => isOwner);
  if (owner < 0 && ownerBehind >= 0) return [ownerBefore(text, behind), behind.slice(0, ownerBehind + 1)];
  const one = owner < 0 ? before : before.slice(0, owner + 1);
  // `larger in A than B`, `does A grow more than B`: names stand beside names.
  const [first] = behind;
  if (first && CAPITAL.test(first.text) && CAPITAL.test(one.at(-1)?.text ?? ''))
    return [one.slice(one.findLastIndex(({ text: word }) => !CAPITAL.test(word)) + 1), namesFrom(behind)];
  const isWhole = behind.length <= one.length + 1 && !MEASURED.isIn(behind.at(-1)?.text ?? '');
  return [one, isWhole ? behind : behind.slice(0, Math.max(1, one.length))];
}

function namesFrom(behind: Word[]): Word[] {
  const end = behind.findIndex(({ text: word }) => !CAPITAL.test(word));
  return end < 0 ? behind : behind.slice(0, end);
}

/** `Is A's capacity larger than B's`: whose what is measured is stands before it. */
function ownerBefore(text: string, [first]: readonly Word[]): Word[] {
  const all = cutWords(text.slice(0, first?.start ?? 0), 0);
  const end = all.findLastIndex(({ isOwner }) => isOwner);
  const own = all.slice(0, end + 1);
  return own.slice(own.findLastIndex((word) => isStop(word, text)) + 1);
}

function phraseOf(phrase: readonly Word[], listed: readonly Word[][], text: string): Phrase | undefined {
  const [first, last] = [phrase[0], phrase.at(-1)];
  if (!first || !last) return undefined;
  const others = new Set(
    listed.filter((each) => each !== phrase).flatMap((each) => each.map((word) => word.text.toLowerCase())),
  );
  const own = phrase.map((word) => word.text).filter((word) => !others.has(word.toLowerCase()) && isContent(word));
  return own.length === 0
    ? undefined
    : { text: closed(text.slice(first.start, last.end)), start: first.start, end: last.end, own };
}

/** Without what was put between names and words. */
function closed(text: string): string {
  return joinHan(text);
}

/** 北岸 and 以上 tell things apart that are otherwise called the same. */
function isContent(word: string): boolean {
  return /^\p{N}/u.test(word) || hanAtStart(word).length > 1 || tagWords(word).some((one) => contentOf(one) > 0);
}
