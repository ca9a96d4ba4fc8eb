import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DESCRIPTIONS } from '../sqlite/descriptions.ts';
import { ALIASES, CHUNKS, PAGES, RECOGNISED, REPORTS, SECTIONS } from '../sqlite/library-rows-out.ts';
import { MARK } from '../sqlite/library-schema.ts';
import type { StoreKind } from '../sqlite/open-store.ts';
import { STATEMENTS } from '../sqlite/statement-rows.ts';
import { SHELVES } from '../sqlite/shelves.ts';
import { ANSWER_STORE } from '../sqlite/answers.ts';
import { FEEDBACK } from '../sqlite/feedback.ts';
import { INBOX } from '../sqlite/inbox-schema.ts';
import { INSTALLATIONS } from '../sqlite/installations.ts';
import { LEDGER } from '../sqlite/ledger.ts';
import { MODEL_STORE } from '../sqlite/model-store.ts';
import { PREFERENCES } from '../sqlite/preferences.ts';
import { REVIEW_STORE } from '../sqlite/review-store.ts';
import { SESSIONS } from '../sqlite/sessions.ts';
import { TAKEN } from '../sqlite/taken-documents.ts';

/** What is known of each database of an index without opening it. */
export type KnownStore = Omit<StoreKind, 'migrations'>;

const LIBRARY: KnownStore = {
  ...MARK,
  file: 'library.db',
  holds: 'the reports, their text and who may see them',
  ifDamaged: 'stop',
  tables: [REPORTS, PAGES, RECOGNISED, SECTIONS, CHUNKS, STATEMENTS, ALIASES, SHELVES, DESCRIPTIONS],
};

/** All databases of an index, those that would be missed most first. */
export const STORES: readonly KnownStore[] = [
  LIBRARY,
  REVIEW_STORE,
  INSTALLATIONS,
  LEDGER,
  ANSWER_STORE,
  INBOX,
  FEEDBACK,
  PREFERENCES,
  TAKEN,
  MODEL_STORE,
  SESSIONS,
];

/**
 * The folders of an index below its own: one for each workspace that has a library of its own. The index's own is the
 * empty path.
 */
export function foldersOf(directory: string): string[] {
  const workspaces = join(directory, 'workspaces');
  return ['', ...(existsSync(workspaces) ? readdirSync(workspaces).map((name) => join('workspaces', name)) : [])];
}
