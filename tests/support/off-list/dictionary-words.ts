import { dict } from '@node-rs/jieba/dict.js';
import type { StrangeWord } from '../../../bench/fit/off-list.ts';
import { readCedict } from '../../../src/adapters/dictionary/cedict.ts';
import { isOnAList } from './on-a-list.ts';

/** What a word stands for in a sentence: one is replaced by another of its class. */
export type WordClass =
  | 'company'
  | 'place'
  | 'person'
  | 'product'
  | 'money'
  | 'ratio'
  | 'amount'
  | 'rise'
  | 'fall'
  | 'buy'
  | 'sell';

/** `Kotka, city in Finland`, `Ding Ruchang (1836-1895)`: a name, and what it names. */
const NAME = /^(?<name>\p{Lu}\p{Ll}{3,})(?<rest>,.*| \(.*)$/u;
const PERSON = /^(?<name>\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)(?<rest>,.*| \(.*)$/u;
const NOUN = /^(?:[a-z]{3,} )?[a-z]{3,}$/u;
const IS_PLACE = /\b(?:city|town|county|capital|province|district|island|river|village|port|state)\b/iu;
const IS_COMPANY = /\((?:name|person name|Japanese surname)\)|\b(?:company|brand|manufacturer|automaker)\b/u;
/** What the last character of a noun says of it: something made for sale, or a measure. */
const LAST = { product: '机泵琴灯鞋帽伞炉椅柜锁', money: '费税', ratio: '率', amount: '量' };
/** Verbs of one direction: what replaces them has a character of theirs, and at least so many of their senses. */
const VERBS = {
  rise: { originals: ['增长', '增加', '上升', '提高', '扩大'], least: 2 },
  fall: { originals: ['下降', '下跌', '减少', '降低'], least: 2 },
  buy: { originals: ['并购', '购得'], least: 1 },
  sell: { originals: ['销售', '贩售'], least: 1 },
};
/** So many words of a class are looked at, evenly over the dictionary: there are tens of thousands of persons. */
const LOOKED_AT = 500;

let words: Record<WordClass, readonly StrangeWord[]> | undefined;

/**
 * Words of CC-CEDICT and of jieba's dictionary by their class, in both languages, none of which the program knows.
 * A verb shares senses and a character with those that it stands for; its English is another of its own senses.
 */
export function dictionaryWords(): Record<WordClass, readonly StrangeWord[]> {
  words ??= readWords();
  return words;
}

function readWords(): Record<WordClass, readonly StrangeWord[]> {
  const entries = readCedict().map(({ word, syllables, senses }) => ({
    word,
    syllables,
    senses,
    all: senses.join('; '),
  }));
  const named = (isOne: (rest: string) => boolean, form = NAME) =>
    entries.flatMap(({ word, senses, all }): StrangeWord[] => {
      const { name = '', rest = '' } = form.exec(senses[0] ?? '')?.groups ?? {};
      return name !== '' && /^\p{Script=Han}{2,4}$/u.test(word) && isOne(`${rest}; ${all}`)
        ? [{ zh: word, en: name }]
        : [];
    });
  const nouns = (last: string) =>
    entries.flatMap(({ word, senses }): StrangeWord[] => {
      const en = plainSense(senses[0] ?? '');
      const isOne = /^\p{Script=Han}{3}$/u.test(word) && last.includes(word.charAt(2));
      return isOne && NOUN.test(en) && !/s$|^to |^an? /u.test(en) ? [{ zh: word, en }] : [];
    });
  const verbs = ({ originals, least }: { originals: readonly string[]; least: number }) => {
    const senses = new Set(
      entries.flatMap(({ word, senses: own }) => (originals.includes(word) ? verbSenses(own.map(plainSense)) : [])),
    );
    const characters = originals.join('');
    return entries.flatMap((entry): StrangeWord[] => {
      const own = verbSenses(entry.senses.map(plainSense));
      const isAkin = [...entry.word].some((character) => characters.includes(character));
      const shared = own.filter((sense) => senses.has(sense)).length;
      if (entry.word.length !== 2 || !isAkin || shared < least) return [];
      return verbSenses(entry.senses)
        .filter((sense) => !senses.has(sense))
        .map((sense) => ({ zh: entry.word, en: sense }));
    });
  };
  const persons = personsOfJieba();
  return {
    company: unlisted(named((rest) => IS_COMPANY.test(rest) && !IS_PLACE.test(rest))),
    place: unlisted(named((rest) => IS_PLACE.test(rest) && !/\(name\)/u.test(rest))),
    person: unlisted(named((rest) => /\(.*\d{3}/u.test(rest), PERSON).filter(({ zh }) => persons.has(zh))),
    product: unlisted(nouns(LAST.product)),
    money: unlisted(nouns(LAST.money)),
    ratio: unlisted(nouns(LAST.ratio)),
    amount: unlisted(nouns(LAST.amount)),
    rise: unlisted(verbs(VERBS.rise)),
    fall: unlisted(verbs(VERBS.fall)),
    buy: unlisted(verbs(VERBS.buy)),
    sell: unlisted(verbs(VERBS.sell)),
  };
}

/** Without what is only said of a sense: `(of a company) to fold`. */
function plainSense(sense: string): string {
  return sense.replaceAll(/ ?\([^)]*\) ?/gu, '').trim();
}

/** The senses that are one English verb and said of anything, without `to`. */
function verbSenses(senses: readonly string[]): string[] {
  return senses
    .flatMap((sense) => sense.split('; '))
    .flatMap((sense) => /^to (?<verb>[a-z]{4,})$/u.exec(sense)?.groups?.['verb'] ?? []);
}

/** What jieba's dictionary takes for a person. */
function personsOfJieba(): ReadonlySet<string> {
  const lines = new TextDecoder().decode(dict).split('\n');
  return new Set(lines.flatMap((line) => /^(?<word>\S+) \d+ nr$/u.exec(line.trim())?.groups?.['word'] ?? []));
}

/** Each Chinese and each English word once, and none that the program knows. */
function unlisted(candidates: readonly StrangeWord[]): StrangeWord[] {
  const seen = new Set<string>();
  const step = Math.max(1, Math.floor(candidates.length / LOOKED_AT));
  return candidates.filter(({ zh, en }, at) => {
    if (at % step !== 0 || seen.has(zh) || seen.has(en) || isOnAList(zh) || isOnAList(en)) return false;
    seen.add(zh).add(en);
    return true;
  });
}
