import { stemmer } from 'stemmer';
import { words as wordsOfClass } from '../lexicon/lexicon.ts';
import type { NamePair, SoundTable } from './transliteration.ts';
import { isTransliterated, learnSpellings, lettersOf } from './transliteration.ts';
import { atSpaces } from '../text/white-space.ts';

/** A dictionary entry: a simplified Chinese word with its English senses. */
export interface DictionaryEntry {
  word: string;
  /** The sound of each character, without its tone; empty when the dictionary does not give one for each. */
  syllables: string[];
  senses: string[];
}

/** A translation with how likely it is meant: 1 for the first sense of a word, less for later and rarer ones. */
export interface Translation {
  text: string;
  weight: number;
}

/** Translations of a key: a simplified word, or an English phrase as stems joined by a space; best first. */
export type Lookup = (key: string) => Translation[];

/** Translations both ways. */
export interface Glosses {
  toChinese: Lookup;
  toEnglish: Lookup;
  /** How Chinese characters spell foreign names. */
  sounds(): SoundTable;
}

/** The same as tables, before they are stored. */
export interface GlossTables {
  toChinese: Map<string, Translation[]>;
  toEnglish: Map<string, Translation[]>;
  sounds: SoundTable;
}

/** Longest phrase that is looked up, in words. */
export const PHRASE_WORDS = 5;
/** A later sense, and a later synonym within a sense, is meant less often. */
const SENSE_DECAY = 0.35;
const PIECE_DECAY = 0.15;
/** One character has many meanings; a word marked as literary and the like is rarely used. */
const ONE_CHARACTER = 0.35;
const RARE = 0.4;
/** `(literary)`: how a gloss marks what is rare; and with what it begins where it translates nothing. */
const RARE_MARK = wordsOfClass('gloss/rare');
const BRACKETS = /\(([^)]{0,400})\)/gu;
const NO_GLOSS = wordsOfClass('gloss/none');
const KIND_OF_PLACE = wordsOfClass('kind of place');
/** A word that is only a part of a translation. */
export const PART = 0.15;
/** Letters of a foreign name for each of its characters, at most. */
const MOST_LETTERS = 5;
/** Translations of one phrase that are kept, best first. */
const KEPT = 60;

/** Makes the tables of a dictionary. */
export function buildGlosses(entries: Iterable<DictionaryEntry>): GlossTables {
  const toChinese = new Map<string, Translation[]>();
  const toEnglish = new Map<string, Translation[]>();
  const pairs: (NamePair & { word: string })[] = [];
  const readings = new Map<string, Map<string, number>>();
  for (const entry of entries) {
    const { word, senses } = entry;
    pairs.push(...namePairs(entry));
    countReadings(entry, readings);
    for (const { text, weight, isName } of glossesOf(word, senses)) {
      for (const form of formsOf(word)) {
        add(toChinese, isName ? nameKey(text) : text, { text: form, weight });
        add(toEnglish, form, { text, weight });
        for (const part of partsOf(text)) add(toChinese, part, { text: form, weight: PART * weight });
      }
    }
  }
  for (const translations of [...toChinese.values(), ...toEnglish.values()]) {
    translations.sort((a, b) => b.weight - a.weight);
    translations.splice(KEPT);
  }
  return {
    toChinese,
    toEnglish,
    sounds: { syllableOf: syllables(pairs), spellings: learnSpellings(pairs), readings: common(readings) },
  };
}

/** A reading that a character has in fewer of its words than this share is left out. */
const RARE_READING = 0.05;

function countReadings({ word, syllables: sounds }: DictionaryEntry, readings: Map<string, Map<string, number>>): void {
  const characters = [...word];
  if (characters.length !== sounds.length) return;
  characters.forEach((character, at) => {
    const counts = readings.get(character) ?? new Map<string, number>();
    const syllable = (sounds[at] ?? '').replace('v', 'u');
    readings.set(character, counts.set(syllable, (counts.get(syllable) ?? 0) + 1));
  });
}

function common(readings: Map<string, Map<string, number>>): Map<string, string[]> {
  return new Map(
    [...readings].map(([character, counts]) => {
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const often = [...counts].filter(([, count]) => count >= RARE_READING * total);
      return [character, often.toSorted((a, b) => b[1] - a[1]).map(([syllable]) => syllable)];
    }),
  );
}

