import { z } from 'zod';
import { Audience, canonicalAudience } from '../../domain/audience.ts';
import type { Database } from './database.ts';
import { json, soundRows } from '../sound-rows.ts';
import { createShelfIndex, dropShelfIndex, EVERYONES_SHELF, indexReport, unindexReport } from './shelf-index.ts';

/** The reports of one audience. */
export interface Shelf {
  id: number;
  audience: Audience;
}

export const SHELVES = { name: 'shelves', key: ['id'], row: z.object({ id: z.int(), audience: json(Audience) }) };

/** All shelves, everyone's first. What stands on one whose audience cannot be read is shown to nobody. */
export function readShelves(db: Database): Shelf[] {
  return soundRows(db, SHELVES, db.prepare('SELECT id, audience FROM shelves ORDER BY id').all());
}

/** The shelf of an audience, made when there is none; call it within a transaction. */
export function shelfFor(db: Database, audience: Audience): number {
  const text = JSON.stringify(canonicalAudience(audience));
  const known = db.prepare('SELECT id FROM shelves WHERE audience = ?').get(text)?.['id'];
  if (known !== undefined) return Number(known);
  const id = Number(db.prepare('INSERT INTO shelves (audience) VALUES (?)').run(text).lastInsertRowid);
  createShelfIndex(db, id);
  return id;
}

/** The shelf on which a report stands; undefined when there is none with this id. */
export function shelfOf(db: Database, reportId: string): number | undefined {
  const shelf = db.prepare('SELECT shelf FROM reports WHERE id = ?').get(reportId)?.['shelf'];
  return shelf === undefined ? undefined : Number(shelf);
}

/**
 * Puts a report on the shelf of another audience; false when there is none with this id. Call it within a transaction.
 */
export function moveReport(db: Database, reportId: string, audience: Audience): boolean {
  const from = shelfOf(db, reportId);
  if (from === undefined) return false;
  const to = shelfFor(db, audience);
  if (from === to) return true;
  unindexReport(db, reportId, from);
  indexReport(db, reportId, to);
  db.prepare('UPDATE reports SET shelf = ? WHERE id = ?').run(to, reportId);
  return true;
}

/** Takes away the shelves on which nothing stands, but everyone's; call it within a transaction. */
export function dropEmptyShelves(db: Database): void {
  const empty = db
    .prepare('SELECT id FROM shelves WHERE id <> ? AND NOT EXISTS (SELECT 1 FROM reports WHERE shelf = shelves.id)')
    .all(EVERYONES_SHELF);
  for (const { id } of empty) {
    dropShelfIndex(db, Number(id));
    db.prepare('DELETE FROM shelves WHERE id = ?').run(Number(id));
  }
}
