import type { Question } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import { looksLike } from '../quantities/shapes.ts';
import { detectLanguage } from '../text/language.ts';
import { completeQuestion } from './complete-question.ts';
import { words } from '../lexicon/lexicon.ts';
import type { Names } from '../lexicon/names.ts';
import { cutQuestionWords } from '../lexicon/question-words.ts';
import type { Token } from '../text/tokenise.ts';
import { tokenise } from '../text/tokenise.ts';
import { holdsLetter } from '../text/holds-letters.ts';

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

const ANSWER_TYPES = (['percent', 'date', 'money', 'count', 'name'] as const satisfies AnswerType[]).map(
  (type) => [type, words(`answer type/${type}`)] as const,
);

/** Takes a question apart. Pure and cheap: no index is asked. */
export function analyseQuestion({ text: last, earlier }: Question, names: Names): AnalysedQuestion {
  const text = completeQuestion(earlier, last, names);
  const content = cutQuestionWords(text);
  const seen = new Map(tokenise(content).map((token) => [token.term, token]));
  const answerType = ANSWER_TYPES.find(([, asks]) => asks.isIn(text))?.[0] ?? 'other';
  return { text, content, language: detectLanguage(text), tokens: [...seen.values()], answerType, names };
}

/** True when a text holds something of the kind that is asked for. */
export function hasAnswerShape(type: AnswerType, text: string): boolean {
  return type === 'name' || type === 'other' ? holdsLetter(text) : looksLike(type, text);
}
