import { words } from '../lexicon/lexicon.ts';
import { onlyAsks } from '../lexicon/question-words.ts';
import { findDates } from '../quantities/dates.ts';
import { findOrders } from '../quantities/orders.ts';
import { numeralsIn } from '../text/numerals.ts';
import { isHan } from '../text/holds-letters.ts';
import type { TaggedWord } from '../text/tag-words.ts';
import { contentOf, tagWords, wordParts } from '../text/tag-words.ts';
import { atSpaces } from '../text/white-space.ts';

/** Which of several things are asked for, by their figures. */
export interface ReadTop {
  /** How many, and from which place on: 1 is the first. */
  count: number;
  from: number;
  /** The smallest first. */
  isLeast: boolean;
  /** What is asked of them. */
  asked: readonly string[];
}

const TOP = words('list/top');
const MOST = words('list/most');
const LEAST = words('list/least');
const ORDER = words('list');
const ASKS_SHARE = words('figure asked/share');
const RANKED = words('list/ranked');
/** 谁, 哪家, `which`. */
const ASKS_WHO = words('asks who');
/** Where the question gives no number. */
const SEVERAL = 3;
/** Characters of a word that may be made of two. */
const COMPOUND = 4;
const ENGLISH = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Reads which of several things a question asks for; undefined when it asks for no order. */
export function readTop(question: string, place = 1): ReadTop | undefined {
  const text = withoutTimes(question.normalize('NFKC'));
  const several = TOP.first(text);
  const own = place === 1 ? placeIn(text) : undefined;
  const from = own ?? place;
  if (!several && !MOST.isIn(text) && !LEAST.isIn(text) && from === 1) return undefined;
  return {
    count: several && own === undefined ? numberIn(several.text) : 1,
    from,
    isLeast: LEAST.isIn(text) && !MOST.isIn(text),
    // `占比最大`: a share is told by its unit; `排第四`: that things are in order says nothing of them.
    asked: tagWords(ASKS_SHARE.blank(ORDER.blank(RANKED.blank(text))))
      .filter((word) => contentOf(word) > 0 && !onlyAsks(word.text))
      .flatMap((word) => pieces(word)),
  };
}

/** `基建投资`: of what is made of two words each may stand for itself. */
function pieces(word: TaggedWord): string[] {
  const parts = word.text.length < COMPOUND || !isHan(word.text) ? [] : wordParts(word);
  const isWhole = parts.length < 2 || parts.some(({ text }) => text.length < 2);
  return isWhole ? [word.text] : parts.map(({ text }) => text);
}

/** `排第四的是谁`: the one place that is asked for. */
function placeIn(text: string): number | undefined {
  const [only, ...others] = findOrders(text).map(({ rank }) => rank);
  return typeof only === 'number' && only > 1 && others.length === 0 && ASKS_WHO.isIn(text) ? only : undefined;
}

/** `第一季度` is no first place. */
function withoutTimes(text: string): string {
  return findDates(text).reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );
}

function numberIn(text: string): number {
  const english = ENGLISH.findIndex((word) => atSpaces(text.toLowerCase()).includes(word)) + 1;
  if (english > 0) return english;
  return numeralsIn(text).find((number) => Number.isInteger(number) && number > 0) ?? SEVERAL;
}
