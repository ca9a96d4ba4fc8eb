import { count, create, insertMultiple, search } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import type { System } from '../system.ts';

/** Orama with its Mandarin tokenizer, full text. */
export function createOrama(): System {
  const database = create({
    schema: { id: 'string', text: 'string' } as const,
    components: { tokenizer: createTokenizer() },
  });
  return {
    async ingest(passages) {
      await insertMultiple(
        database,
        passages.map(({ id, text }) => ({ id, text })),
        500,
      );
    },
    async search(question, limit) {
      const { hits } = await search(database, { term: question, properties: ['text'], limit });
      return hits.map(({ document }) => document.id);
    },
    count: () => Promise.resolve(count(database)),
  };
}
