import MiniSearch from 'minisearch';
import type { System } from '../system.ts';

/** ICU's words: the tokenizer that MiniSearch's users take for Chinese. */
const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** MiniSearch with its defaults but the tokenizer. */
export function createMinisearch(): System {
  const index = new MiniSearch<{ id: string; text: string }>({
    fields: ['text'],
    tokenize: (text) =>
      [...SEGMENTER.segment(text)].filter(({ isWordLike }) => isWordLike === true).map(({ segment }) => segment),
  });
  return {
    async ingest(passages) {
      await index.addAllAsync(passages.map(({ id, text }) => ({ id, text })));
    },
    search: (question, limit) =>
      Promise.resolve(
        index
          .search(question)
          .slice(0, limit)
          .map(({ id }) => String(id)),
      ),
    count: () => Promise.resolve(index.documentCount),
  };
}
