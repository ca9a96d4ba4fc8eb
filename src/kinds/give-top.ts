import type { ReadSentence } from '../answer/read-sentences.ts';
import { sayableText } from '../answer/sayable-text.ts';
import type { CitedAnswer, Question, VerifiedAnswer } from '../domain/answer.ts';
import { verifyAnswer } from '../verify/verify-answer.ts';
import { itemGroups } from './item-groups.ts';
import type { KindSteps } from './kind-steps.ts';
import type { ReadTop } from './read-top.ts';

/** Statements that are looked through. */
const STATEMENTS = 80;
/** What speaks for a group that has as many as are asked for, in units of a statement's score. */
const ENOUGH = 1;

/**
 * The first of several things by their figures, in order: rows of one table, or what one place says of several. They
 * are given in the reports' own lines. Undefined when no place has several of one unit.
 */
export async function giveTop(
  question: Question,
  { count, from, isLeast, asked }: ReadTop,
  steps: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const { ranked, retrieval } = await steps.findStatements({ ...question, earlier: [] });
  const groups = await itemGroups(question, asked, ranked.slice(0, STATEMENTS), steps);
  const [best] = groups
    .map((group) => ({ ...group, fit: group.fit + (group.items.length >= from + count - 1 ? ENOUGH : 0) }))
    .toSorted((a, b) => b.fit - a.fit);
  if (!best || best.items.length < from) return undefined;
  const sorted = best.items.toSorted((a, b) => (isLeast ? 1 : -1) * (a.quantity.low - b.quantity.low));
  const lines = sorted.slice(from - 1, from - 1 + count).map(({ sentence }) => sentence);
  const claims = [...new Set(lines)].map(claimOf);
  const answer = verifyAnswer(
    question,
    { composer: 'extractive', kind: 'list', claims },
    retrieval.passages,
    steps.prove,
  );
  return answer.outcome === 'not_found' ? undefined : answer;
}

function claimOf(sentence: ReadSentence): CitedAnswer['claims'][number] {
  const quote = sayableText(sentence);
  return { text: quote, citations: [{ passage: sentence.passage.ref, quote }] };
}