/** A foreign name as one word in both scripts; a Chinese name in Latin letters is none. */
function namePairs({ word, syllables: sounds, senses }: DictionaryEntry): (NamePair & { word: string })[] {
  if (sounds.length !== word.length || !isTransliterated(word)) return [];
  const name = senses
    .map((sense) => /^(?<name>\p{Lu}[\p{L}'-]{2,})(?:,| \(|$)/u.exec(sense)?.groups?.['name'])
    .find((found) => found !== undefined);
  const letters = lettersOf(name ?? '');
  return letters === '' || letters === sounds.join('') || letters.length > MOST_LETTERS * sounds.length
    ? []
    : [{ word, syllables: sounds, name: letters }];
}

/** What each character sounds like in names, by the names that hold it. */
function syllables(pairs: (NamePair & { word: string })[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { word, syllables: sounds } of pairs) {
    [...word].forEach((character, at) => {
      const known = counts.get(character) ?? new Map<string, number>();
      counts.set(character, known.set(sounds[at] ?? '', (known.get(sounds[at] ?? '') ?? 0) + 1));
    });
  }
  return new Map(
    [...counts].map(([character, sounds]) => [character, [...sounds].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '']),
  );
}

/** The words of a longer phrase: `be reborn` says something of `reborn`, too. */
function partsOf(phrase: string): string[] {
  const words = phrase.split(' ');
  return words.length === 1 || words.length > 3 ? [] : words.filter((word) => word.length >= 4);
}

/** The key of a name of one word: `Grant` is not `grant`. */
export function nameKey(stem: string): string {
  return `=${stem}`;
}

/** English words as keys: stems joined by a space, without articles and the `to` of a verb. */
export function stemPhrase(phrase: string): string {
  const words = phrase.toLowerCase().match(/[a-z]+(?:'[a-z]+)?|\d+/gu) ?? [];
  return words
    .filter((word) => !/^(?:to|a|an|the|of|sb|sth|one|s)$/u.test(word))
    .map((word) => stemmer(word.replace(/'s?$/u, '')))
    .join(' ');
}

function glossesOf(word: string, senses: string[]): (Translation & { isName: boolean })[] {
  const own = word.length === 1 ? ONE_CHARACTER : 1;
  return senses.flatMap((sense, senseIndex) => {
    if (NO_GLOSS.isIn(sense.replace(/^\(/u, ''))) return [];
    const rare = isRare(sense) ? RARE : 1;
    return piecesOf(sense).flatMap((piece, pieceIndex) => {
      const text = stemPhrase(piece);
      const words = text === '' ? 0 : text.split(' ').length;
      if (words === 0 || words > PHRASE_WORDS) return [];
      const isName = words === 1 && /^\s*\p{Lu}\p{Ll}/u.test(piece);
      return [{ text, isName, weight: (own * rare) / (1 + SENSE_DECAY * senseIndex + PIECE_DECAY * pieceIndex) }];
    });
  });
}

function isRare(sense: string): boolean {
  return [...sense.matchAll(BRACKETS)].some(([, inside = '']) => RARE_MARK.atStart(inside) !== undefined);
}

/** A place is named with and without what it is: 深圳市, 深圳. */
function formsOf(word: string): string[] {
  return word.length > 2 && KIND_OF_PLACE.isAtEnd(word) ? [word, word.slice(0, -1)] : [word];
}

function piecesOf(sense: string): string[] {
  const bare = sense.replaceAll(/\([^)]{0,400}\)|\[[^\]]{0,400}\]/gu, ' ');
  return bare.split(';').flatMap((piece) => {
    // `Shenzhen subprovincial city in Guangdong`, `Kowloon City, Hong Kong`: the name, not where it is.
    const name = NAME.exec(piece)?.[0];
    if (name !== undefined) return piece.trim() === name.trim() ? [piece] : [piece.split(',')[0] ?? piece, name];
    const parts = piece.split(',');
    return parts.every((part) => atSpaces(part.trim()).length <= 3) ? parts : [piece];
  });
}

/** Capitalised words at the start. */
const NAME = /^\s*\p{Lu}[\p{L}'.-]*(?:\s+(?:of\s+|the\s+|and\s+)*\p{Lu}[\p{L}'.-]*)*/u;

function add(table: Map<string, Translation[]>, key: string, translation: Translation): void {
  const known = table.get(key);
  const same = known?.find(({ text }) => text === translation.text);
  if (same) same.weight = Math.max(same.weight, translation.weight);
  else if (known) known.push(translation);
  else table.set(key, [translation]);
}
