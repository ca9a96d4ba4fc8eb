import type { Span } from '../domain/report.ts';
import { words } from '../lexicon/lexicon.ts';
import type { FoundName, Names } from '../lexicon/names.ts';
import { findCalendar } from '../quantities/calendar.ts';
import { pairIn } from '../text/pairs.ts';
import { holdsHan, holdsWord } from '../text/holds-letters.ts';
import type { TaggedWord } from '../text/tag-words.ts';
import { tagWords } from '../text/tag-words.ts';
import { namedIn } from './named-things.ts';

/** What may stand between names that stand side by side. */
const BETWEEN = words('side by side');
/** Something is wanted of each of several. */
const SHARED_OUT = words('question/of each');
/** As jieba tags what ends a name: numbers, times, adverbs, prepositions, pronouns, places within and particles. */
const NO_NAME = /^(?:[mtdprufcy])/u;
/** Words of a name at most, on either side of the mark that parts it from the next. */
const WORDS = 6;

/** Things that a text names side by side, and where: the first one's start, the last one's end. */
export interface SideBySide extends Span {
  members: string[];
}

/**
 * The things that a text names side by side: names with nothing but `and` or a comma between them, what a list with
 * `、` holds where something is asked of each, else a pair of places, years or things.
 */
export function sideBySide(text: string, names: Names): SideBySide | undefined {
  const known = knownSideBySide(text, namedIn(text, names));
  const listed = holdsHan(text) ? listedWhereSharedOut(text) : undefined;
  if (listed && listed.members.length > (known?.members.length ?? 0)) return listed;
  return known ?? pairOf(text);
}

function knownSideBySide(text: string, named: readonly FoundName[]): SideBySide | undefined {
  for (let from = 0; from < named.length; from++) {
    let to = from;
    while (to + 1 < named.length && isBetween(text.slice(endOf(named[to]), named[to + 1]?.start))) to += 1;
    if (to > from)
      return {
        members: named.slice(from, to + 1).map((name) => name.text),
        start: named[from]?.start ?? 0,
        end: endOf(named[to]),
      };
  }
  return undefined;
}

function pairOf(text: string): SideBySide | undefined {
  const pair = pairIn(text);
  if (!pair) return undefined;
  const start = text.indexOf(pair[0]);
  return { members: pair, start, end: text.indexOf(pair[1], start + pair[0].length) + pair[1].length };
}

function isBetween(text: string): boolean {
  const between = text.replace(/^['’]s\s+/u, '').replace(/\bthe\s+$/u, '');
  return BETWEEN.isIn(between) && BETWEEN.blank(between).trim() === '';
}

function endOf(name: FoundName | undefined): number {
  return name ? name.start + name.text.length : 0;
}

/** `A、B合建，投资和开支分别省多少`: what is shared out stands in the clause that says so. */
function listedWhereSharedOut(text: string): SideBySide | undefined {
  for (const { 0: clause, index } of text.matchAll(/[^，,]+/gu)) {
    const listed = SHARED_OUT.isIn(clause) ? listedIn(clause) : undefined;
    if (listed) return { ...listed, start: listed.start + index, end: listed.end + index };
  }
  return undefined;
}

/** `2021年青…` holds no `年青`. */
function withoutTimes(text: string): string {
  return findCalendar(text, undefined).reduce(
    (rest, { start, end }) => rest.slice(0, start) + '。'.repeat(end - start) + rest.slice(end),
    text,
  );
}

/**
 * The members of a list with `、`, known as names or not. Those within are bounded by marks on both sides; the first
 * and the last, which the sentence goes on from, are as long as these as far as words allow.
 */
function listedIn(text: string): SideBySide | undefined {
  const tagged = tagWords(withoutTimes(text));
  const marks = tagged.flatMap((word, at) => (word.text === '、' ? [at] : []));
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const and = tagged.findIndex((word, at) => at > last && BETWEEN.is(word.text));
  const isAnd = and > last && isName(tagged.slice(last + 1, and));
  const bounds = isAnd ? [...marks, and] : marks;
  const within = bounds.slice(1).map((end, at) => tagged.slice((bounds[at] ?? 0) + 1, end));
  if (!within.every(isName)) return undefined;
  const before = nameEnds(tagged.slice(0, first).toReversed()).map((name) => name.toReversed());
  const after = nameEnds(tagged.slice((bounds.at(-1) ?? 0) + 1));
  const head = likest(before, within);
  const tail = head && likest(after, [...within, head]);
  if (!head || !tail) return undefined;
  const members = [head, ...within, tail].map(textOf);
  const end = (tagged[bounds.at(-1) ?? 0]?.start ?? 0) + 1;
  return {
    members,
    start: (tagged[first]?.start ?? 0) - textOf(head).length,
    end: text.indexOf(textOf(tail), end) + textOf(tail).length,
  };
}

function isName(tagged: readonly TaggedWord[]): boolean {
  return tagged.length > 0 && tagged.length <= WORDS && tagged.every((word) => isOfName(word));
}

function isOfName({ text, tag }: TaggedWord): boolean {
  return !NO_NAME.test(tag) && holdsWord(text);
}

/** Each beginning of some words that may be a name, up to the first that cannot be of one. */
function nameEnds(tagged: readonly TaggedWord[]): TaggedWord[][] {
  const stop = tagged.findIndex((word) => !isOfName(word) || SHARED_OUT.isIn(word.text));
  const length = Math.min(stop < 0 ? tagged.length : stop, WORDS);
  return Array.from({ length }, (_, at) => tagged.slice(0, at + 1));
}

/** The name that ends as others do (`股份`), and is most nearly as long as they are; without others the longest. */
function likest(names: readonly TaggedWord[][], others: readonly TaggedWord[][]): TaggedWord[] | undefined {
  if (others.length === 0) return names.at(-1);
  const mean = others.reduce((sum, other) => sum + textOf(other).length, 0) / others.length;
  const farness = (name: readonly TaggedWord[]) => Math.abs(textOf(name).length - mean);
  const endsAlike = (name: readonly TaggedWord[]) =>
    name.length > 1 && others.some((other) => other.length > 1 && other.at(-1)?.text === name.at(-1)?.text);
  return names.toSorted((a, b) => Number(endsAlike(b)) - Number(endsAlike(a)) || farness(a) - farness(b))[0];
}

function textOf(tagged: readonly TaggedWord[]): string {
  return tagged.map(({ text }) => text).join('');
}
