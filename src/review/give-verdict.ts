import type { ReviewStore } from '../domain/ports.ts';
import type { PostedCitation, QueueItem, VerdictOutcome, VerdictRequest } from '../domain/review.ts';
import { idsIn } from '../domain/audience.ts';
import { isEditor } from './editors.ts';
import { quoteKey } from './quote-key.ts';

/** What giving a verdict stands on. */
export interface VerdictParts {
  /** People and user groups that may give verdicts. */
  editors: readonly string[];
  store: ReviewStore;
  itemOf(citationId: string): Promise<QueueItem | undefined>;
}

/**
 * Writes an editor's verdict down. Nothing is written for somebody who is no editor, for the same verdict by the same
 * editor again, and when the citation has changed since the editor saw it: then they are shown what it is now, and
 * asked.
 */
export async function giveVerdict(
  request: VerdictRequest,
  { editors, store, itemOf }: VerdictParts,
): Promise<VerdictOutcome> {
  if (
    !isEditor(request.editor, request.userGroups, request.team === undefined ? editors : idsIn(request.team, editors))
  )
    return { outcome: 'no_editor' };
  const item = await itemOf(request.citationId);
  if (!item) return { outcome: 'unknown_citation' };
  if (isInForce(request, item.citation)) return { outcome: 'already', item };
  const { citationId, verdict, editor } = request;
  const entry = {
    editor,
    action: 'verdict' as const,
    answerId: item.answer.id,
    citationId,
    quoteKey: quoteKey(item.citation.quote),
    verdict,
    note: request.note.trim(),
  };
  const appended = await store.append([{ entry, seen: request.seen }]);
  const now = (await itemOf(citationId)) ?? item;
  const [given] = appended ?? [];
  return given ? { outcome: 'given', item: now, entry: given } : { outcome: 'changed_since', item: now };
}

function isInForce(
  { editor, verdict, note }: VerdictRequest,
  { status, verdict: given, flags }: PostedCitation,
): boolean {
  return (
    status === verdict &&
    given?.editor === editor &&
    flags.length === 0 &&
    (note.trim() === '' || note.trim() === given.note)
  );
}
