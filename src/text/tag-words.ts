import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { remember } from './remember.ts';
import { holdsWord } from './holds-letters.ts';

/** A word of a Chinese text with its part of speech. */
export interface TaggedWord {
  text: string;
  start: number;
  /**
   * As jieba names it: n noun, nr person, ns place, nt organisation, v verb, vn noun made of a verb, m number, r
   * pronoun, eng Latin, x unknown …
   */
  tag: string;
}

let jieba: Jieba | undefined;

/** Cuts a text into words; names that no dictionary has are guessed by their characters. */
export const tagWords: (text: string) => TaggedWord[] = remember((text) => {
  jieba ??= Jieba.withDict(dict);
  return placed(text, taggedBy(jieba, text));
}, 300_000);

/** The tags that jieba has given: a word has one, wherever it stands. To cut alone takes it less than half the time. */
const tags = new Map<string, string>();
const MOST_TAGS = 200_000;
/** Words of these signs only stand in no dictionary of Chinese: what they are is told by the signs. */
const LATIN = /^[A-Za-z\d.%]+$/u;
const FIGURE = /^(?=[.%]*\d)[\d.%]+$/u;

function taggedBy(tagger: Jieba, text: string): { word: string; tag: string }[] {
  const words: { word: string; tag: string }[] = [];
  for (const word of tagger.cut(text, true)) {
    const tag = tags.get(word) ?? tagOfLatin(word) ?? tagAlone(tagger, word);
    // What is a word among others only has its tag only there.
    if (tag === undefined) return remembered(tagger.tag(text, true));
    words.push({ word, tag });
  }
  return words;
}

function tagAlone(tagger: Jieba, word: string): string | undefined {
  const [only, ...others] = remembered(tagger.tag(word, true));
  return others.length === 0 && only?.word === word ? only.tag : undefined;
}

function tagOfLatin(word: string): string | undefined {
  if (!LATIN.test(word)) return undefined;
  if (FIGURE.test(word)) return 'm';
  return /[A-Za-z]/u.test(word) ? 'eng' : 'x';
}

function remembered(words: { word: string; tag: string }[]): { word: string; tag: string }[] {
  if (tags.size > MOST_TAGS) tags.clear();
  for (const { word, tag } of words) tags.set(word, tag);
  return words;
}

/** The year behind its digits, that jieba takes for the beginning of a word it does not know: `2021年乙厂`. */
const UNIT = /^[年月日](?=\p{Script=Han})/u;

/** The words of a text with the unit of a date apart from the unknown word behind it. */
export function cutDateUnits(words: readonly TaggedWord[]): TaggedWord[] {
  return words.flatMap((word, at) => {
    const isBehindDigits = words[at - 1]?.tag === 'm';
    if (word.tag !== 'x' || !isBehindDigits || !UNIT.test(word.text)) return [word];
    return [
      { ...word, text: word.text.slice(0, 1), tag: 'm' },
      { ...word, text: word.text.slice(1), start: word.start + 1 },
    ];
  });
}

/** The shorter words that a word is made of, in order; none for one that is not. */
export function wordParts({ text, start }: TaggedWord): TaggedWord[] {
  jieba ??= Jieba.withDict(dict);
  const known = jieba.tag(text, false);
  const parts =
    known.length > 1
      ? known
      : jieba
          .cutForSearch(text)
          .filter((part) => part !== text)
          .map((word) => ({ word, tag: 'n' }));
  return placed(text, parts).map((part) => ({ ...part, start: start + part.start }));
}

function placed(text: string, words: { word: string; tag: string }[]): TaggedWord[] {
  let start = 0;
  return words.map(({ word, tag }) => {
    const at = text.indexOf(word, start);
    start = at + word.length;
    return { text: word, start: at, tag };
  });
}

/** How much of a question a word carries: things and names all, what is done with them half, the rest nothing. */
export function contentOf({ text, tag }: TaggedWord): number {
  if (LIGHT.has(text) || ASKING.test(text) || !holdsWord(text)) return 0;
  if (/^(?:n|vn|eng|j|l|i|x$)/u.test(tag)) return tag === 'x' && text.length < 2 ? 0.3 : 1;
  if (/^(?:[vabztsg])/u.test(tag)) return 0.5;
  return 0;
}

const ASKING = /^(?:多[少大高长久远深快]|几[^乎何十]?|哪.*|谁|什么.*|啥.*|怎.*|如何|为[何啥什].*)$/u;
/** Words that say nothing of what is asked for, whatever their part of speech. */
const LIGHT = new Set(
  (
    '季度 是 有 说 做 搞 弄 叫 能 要 想 给 让 到 去 来 会 看 用 走 拿 出 上 下 起来 出来 下来 进去 看看 ' +
    '知道 觉得 认为 表示 介绍 提到 讲 问 打算 准备 需要 可以 属于 包括 进行 ' +
    '大概 大约 具体 主要 目前 现在 如今 一下 一起 一块儿 时候 啥时候 什么时候 部分 方面 情况 ' +
    '事 事情 东西 样 样子 块 报告 文章 文中 那阵子 大 小 多 少 新 好 人 钱 家'
  ).split(' '),
);
