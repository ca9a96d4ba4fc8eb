import { findNames, holdsName } from '../text/names.ts';
import type { AnalysedQuestion } from './analyse-question.ts';
import { countAsks } from './analyse-question.ts';

/** A Latin name in a Chinese question: three letters or more, or mixed case; `AI` and `5G` are words by now. */
const LATIN_NAME = /(?<![\p{L}\d])(?=\p{L}*\p{Lu})[\p{Script=Latin}][\p{Script=Latin}\d+-]{3,}/gu;

/**
 * The names of a question that a text does not hold. A question that asks for one thing needs all its names; one
 * that asks for several, or compares, finds them in several places, and any one will do.
 */
export function unmetNames(question: AnalysedQuestion, text: string): string[] {
  const known = findNames(question.text).map(({ text: name, forms }) => ({ name, forms }));
  const latin = question.language === 'zh' ? (question.text.match(LATIN_NAME) ?? []) : [];
  const names = [...known, ...latin.filter((name) => !known.some(({ forms }) => forms.includes(name))).map((name) => ({ name, forms: [name] }))];
  const missing = names.filter(({ forms }) => !holdsName(text, forms)).map(({ name }) => name);
  const isSeveral = names.length > 1 && countAsks(question.text) > 1;
  return isSeveral && missing.length < names.length ? [] : missing;
}
