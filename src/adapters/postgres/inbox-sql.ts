/** Each person's first piece of work goes before anybody's second; what is being worked on counts. */
export const IN_ORDER = `
  SELECT w.id, w.subject,
    row_number() OVER (PARTITION BY w.person ORDER BY w.id)
      + (SELECT count(*) FROM work b WHERE b.library = $1 AND b.state = 'working' AND b.person = w.person) AS turn
  FROM work w WHERE w.library = $1 AND w.state = 'waiting'`;

/** True of work whose subject was worked on before: an edited question. */
const REPEATED = `
  EXISTS (
    SELECT 1 FROM work older
    WHERE older.library = work.library AND older.subject = work.subject AND older.id < work.id AND older.attempts > 0
  ) AS repeated`;

/** An item as it is stored. */
export const ITEM = `
  SELECT id, subject, work, attempts, saying, ${REPEATED} FROM work WHERE library = $1`;

/**
 * Takes work in order, for an owner, until a time. What another is about to take is left to it, and a subject that is
 * being worked on waits.
 */
export const TAKE = `
  WITH ordered AS (${IN_ORDER}),
  chosen AS (
    SELECT w.id, ordered.turn FROM work w JOIN ordered ON ordered.id = w.id
    WHERE w.library = $1 AND w.state = 'waiting' AND NOT EXISTS (
      SELECT 1 FROM work b WHERE b.library = $1 AND b.state = 'working' AND b.subject = w.subject)
    ORDER BY ordered.turn, w.id LIMIT $2 FOR UPDATE OF w SKIP LOCKED)
  UPDATE work SET state = 'working', owner = $3, lease_until = $4, attempts = attempts + 1, changed_at = $5
  FROM chosen WHERE work.library = $1 AND work.id = chosen.id
  RETURNING work.id, subject, work, attempts, saying, turn, ${REPEATED}`;

/** Work of an owner, or of owners whose lease is over, that is to wait again. */
export const OF_OWNER = "SELECT id FROM work WHERE library = $1 AND state = 'working' AND owner = $2 FOR UPDATE";
export const LAPSED = `
  SELECT id FROM work WHERE library = $1 AND state = 'working' AND owner <> $2 AND lease_until < $3
  FOR UPDATE SKIP LOCKED`;

/** What newer work about the same subject replaced meanwhile does not wait again. */
export const PUT_BACK = `
  UPDATE work SET owner = NULL, state = CASE WHEN EXISTS (
      SELECT 1 FROM work newer
      WHERE newer.library = work.library AND newer.subject = work.subject AND newer.id > work.id
        AND newer.state = 'waiting')
    THEN 'withdrawn' ELSE 'waiting' END
  WHERE library = $1 AND id = ANY($2::bigint[]) AND state = 'working'`;

/** When the first of the last so many of a person, or of a workspace, was counted. */
export function firstCounted(column: 'person' | 'team'): string {
  return `
    SELECT counted_at FROM work WHERE library = $1 AND ${column} = $2 AND counted_at > $3 AND counted_at <= $4
    ORDER BY counted_at DESC OFFSET $5 LIMIT 1`;
}
