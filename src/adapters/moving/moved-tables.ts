import type { StoredRow } from '../sound-rows.ts';
import { ANSWER_STORE } from '../sqlite/answers.ts';
import { FEEDBACK } from '../sqlite/feedback.ts';
import { INBOX } from '../sqlite/inbox-schema.ts';
import { INSTALLATIONS } from '../sqlite/installations.ts';
import { LEDGER } from '../sqlite/ledger.ts';
import { MODEL_STORE } from '../sqlite/model-store.ts';
import type { StoreKind } from '../sqlite/open-store.ts';
import { PREFERENCES } from '../sqlite/preferences.ts';
import { REVIEW_STORE } from '../sqlite/review-store.ts';
import { SESSIONS } from '../sqlite/sessions.ts';
import { TAKEN } from '../sqlite/taken-documents.ts';

/** A table of both engines, named and ordered alike. */
export interface MovedTable {
  name: string;
  /** Its columns: as SQLite names them, and as PostgreSQL does where that is another name. */
  columns: Record<string, string>;
  /** In which order rows go over: what numbers them there does so anew. */
  order: { sqlite: string; postgres: string };
  /** What one engine keeps besides, made of what the other has. */
  besides?: { sqlite?: (row: StoredRow) => StoredRow; postgres?: (row: StoredRow) => StoredRow };
}

/** A file of SQLite with its tables. */
export interface MovedStore {
  kind: StoreKind;
  tables: readonly MovedTable[];
}

/** Columns that are named alike. */
function alike(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

function table(name: string, columns: Record<string, string>, order?: MovedTable['order']): MovedTable {
  const [first = ''] = Object.keys(columns);
  return { name, columns, order: order ?? { sqlite: first, postgres: `${columns[first] ?? first} COLLATE "C"` } };
}

/** Everything but the library, which is more than rows. */
export const MOVED_STORES: readonly MovedStore[] = [
  { kind: LEDGER, tables: [table('sources', alike('id', 'kept_at', 'sources'))] },
  {
    kind: PREFERENCES,
    tables: [
      table('preferences', alike('person', 'language', 'place')),
      table('follows', alike('team', 'place', 'topic', 'by', 'at'), { sqlite: 'rowid', postgres: 'number' }),
      table('told', alike('team', 'place', 'topic', 'report')),
      table('scopes', alike('team', 'channel', 'scope')),
    ],
  },
  { kind: INSTALLATIONS, tables: [table('installations', alike('team', 'sealed'))] },
  {
    kind: MODEL_STORE,
    tables: [
      table('said', alike('key', 'at', 'value')),
      table('tokens', { ...alike('day'), user: 'person', ...alike('input', 'output') }),
    ],
  },
  {
    kind: FEEDBACK,
    tables: [
      table('ratings', { answerId: 'answer_id', ...alike('by', 'question', 'at', 'way', 'reason') }),
      table('questions', alike('question', 'by', 'at', 'door', 'channel', 'task', 'outcome', 'missing', 'ms'), {
        sqlite: 'number',
        postgres: 'number',
      }),
    ],
  },
  {
    kind: ANSWER_STORE,
    tables: [
      table('given', alike('id', 'at', 'by', 'content')),
      table(
        'asked',
        { ...alike('person'), answerId: 'answer_id', ...alike('question', 'at') },
        {
          sqlite: 'rowid',
          postgres: 'number',
        },
      ),
      table('removed', alike('report', 'audience')),
    ],
  },
  { kind: SESSIONS, tables: [table('sessions', alike('id', 'editor', 'until')), table('links', alike('id', 'until'))] },
  { kind: TAKEN, tables: [table('documents', alike('origin', 'document', 'taken'))] },
  {
    kind: INBOX,
    tables: [
      {
        ...table(
          'work',
          alike(
            'key',
            'subject',
            'person',
            'thread',
            'work',
            'state',
            'owner',
            'lease_until',
            'attempts',
            'changed_at',
            'counted_at',
            'stopped',
            'saying',
          ),
          { sqlite: 'id', postgres: 'id' },
        ),
        besides: { postgres: ({ person }) => ({ team: String(person).split(' ', 1).join('') }) },
      },
    ],
  },
  {
    kind: REVIEW_STORE,
    tables: [
      table('answers', alike('id', 'at', 'question', 'asker', 'place', 'claims'), {
        sqlite: 'rowid',
        postgres: 'number',
      }),
      table('citations', alike('id', 'answer_id', 'position', 'claim', 'file', 'quote'), {
        sqlite: 'rowid',
        postgres: 'number',
      }),
      table(
        'log',
        {
          ...alike('number', 'at', 'editor', 'action', 'note', 'verdict', 'hash'),
          answerId: 'answer_id',
          citationId: 'citation_id',
          quoteKey: 'quote_key',
          previousHash: 'previous_hash',
        },
        { sqlite: 'number', postgres: 'number' },
      ),
      {
        ...table('log_head', alike('number', 'hash'), { sqlite: 'number', postgres: 'number' }),
        besides: { sqlite: () => ({ only: 1 }) },
      },
    ],
  },
];
