import { figuresOf } from '../quantities/figures.ts';
import { givesOrders } from '../lexicon/instructions.ts';
import { detectLanguage } from '../text/language.ts';
import { plainSentence } from '../text/plain-sentence.ts';
import { hanRuns } from '../text/holds-letters.ts';

/** So much of a completed question was said in the conversation at least; the rest are words that join it. */
const SAID = 0.6;

/**
 * True when a question that a model completed is made of the conversation: no figure, no Latin word and little else of
 * its own, no link and no order.
 */
export function isOfConversation(completed: string, turns: readonly string[]): boolean {
  if (plainSentence(completed) !== completed.trim() || givesOrders(completed)) return false;
  const said = turns.join('\n').toLowerCase();
  const figures = figuresOf(said);
  if (figuresOf(completed).some((figure) => !figures.includes(figure))) return false;
  const latin =
    completed
      .match(/\b[A-Z][\w.-]*/gu)
      ?.slice(detectLanguage(completed) === 'en' && /^[A-Z]/u.test(completed) ? 1 : 0) ?? [];
  if (latin.some((word) => !said.includes(word.toLowerCase()))) return false;
  const lower = completed.toLowerCase();
  const words = [...hanRuns(lower).flatMap(({ run }) => [...run]), ...(lower.match(/[a-z]+/gu) ?? [])];
  return words.filter((word) => said.includes(word)).length >= SAID * words.length;
}
