import { z } from 'zod';
import { Work } from '../../domain/inbox.ts';
import type { InboxItem } from '../../domain/inbox.ts';
import type { Database } from './database.ts';
import type { StoreKind } from './open-store.ts';
import { json } from '../sound-rows.ts';

const TABLES = `
  CREATE TABLE IF NOT EXISTS work (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, subject TEXT NOT NULL, person TEXT NOT NULL, thread TEXT NOT NULL,
    work TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'waiting', owner TEXT, lease_until INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0, changed_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS work_by_state ON work (state, id);
  CREATE INDEX IF NOT EXISTS work_by_subject ON work (subject);
  CREATE INDEX IF NOT EXISTS work_by_thread ON work (thread, state);
  CREATE INDEX IF NOT EXISTS work_by_person ON work (person, id);
`;

/** Columns that the first inboxes did not have. */
const LATER_COLUMNS = {
  counted_at: 'INTEGER',
  stopped: 'INTEGER NOT NULL DEFAULT 0',
  saying: 'INTEGER NOT NULL DEFAULT 0',
};

/** Each person's first piece of work goes before anybody's second; what is being worked on counts. */
export const IN_ORDER = `
  WITH busy AS (SELECT person, count(*) AS pieces FROM work WHERE state = 'working' GROUP BY person)
  SELECT id, subject, row_number() OVER (PARTITION BY person ORDER BY id) + coalesce(pieces, 0) AS turn
  FROM work LEFT JOIN busy USING (person) WHERE state = 'waiting' ORDER BY turn, id`;
/** A subject that is being worked on waits. */
export const NEXT = `
  SELECT id FROM (${IN_ORDER}) WHERE subject NOT IN (SELECT subject FROM work WHERE state = 'working')
  ORDER BY turn, id LIMIT ?`;
/** An item as it is stored. */
export const ITEM = `
  SELECT *, EXISTS (
    SELECT 1 FROM work older WHERE older.subject = work.subject AND older.id < work.id AND older.attempts > 0
  ) AS repeated
  FROM work`;

/** Rows of work, as they must be. */
export const WORK = {
  name: 'work',
  key: ['id'],
  row: z.object({
    id: z.int(),
    subject: z.string(),
    work: json(Work),
    attempts: z.int(),
    saying: z.int(),
    repeated: z.int().default(0),
  }),
};

/** An item as it is stored, by its row. */
export function itemOf({ id, subject, work, attempts, saying, repeated }: z.infer<typeof WORK.row>): InboxItem {
  return { id, subject, work, attempt: attempts, isRepeated: repeated === 1, mayBeSaid: saying === 1 };
}

/** The store of what Slack wants done. */
export const INBOX: StoreKind = {
  file: 'inbox.db',
  holds: 'what Slack wants done: questions that were not answered yet',
  applicationId: 0x466e_0002,
  firstTable: 'work',
  tables: [WORK],
  ifDamaged: 'set_aside',
  migrations: [TABLES, addLaterColumns],
};

function addLaterColumns(db: Database): void {
  const there = new Set(
    db
      .prepare('PRAGMA table_info(work)')
      .all()
      .map((row) => row['name']),
  );
  for (const [name, type] of Object.entries(LATER_COLUMNS))
    if (!there.has(name)) db.exec(`ALTER TABLE work ADD COLUMN ${name} ${type}`);
  db.exec('CREATE INDEX IF NOT EXISTS work_by_count ON work (counted_at)');
}
