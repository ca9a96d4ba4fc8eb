import type { NameReader } from '../dictionary/read-names.ts';
import { transliteratedRuns } from '../dictionary/transliteration.ts';
import type { Span } from '../domain/report.ts';
import { isPersonAt } from '../lexicon/person-names.ts';
import type { TaggedWord } from '../text/tag-words.ts';
import { isHan } from '../text/holds-letters.ts';

/** Words that a name of the dictionary is cut into, at most, and its characters. */
const MOST_WORDS = 4;
const MOST_CHARACTERS = 8;
/** Shorter runs of characters that spell foreign names are words as often. */
const SHORTEST_RUN = 3;
/** Numbers, times, counted units, marks and what says nothing: no part of a name that is put together. */
const NO_PART = /^(?:m|t|q|u|p|c|w|d|r)/u;
/** What jieba guesses to be a name, or leaves of one. */
const GUESSED = /^(?:nr|ns|nz|nt|x)/u;
const REST = /^n?g$/u;
const NAME = 'nr';

/**
 * The words of a Chinese text with its names in one piece: those that the dictionary has and jieba cuts, and runs of
 * the characters that spell foreign names, so that a name is the same word wherever it stands.
 */
export function joinNames(words: readonly TaggedWord[], text: string, names: NameReader): TaggedWord[] {
  return joinPersons(joinKnown(joinSpelled(words, text, names), names), text);
}

/** A family name that is cut off goes with what follows it, where a title stands before or one speaks behind. */
function joinPersons(words: readonly TaggedWord[], text: string): TaggedWord[] {
  const persons = words.flatMap((family, at) => {
    const given = words[at + 1];
    if (given?.start !== endOf(family) || !isPersonAt(text, family.start, endOf(given))) return [];
    return family.tag === NAME && family.text.length === 1
      ? [{ text: family.text + given.text, start: family.start, tag: NAME }]
      : [];
  });
  if (persons.length === 0) return [...words];
  const others = words.filter(({ start }) => !persons.some((one) => start >= one.start && start < endOf(one)));
  return [...others, ...persons].toSorted((a, b) => a.start - b.start);
}

function joinKnown(words: readonly TaggedWord[], names: NameReader): TaggedWord[] {
  const [first] = words;
  if (!first) return [];
  const name = nameAt(words.slice(0, MOST_WORDS), names);
  return name === undefined
    ? [first, ...joinKnown(words.slice(1), names)]
    : [name, ...joinKnown(behind(words, endOf(name)), names)];
}

/** The longest name of the dictionary that several words begin, the last of which may be a guess that runs on. */
function nameAt(words: readonly TaggedWord[], { isNamed, englishOf }: NameReader): TaggedWord | undefined {
  for (let length = words.length; length > 1; length--) {
    const parts = words.slice(0, length);
    const last = parts.at(-1);
    const whole = parts.map(({ text }) => text).join('');
    const isApart = parts.some(({ text, tag }) => NO_PART.test(tag) || !isHan(text));
    if (!last || isApart || whole.length > MOST_CHARACTERS) continue;
    const isGuess = last.tag === 'x' && englishOf(last.text).length === 0;
    const least = isGuess ? whole.length - last.text.length + 1 : whole.length;
    for (let end = whole.length; end >= least; end--)
      if (isNamed(whole.slice(0, end))) return { text: whole.slice(0, end), start: parts[0]?.start ?? 0, tag: NAME };
  }
  return undefined;
}

/** The words from a place on; of one that runs over it, what is left. */
function behind(words: readonly TaggedWord[], from: number): TaggedWord[] {
  return words.flatMap((word) => {
    if (endOf(word) <= from) return [];
    return [word.start >= from ? word : { ...word, start: from, text: word.text.slice(from - word.start) }];
  });
}

function joinSpelled(words: readonly TaggedWord[], text: string, names: NameReader): readonly TaggedWord[] {
  const isUnknown = ({ text: own, tag }: TaggedWord) => GUESSED.test(tag) && names.englishOf(own).length === 0;
  const isPart = (word: TaggedWord, run: Span) =>
    isUnknown(word) ||
    ((GUESSED.test(word.tag) || REST.test(word.tag)) && word.start >= run.start && endOf(word) <= run.end);
  let from = 0;
  const runs = transliteratedRuns(text).flatMap((run) => {
    const start = text.indexOf(run, from);
    from = start + run.length;
    // A word of the dictionary that only begins or ends in the run is none of the name.
    const inside = words.filter((word) => word.start < from && word.start + word.text.length > start);
    const own = inside.filter((word) => isPart(word, { start, end: from }));
    const [first] = own;
    const last = own.at(-1);
    if (!first || !last || !own.some((word) => isUnknown(word))) return [];
    const span = { start: Math.max(start, first.start), end: Math.min(from, endOf(last)) };
    const isWhole = own.length === 1 && first.start === span.start && endOf(first) === span.end;
    return isWhole || span.end - span.start < SHORTEST_RUN ? [] : [span];
  });
  if (runs.length === 0) return words;
  const left = words.flatMap((word) => {
    const run = runs.find(({ start, end }) => word.start < end && endOf(word) > start);
    if (!run) return [word];
    const rest = [
      { ...word, text: text.slice(word.start, Math.max(word.start, run.start)) },
      { ...word, start: run.end, text: text.slice(run.end, Math.max(run.end, endOf(word))) },
    ];
    return rest.filter(({ text: own }) => own !== '');
  });
  const found = runs.map(({ start, end }) => ({ text: text.slice(start, end), start, tag: NAME }));
  return [...left, ...found].toSorted((a, b) => a.start - b.start);
}

function endOf({ start, text }: TaggedWord): number {
  return start + text.length;
}
