import { cutQuestionWords } from '../lexicon/question-words.ts';
import type { Names } from '../lexicon/names.ts';
import { namedIn } from './named-things.ts';

/** `那微软呢？`, `what about Microsoft?`: names one thing and asks nothing of its own. */
const WHAT_ABOUT =
  /^(?:那么?|而|还有|至于|换成)?\s*(?<chinese>\S.*?)的?(?:呢|咋样|怎么样|又如何)[？?。]*$|^(?:(?:and|so|but|ok)\b,?\s*)?(?:what|how)\s+about\s+(?<about>\S.*?)(?<![?.])[?.]*$|^(?:and|but)\s+(?<and>[^?\s][^?]{0,44}?)\?*$/iu;
const ASKS = /什么|多少|哪|谁|怎|几|\b(?:what|which|who|when|where|how|why|is|are|was|were|does|did|do)\b/iu;
/** Speaks of what was named before. */
const REFERS =
  /^(?:它|他|她|其|该|那家|这|那|同比|环比|比上|比去|较|占|增长|下降|(?:为什么|为何)(?=.{0,4}$)|一共|总共)|(?:它们?|这家|该公司|这项|这个|那个|这款|其中)|\b(?:it|its|they|them|their|he|she|his|her|that|this|those|these)\b/iu;
const PERIOD =
  /(?:预计)?(?:到|在)?(?:(?:19|20)\d{2}\s*年?(?:前?[一二三四]个?季度|上半年|下半年|第[一二三四]季度|[前]\S{1,2}个月)?|今年|去年|明年|前年|第?[一二三四]季度|[上下]半年|Q[1-4](?:\s*(?:19|20)\d{2})?)|\b(?:in|by|for)?\s*(?:Q[1-4]\s*)?(?:19|20)\d{2}\b/iu;
/** A question with fewer characters than this, or words, leans on the one before it. */
const SHORT = { zh: 8, en: 3 };

/**
 * The last question of a conversation with what it takes from the ones before it, so that it can be understood alone.
 * @param earlier the turns before it, oldest first
 */
export function completeQuestion(earlier: string[], last: string, names: Names): string {
  const before = earlier.at(-1);
  if (before === undefined) return last;
  const previous = completeQuestion(earlier.slice(0, -1), before, names);
  const groups = WHAT_ABOUT.exec(last.trim())?.groups;
  const thing = (groups?.['chinese'] ?? groups?.['about'] ?? groups?.['and'])?.trim();
  if (thing !== undefined && thing !== '' && !ASKS.test(thing)) return substitute(previous, thing, names);
  return leansOn(last, names) ? `${subjectOf(previous)}${isChinese(last) ? '：' : ': '}${last}` : last;
}

/** The earlier question about another thing: the thing takes the place of what is most like it. */
function substitute(previous: string, thing: string, names: Names): string {
  const period = PERIOD.exec(previous)?.[0];
  if (period !== undefined && PERIOD.exec(thing)?.[0].length === thing.length) return previous.replace(period, thing);
  const name = namedIn(previous, names)[0]?.text;
  if (name !== undefined && namedIn(thing, names).length > 0) return previous.replace(name, thing);
  const alike = mostAlike(previous, thing);
  if (alike !== undefined) return previous.replace(alike, thing);
  return name !== undefined && /^\p{Lu}/u.test(thing)
    ? previous.replace(name, thing)
    : `${thing}${isChinese(thing) ? '，' : ': '}${previous}`;
}

/** The stretch of a question that has the same length as a thing and half of its characters in the same places. */
function mostAlike(previous: string, thing: string): string | undefined {
  if (!isChinese(thing)) return undefined;
  let best = { same: 1, text: undefined as string | undefined };
  for (let at = 0; at + thing.length <= previous.length; at++) {
    const text = previous.slice(at, at + thing.length);
    const same = [...text].filter((character, index) => character === thing[index]).length;
    if (same > best.same && same * 2 >= thing.length) best = { same, text };
  }
  return best.text;
}

function leansOn(last: string, names: Names): boolean {
  const content = cutQuestionWords(last);
  const length = isChinese(last) ? content.replaceAll(/[^\p{L}\d]/gu, '').length : content.split(/\s+/u).length;
  return (
    REFERS.test(last.trim()) || (length < SHORT[isChinese(last) ? 'zh' : 'en'] && namedIn(last, names).length === 0)
  );
}

/** What a question is about: itself without the words that ask. */
function subjectOf(question: string): string {
  return cutQuestionWords(question)
    .replaceAll(/(?<![?？。，,\s])[?？。，,\s]+$/gu, '')
    .replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
