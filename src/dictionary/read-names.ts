import { remember } from '../text/remember.ts';
import { tagWords } from '../text/tag-words.ts';
import type { Glosses } from './glosses.ts';
import { nameKey, PART, stemPhrase } from './glosses.ts';
import { matchSounds } from './match-sounds.ts';
import { isReadAs } from './pinyin.ts';
import { lettersOf, transliteratedRuns } from './transliteration.ts';
import { isHan } from '../text/holds-letters.ts';

/** Tells English names from words, finds them in Chinese, and knows what Chinese words say. */
export interface NameReader {
  /** True for an English word of the dictionary in any form. */
  isWord(word: string): boolean;
  /** How a Chinese text writes an English name; undefined when it does not hold it. */
  findIn(name: string, text: string): string | undefined;
  /** The single English words for a Chinese word, as stems. */
  englishOf(word: string): string[];
  /** The Chinese words that an English one is translated by first. */
  chineseOf(word: string): string[];
  /** True for an English word with several first translations, all of them verbs. */
  isVerb(word: string): boolean;
  /** True for an English word that the dictionary has as a name, whatever else it says: `Chevron`. */
  isWrittenName(word: string): boolean;
  /** True for an English word that the dictionary has as a name, and besides in longer phrases at most: `Franklin`. */
  isOnlyName(word: string): boolean;
  /** True for a Chinese word that the dictionary has as somebody's or some place's name. */
  isNamed(word: string): boolean;
  /** True for a Chinese word that the dictionary translates by how it is read, or by names alone. */
  isPerson(word: string): boolean;
}

/** A translation that comes later than this among a word's senses proves nothing. */
const LEAST_WEIGHT = 0.5;
/**
 * Mean log probability of a letter from which on two names are one, when a whole run of characters is spelled. Of 1,517
 * names of the dictionary 61 % reach it, and of two that are different 8 in 100,000; shorter runs are alike more often.
 */
const LEAST_SOUND = -1;
const SHORTEST_RUN = 3;
/** Shorter stems are in, on, up and the like. */
const SHORTEST_STEM = 3;
/** Characters of words whose part of speech is remembered. */
const MOST_KEPT = 200_000;
/** Translations that are looked at. */
const FIRST = 4;
/** Characters of a Chinese person's name. */
const PERSON = { least: 2, most: 4 };

/** A reader with a dictionary. */
export function createNameReader(glosses: Glosses): NameReader {
  const senses = (name: string) => [
    ...glosses.toChinese(nameKey(stemPhrase(name))),
    ...glosses.toChinese(stemPhrase(name)),
  ];
  const chineseOf = (word: string) =>
    glosses
      .toChinese(stemPhrase(word))
      .filter(({ weight }) => weight >= LEAST_WEIGHT)
      .slice(0, FIRST)
      .map(({ text }) => text);
  return {
    chineseOf,
    isVerb: remember((word) => {
      const tags = chineseOf(word).map((text) => tagWords(text).map(({ tag }) => tag));
      return tags.length > 1 && tags.every(([first]) => first?.startsWith('v') === true && first !== 'vn');
    }, MOST_KEPT),
    // `One` has no stem of its own.
    isWord: (word) => stemPhrase(word) === '' || glosses.toChinese(stemPhrase(word)).length > 0,
    isWrittenName: (word) => glosses.toChinese(nameKey(stemPhrase(word))).length > 0,
    isOnlyName: (word) =>
      glosses.toChinese(nameKey(stemPhrase(word))).length > 0 &&
      glosses.toChinese(stemPhrase(word)).every(({ weight }) => weight <= PART),
    englishOf: (word) =>
      glosses
        .toEnglish(word)
        .flatMap(({ text }) => text.split(' '))
        .filter((stem) => stem.length >= SHORTEST_STEM),
    isNamed: (word) => {
      const [first] = glosses.toEnglish(word);
      return first !== undefined && glosses.toChinese(nameKey(first.text)).some(({ text }) => text === word);
    },
    isPerson: (word) => {
      const [first] = glosses.toEnglish(word);
      const parts = first?.text.split(' ') ?? [];
      const isSpelled = isReadAs(word, lettersOf(parts.join('')), glosses.sounds().readings);
      return parts.length > 1 && (isSpelled || parts.every((part) => glosses.toChinese(nameKey(part)).length > 0));
    },
    findIn(name, text) {
      const known = senses(name).filter(({ text: form, weight }) => form.length > 1 && weight >= LEAST_WEIGHT);
      // What the dictionary writes in one way is not written in another that only sounds like it.
      if (known.length > 0) return known.find(({ text: form }) => text.includes(form))?.text;
      return readAloud(name, text, glosses) ?? spelled(name, text, glosses);
    },
  };
}

/** A single word as short as this is read aloud by chance. */
const SHORTEST_READ = 5;

/** A Chinese person or firm in Latin letters, family name first or last: `Wu Manqing`, `Manqing Wu`, `Haitong`. */
function readAloud(name: string, text: string, glosses: Glosses): string | undefined {
  const parts = name.split(/[\s-]+/u).map(lettersOf);
  if (parts.length < 2 && name.length < SHORTEST_READ) return undefined;
  const spellings = [parts.join(''), [...parts.slice(1), ...parts.slice(0, 1)].join('')];
  const { readings } = glosses.sounds();
  for (let length = PERSON.least; length <= PERSON.most; length++) {
    for (let at = 0; at + length <= text.length; at++) {
      const stretch = text.slice(at, at + length);
      if (isHan(stretch) && spellings.some((letters) => isReadAs(stretch, letters, readings))) return stretch;
    }
  }
  return undefined;
}

function spelled(name: string, text: string, glosses: Glosses): string | undefined {
  return transliteratedRuns(text).find((run) => {
    const match = run.length >= SHORTEST_RUN ? matchSounds(lettersOf(name), run, glosses.sounds()) : undefined;
    return match !== undefined && match.text === run && match.score >= LEAST_SOUND;
  });
}
