import type { Passage } from '../domain/answer.ts';
import type { CheckParts } from './check-claim.ts';

/** So many claims of a draft that say the same but for their figures are looked for; the rest share what was found. */
const ALONE = 3;
const FIGURE = /\d[\d.,]*/gu;

/**
 * Looks for the claims of one draft. Many that differ in figures only, such as the lines of a table, are near the same
 * passages: what was found for the first of them is compared with the others.
 */
export function createDraftRetrieval(retrieve: CheckParts['retrieve']): CheckParts['retrieve'] {
  const found = new Map<string, Passage[][]>();
  return async (question) => {
    const shape = question.text.replaceAll(FIGURE, '0');
    const before = found.get(shape) ?? [];
    if (before.length >= ALONE) return { passages: merged(before) };
    const retrieval = await retrieve(question);
    found.set(shape, [...before, retrieval.passages]);
    return retrieval;
  };
}

function merged(lists: readonly Passage[][]): Passage[] {
  const keyOf = ({ chunk }: Passage) => `${chunk.reportId} ${chunk.order}`;
  return [...new Map(lists.flat().map((passage) => [keyOf(passage), passage])).values()];
}
