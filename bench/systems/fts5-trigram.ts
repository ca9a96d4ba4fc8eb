import { DatabaseSync } from 'node:sqlite';
import type { System } from '../system.ts';

/**
 * SQLite's full text with its trigram tokenizer, asked for any three characters of the question that stand together.
 */
export function createFts5Trigram(): System {
  const database = new DatabaseSync(':memory:');
  database.exec("CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, text, tokenize='trigram')");
  return {
    ingest(passages) {
      const insert = database.prepare('INSERT INTO passages VALUES (?, ?)');
      database.exec('BEGIN');
      for (const { id, text } of passages) insert.run(id, text);
      database.exec('COMMIT');
      return Promise.resolve();
    },
    search(question, limit) {
      const terms = trigrams(question);
      if (terms.length === 0) return Promise.resolve([]);
      const rows = database
        .prepare('SELECT id FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?')
        .all(terms.map((term) => `"${term}"`).join(' OR '), limit);
      return Promise.resolve(rows.map(({ id }) => String(id)));
    },
    count: () =>
      Promise.resolve(Number(database.prepare('SELECT count(*) AS count FROM passages').get()?.['count'] ?? 0)),
  };
}

function trigrams(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((run) => {
    const characters = [...run];
    return characters.slice(0, -2).map((_, at) => characters.slice(at, at + 3).join(''));
  });
}
