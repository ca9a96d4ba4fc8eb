import type { Names } from '../lexicon/names.ts';
import { tagWords } from '../text/tag-words.ts';
import type { QueryUnit } from '../dictionary/query-unit.ts';

/** A word or name of a claim, with its place among the concepts that retrieval made of the claim. */
export interface ClaimWord {
  concept: number;
  label: string;
  weight: number;
  isName: boolean;
  isNoun: boolean;
  /** Only the word itself or another form of it will do: names, abbreviations, what has a digit. */
  isExact: boolean;
}

/** Words with which anything is reported; they say nothing that could be true or false. */
const REPORTING =
  /^(?:认为|表示|指出|提到|称|说|觉得|提醒|介绍|透露|宣布|公布数据|数据|显示|据|预计|预测|报告|目前|如今|现在|近日|已经|希望|打算|计划|准备|要求|对外|旗下|全部|所有|整个|方面|相关|排名|排在|排|位列|位居|眼下|当下|当前|里面|当中|其中|之后|以后|期间|时候|大约|约为|左右|超过|接近|不到|不足|突破|达到|达|占|为|is|says?|said|tells?|told|thinks?|sees?|puts?|according|claims?|believes?|reports?|reported|announced|expects?|plans?|intends?|admits?|has|have|about|over|more|than|less|fewer|under|below|nearly|almost|least|most|just|only|so|far|already|among|others|being|getting|its|his|her|their|some|such|also|any|time|year|years|end)$/iu;
const CHINESE_FUNCTION =
  /[的是了在有以不为由从到让给也都就和与跟会能比更只里上下着过把被向年月日之仅将用还多少头回没什么些说个次又再才仍已很太最来去得地]/u;
/** One Chinese character alone is seldom a word. */
const ONE_CHARACTER = 0.35;
/** In a small library every word is frequent: none weighs nothing. */
const LEAST_WEIGHT = 0.3;

/**
 * The words of a claim that carry what it states; not its figures and dates, which are compared on their own.
 * @param compared what is compared on its own: quantities, directions, orders
 * @param concepts of the claim as retrieval made them for the report's language
 */
export function claimWords(
  text: string,
  names: Names,
  concepts: readonly QueryUnit[],
  compared: readonly { text: string }[],
): ClaimWord[] {
  const words = new Map(tagWords(text).map((word) => [word.text, word.tag]));
  const known = names.find(text);
  const terms = new Set(known.filter(({ kind }) => kind === 'term').map((name) => name.text));
  const isChinese = /\p{Script=Han}/u.test(text);
  return concepts.flatMap(({ label, weight, kind }, concept) => {
    if (REPORTING.test(label) || isCompared(label, compared) || /^[\d.,%]+$|^[一二两三四五六七八九十]大$/u.test(label))
      return [];
    const isJoined = /\p{Script=Han}/u.test(label) && !words.has(label);
    // Single characters that no dictionary joins are seldom a word when one of them only holds a sentence together.
    if (isJoined && kind !== 'latin' && CHINESE_FUNCTION.test(label)) return [];
    return [
      {
        concept,
        label,
        weight: Math.max(LEAST_WEIGHT, weight * (label.length === 1 ? ONE_CHARACTER : 1)),
        isName: kind === 'latin' && !/^\d/u.test(label) && !terms.has(label),
        isExact: isExact(label) || (isChinese && known.some((name) => name.text === label)),
        isNoun: /^n(?!r)/u.test(words.get(label) ?? '') && label.length > 1,
      },
    ];
  });
}

function isExact(label: string): boolean {
  return /\d|^[A-Z]{2,}$/u.test(label);
}

function isCompared(label: string, compared: readonly { text: string }[]): boolean {
  return compared.some(({ text }) => text.toLowerCase().includes(label.toLowerCase()) || label.includes(text));
}
