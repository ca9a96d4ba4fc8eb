import { words } from './lexicon.ts';
import { holdsWord } from '../text/holds-letters.ts';
import { oneLine } from '../text/white-space.ts';

/** Words that ask, and say nothing of what is asked for. */
const ALL = words('question word');
const CHINESE = words('question word/zh');
const FUNCTION_WORDS = words('function word');
const ENGLISH = words('question word/en');

/** A question without the words that only ask: what is left is worth searching for. */
export function cutQuestionWords(question: string): string {
  const cut = oneLine(ALL.blank(question.normalize('NFKC'))).trim();
  return holdsWord(cut) ? cut : question;
}

/** True for an English word that only asks, or that any sentence may hold. */
export function isQuestionWord(word: string): boolean {
  return ENGLISH.blank(word).trim() === '';
}

/** True for a word of a question, in either language, that says nothing of what is asked for. */
export function onlyAsks(word: string): boolean {
  return isQuestionWord(word) || CHINESE.is(word);
}

/** True for an English word that only holds a sentence together. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.blank(word).trim() === '';
}

/** An English question with blanks where it only asks, so that offsets stay. */
export function blankAsking(question: string): string {
  return ENGLISH.blank(question);
}

/** A Chinese question with blanks where it only asks, so that offsets stay. */
export function blankQuestionWords(question: string): string {
  return CHINESE.blank(question);
}
