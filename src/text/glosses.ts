import { stemmer } from 'stemmer';

/** A dictionary entry: a simplified Chinese word with its English senses. */
export interface DictionaryEntry {
  word: string;
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
}

/** The same as tables, before they are stored. */
export interface GlossTables {
  toChinese: Map<string, Translation[]>;
  toEnglish: Map<string, Translation[]>;
}

/** Longest phrase that is looked up, in words. */
export const PHRASE_WORDS = 5;
/** A later sense, and a later synonym within a sense, is meant less often. */
const SENSE_DECAY = 0.35;
const PIECE_DECAY = 0.15;
/** One character has many meanings; a word marked as literary and the like is rarely used. */
const ONE_CHARACTER = 0.35;
const RARE = 0.4;
const RARE_MARK = /\((?:literary|archaic|old|slang|dialect|coll\.|bound form|classical|poetic|Tw|Cantonese|Buddhism|loanword)[^)]*\)/iu;
const NO_GLOSS = /^(?:surname|variant of|old variant|erhua variant|Japanese variant|see |see also|also written|CL:|used in|abbr\. |classifier|same as|equivalent to|Kangxi radical|\(?onom)/iu;
/** A word that is only a part of a translation. */
const PART = 0.15;
/** Translations of one phrase that are kept, best first. */
const KEPT = 60;

/** Makes the tables of a dictionary. */
export function buildGlosses(entries: Iterable<DictionaryEntry>): GlossTables {
  const toChinese = new Map<string, Translation[]>();
  const toEnglish = new Map<string, Translation[]>();
  for (const { word, senses } of entries) {
    for (const { text, weight } of glossesOf(word, senses)) {
      for (const form of formsOf(word)) {
        add(toChinese, text, { text: form, weight });
        add(toEnglish, form, { text, weight });
        for (const part of partsOf(text)) add(toChinese, part, { text: form, weight: PART * weight });
      }
    }
  }
  for (const translations of [...toChinese.values(), ...toEnglish.values()]) {
    translations.sort((a, b) => b.weight - a.weight);
    translations.splice(KEPT);
  }
  return { toChinese, toEnglish };
}

/** The words of a longer phrase: `be reborn` says something of `reborn`, too. */
function partsOf(phrase: string): string[] {
  const words = phrase.split(' ');
  return words.length === 1 || words.length > 3 ? [] : words.filter((word) => word.length >= 4);
}

/** English words as keys: stems joined by a space, without articles and the `to` of a verb. */
export function stemPhrase(phrase: string): string {
  const words = phrase.toLowerCase().match(/[a-z]+(?:'[a-z]+)?|\d+/gu) ?? [];
  return words.filter((word) => !/^(?:to|a|an|the|of|sb|sth|one|s)$/u.test(word)).map((word) => stemmer(word.replace(/'s?$/u, ''))).join(' ');
}

function glossesOf(word: string, senses: string[]): Translation[] {
  const own = word.length === 1 ? ONE_CHARACTER : 1;
  return senses.flatMap((sense, senseIndex) => {
    if (NO_GLOSS.test(sense)) return [];
    const rare = RARE_MARK.test(sense) ? RARE : 1;
    return piecesOf(sense).flatMap((piece, pieceIndex) => {
      const text = stemPhrase(piece);
      const words = text === '' ? 0 : text.split(' ').length;
      if (words === 0 || words > PHRASE_WORDS) return [];
      return [{ text, weight: (own * rare) / (1 + SENSE_DECAY * senseIndex + PIECE_DECAY * pieceIndex) }];
    });
  });
}

/** A place is named with and without what it is: 深圳市, 深圳. */
function formsOf(word: string): string[] {
  return /^.{2,}[市省县区]$/u.test(word) ? [word, word.slice(0, -1)] : [word];
}

function piecesOf(sense: string): string[] {
  const bare = sense.replaceAll(/\([^)]*\)|\[[^\]]*\]/gu, ' ');
  return bare.split(';').flatMap((piece) => {
    // `Shenzhen subprovincial city in Guangdong`, `Kowloon City, Hong Kong`: the name, not where it is.
    const name = NAME.exec(piece)?.[0];
    if (name !== undefined) return piece.trim() === name.trim() ? [piece] : [piece.split(',')[0] ?? piece, name];
    const parts = piece.split(',');
    return parts.every((part) => part.trim().split(/\s+/u).length <= 3) ? parts : [piece];
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
