import type { KeptAnswer, KeptCitation, LogEntry, PostedAnswer, PostedCitation, QueueItem } from '../domain/review.ts';
import { Verdict } from '../domain/review.ts';

/** An answer with what the log says of each of its citations. */
export function withStates(answer: KeptAnswer, entries: LogEntry[]): PostedAnswer {
  return {
    ...answer,
    claims: answer.claims.map(({ text, citations }) => ({
      text,
      citations: citations.map((citation) => withState(citation, entries)),
    })),
  };
}

/** One citation of an answer with its claim. */
export function itemOf(answer: PostedAnswer, citationId: string): QueueItem | undefined {
  for (const { text, citations } of answer.claims) {
    const citation = citations.find(({ id }) => id === citationId);
    if (citation) return { answer, claim: text, citation };
  }
  return undefined;
}

/** The id of the answer that a citation belongs to. */
export function answerIdOf(citationId: string): string {
  return citationId.split('.', 1).join('');
}

// The log is the only truth: a status of its own could be changed without leaving a trace.
function withState(kept: KeptCitation, entries: LogEntry[]): PostedCitation {
  const state: PostedCitation = { ...kept, status: 'unverified', flags: [], withdrawn: false, entry: 0 };
  for (const entry of entries.filter(({ citationId }) => citationId === kept.id)) apply(entry, state);
  return state;
}

function apply({ number, action, verdict, editor, note, at }: LogEntry, state: PostedCitation): void {
  state.entry = number;
  const given = Verdict.safeParse(verdict);
  if (action === 'verdict' && given.success)
    Object.assign(state, { status: given.data, verdict: { editor, at, note }, flags: [], withdrawn: false });
  if (action === 'flagged') state.flags.push({ by: editor, reason: note, at });
  if (action === 'withdrawn') {
    state.status = 'unverified';
    state.withdrawn = true;
    delete state.verdict;
  }
}
