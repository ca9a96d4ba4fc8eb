import { findQuantities } from '../quantities/find-quantities.ts';
import { findOrders } from '../quantities/orders.ts';
import { splitSentences } from '../text/sentences.ts';

/** A draft taken apart. */
export interface SplitDraft {
  /** What can be checked, in order. */
  claims: string[];
  /** Sentences that state nothing. */
  skipped: string[];
}

/** What begins a line of a list: a bullet, a number, a mark of Markdown. */
const BULLET =
  /^\s*(?:[-*•·▪◦–—>]+|#{1,6}|\(?\d{1,2}[.)、](?!\d)|[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}、)\s*/u;
const QUESTION = /[？?][”"』」)）]*$/u;
/**
 * Without a figure, a stretch shorter than this states nothing: a heading, a greeting. Characters of Chinese, words of
 * English.
 */
const SHORTEST = { zh: 5, en: 4 };
const SENTENCE_END = /[。！；.!;][”’"』」）)]*$/u;
/** Words that state something: a verb of being or doing, a figure. */
const STATES =
  /[是为有在将已占达增减升降涨跌超获成立发布宣布推出收购出售完成实现开始表示认为计划要求提出位于来自]|\b(?:is|are|was|were|be|been|has|have|had|will|would|can|may|did|does|do|said|says|\p{L}{3,}(?:ed|s)|grew|rose|fell|made|held|sold|bought|led|won|lost|became|began|put|set|gave)\b/iu;
/** Courtesies and opinions of the writer. */
const NO_FACT =
  /^(?:谢谢|感谢|您好|你好|大家好|敬请|请(?![求示])|欢迎|期待|thanks?|thank you|hello|hi|dear|best regards|kind regards|sincerely|please)(?![\p{L}])/iu;
const SEMICOLON_END = /[；;]$/u;

/** Takes a draft apart into claims: its sentences, the items of its lists, and what semicolons part. */
export function splitDraft(draft: string): SplitDraft {
  const sentences = draft
    .split('\n')
    .flatMap((line) => splitSentences(line.replace(BULLET, '')).map(({ text }) => text));
  const claims: string[] = [];
  const skipped: string[] = [];
  for (const sentence of sentences) (statesFact(sentence) ? claims : skipped).push(sentence.replace(SEMICOLON_END, ''));
  return { claims, skipped };
}

function statesFact(sentence: string): boolean {
  if (QUESTION.test(sentence) || NO_FACT.test(sentence)) return false;
  if (findQuantities(sentence).length > 0 || findOrders(sentence).length > 0) return true;
  const han = sentence.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = sentence.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  if (han < SHORTEST.zh && words + han / 2 < SHORTEST.en) return false;
  // A heading has no end; then only a verb tells it from a claim.
  return SENTENCE_END.test(sentence) || STATES.test(sentence);
}
