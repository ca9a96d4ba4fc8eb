import type { Question } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import { detectLanguage } from '../text/language.ts';
import { completeQuestion } from './complete-question.ts';
import type { Names } from '../lexicon/names.ts';
import { cutQuestionWords } from '../lexicon/question-words.ts';
import type { Token } from '../text/tokenise.ts';
import { tokenise } from '../text/tokenise.ts';

/** What kind of thing would answer a question. */
export type AnswerType = 'percent' | 'money' | 'count' | 'date' | 'name' | 'other';

/** A question as retrieval and composing see it. */
export interface AnalysedQuestion {
  /** Completed from the turns before it. */
  text: string;
  /** Without the words that only ask. */
  content: string;
  language: Language;
  /** Different search terms of the content, in order. */
  tokens: Token[];
  answerType: AnswerType;
  /** Known and learnt from the reports. */
  names: Names;
}

const ANSWER_TYPES: readonly (readonly [AnswerType, RegExp])[] = [
  [
    'percent',
    /市占率|占比|份额|增速|增长率|增幅|百分之|比例|比重|率(?:是|为|达|有)|同比|环比|percent|share|rate|growth/iu,
  ],
  ['date', /哪年|哪一年|何时|什么时候|哪天|哪一天|几月|时间|日期|when|what (?:year|date|month)/iu],
  [
    'money',
    /多少(?:亿|万)?(?:元|美元|钱|资金)|金额|收入|营收|投资|规模|市值|融资|how much|revenue|worth|valuation|spend/iu,
  ],
  ['count', /多少|几(?:个|家|座|万|项|年|种|名)|多大|多高|how many|how (?:big|large|long)|number of/iu],
  ['name', /谁|哪家|哪个|哪些|who|which/iu],
];

/** Takes a question apart. Pure and cheap: no index is asked. */
export function analyseQuestion({ text: last, earlier }: Question, names: Names): AnalysedQuestion {
  const text = completeQuestion(earlier, last, names);
  const content = cutQuestionWords(text);
  const seen = new Map(tokenise(content).map((token) => [token.term, token]));
  const answerType = ANSWER_TYPES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
  return { text, content, language: detectLanguage(text), tokens: [...seen.values()], answerType, names };
}

const SHAPES: Record<AnswerType, RegExp> = {
  percent: /\d\s*[%％]|百分之|个百分点|percent/iu,
  date: /\d{4}\s*年|\d{1,2}\s*月|\b(?:19|20)\d{2}\b/iu,
  money: /\d[.,]?\s*(?:(?:万|亿|千万|百万|万亿)\s*)?(?:元|美元|人民币)|[$€¥]\s?\d|\d\s*(?:billion|million|trillion)/iu,
  count: /\d/u,
  name: /[\p{L}]/u,
  other: /[\p{L}]/u,
};

/** True when a text holds something of the kind that is asked for. */
export function hasAnswerShape(type: AnswerType, text: string): boolean {
  return SHAPES[type].test(text);
}
