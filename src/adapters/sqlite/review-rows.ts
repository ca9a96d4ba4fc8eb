import { z } from 'zod';
import { Quote } from '../../domain/answer.ts';
import { AnswerPlace, LogEntry } from '../../domain/review.ts';
import type { KeptAnswer, KeptCitation } from '../../domain/review.ts';
import type { StoredRow } from '../sound-rows.ts';
import { json } from '../sound-rows.ts';

export const ANSWERS = {
  name: 'answers',
  key: ['id'],
  row: z.object({
    id: z.string().min(1),
    at: z.iso.datetime(),
    question: z.string(),
    asker: z.string().min(1),
    place: json(AnswerPlace),
    claims: json(z.array(z.string().min(1))),
  }),
};
export const CITATIONS = {
  name: 'citations',
  key: ['id'],
  row: z.object({ id: z.string().min(1), claim: z.int(), file: z.string().min(1), quote: json(Quote) }),
};
export const LOG = { name: 'log', key: ['number'], row: LogEntry };
export const LOG_HEAD = { name: 'log_head', key: ['number'], row: z.object({ number: z.int(), hash: z.string() }) };

/** A citation as it is kept. */
export function citationOf({ id, file, quote }: z.infer<typeof CITATIONS.row>): KeptCitation {
  return { id, file, quote };
}

/** What stands in the columns of an entry, which both engines have in this order. */
export function entryCells(entry: LogEntry): (string | number | null)[] {
  const { number, at, editor, action, answerId, citationId, quoteKey, verdict, note, previousHash, hash } = entry;
  return [number, at, editor, action, answerId, citationId, quoteKey, verdict, note, previousHash, hash];
}

/** No entry is passed over, whatever it has become: the chain of hashes shows what it is. */
export function entryOf(row: StoredRow): LogEntry {
  const read = LogEntry.safeParse(row);
  if (read.success) return read.data;
  const textOf = (column: string) => (typeof row[column] === 'string' ? row[column] : '');
  return {
    number: Number(row['number']),
    at: textOf('at'),
    editor: textOf('editor'),
    action: textOf('action'),
    answerId: textOf('answerId'),
    note: textOf('note'),
    citationId: textOf('citationId'),
    quoteKey: textOf('quoteKey'),
    verdict: textOf('verdict'),
    previousHash: textOf('previousHash'),
    hash: textOf('hash'),
  };
}

/** Those of some citations whose answers can be read, and show them. */
export async function shownOf(
  ids: readonly string[],
  read: (answerId: string) => Promise<{ answer: KeptAnswer } | undefined>,
): Promise<string[]> {
  const shown = new Set<string>();
  for (const answerId of new Set(ids.map((id) => id.split('.', 1).join('')))) {
    const claims = (await read(answerId))?.answer.claims ?? [];
    for (const { citations } of claims) for (const { id } of citations) shown.add(id);
  }
  return ids.filter((id) => shown.has(id));
}
