import type { ReviewStore } from '../domain/ports.ts';
import type { FlagOutcome, FlagRequest, NewEntry, PostedAnswer, PostedCitation } from '../domain/review.ts';
import { answerIdOf } from './citation-states.ts';
import { quoteKey } from './quote-key.ts';

/** What flagging stands on. */
export interface FlagParts {
  store: ReviewStore;
  answer(answerId: string): Promise<PostedAnswer | undefined>;
}

/** Longest reason that is kept, in characters. */
const REASON_LENGTH = 2000;

/** Writes down that somebody finds a citation, or a whole answer, wrong: an editor sees it first in the queue. */
export async function flagAnswer(
  { id, by, reason }: FlagRequest,
  { store, answer: load }: FlagParts,
): Promise<FlagOutcome> {
  const answer = await load(answerIdOf(id));
  if (!answer) return { outcome: 'unknown' };
  const citations = answer.claims.flatMap((claim) => claim.citations);
  const meant = id === answer.id ? citations : citations.filter((citation) => citation.id === id);
  if (meant.length === 0 && id !== answer.id) return { outcome: 'unknown' };
  const fresh = meant.filter(({ flags }) => !flags.some((flag) => flag.by === by));
  if (meant.length > 0 && fresh.length === 0) return { outcome: 'already', answer };
  const base = {
    editor: by,
    action: 'flagged' as const,
    answerId: answer.id,
    note: reason.trim().slice(0, REASON_LENGTH),
  };
  const entries: NewEntry[] = meant.length === 0 ? [base] : fresh.map((citation) => ({ ...base, ...about(citation) }));
  await store.append(entries.map((entry) => ({ entry })));
  return { outcome: 'flagged', answer: (await load(answer.id)) ?? answer };
}

function about({ id, quote }: PostedCitation): Pick<NewEntry, 'citationId' | 'quoteKey'> {
  return { citationId: id, quoteKey: quoteKey(quote) };
}
