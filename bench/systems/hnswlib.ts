import { Embeddings } from '@langchain/core/embeddings';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { createDictionaryEmbedder } from '../../src/adapters/vectors/dictionary-embedder.ts';
import { parseConfig } from '../../src/config.ts';
import type { System } from '../system.ts';
import { distinctIds } from '../system.ts';
import { splitPassages } from './split-passages.ts';

/** Footnote's own embedder for LangChain: the same vectors, so that only the rest is compared. */
class DictionaryEmbeddings extends Embeddings {
  private readonly embedder = createDictionaryEmbedder(parseConfig({}).dictionaryDirectory);

  constructor() {
    super({});
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    return (await this.embedder.embed(texts)).map((vector) => [...vector]);
  }

  async embedQuery(text: string): Promise<number[]> {
    return (await this.embedDocuments([text]))[0] ?? [];
  }
}

/** LangChain's recursive splitter and HNSWLib. */
export function createHnswlib(): System {
  let store: HNSWLib | undefined;
  let parts = 0;
  return {
    async ingest(passages) {
      const documents = await splitPassages(passages);
      parts = documents.length;
      store = await HNSWLib.fromDocuments(documents, new DictionaryEmbeddings());
    },
    async search(question, limit) {
      const found = (await store?.similaritySearch(question, Math.min(50, parts))) ?? [];
      return distinctIds(
        found.map(({ metadata }) => String(metadata['id'])),
        limit,
      );
    },
    count: () => Promise.resolve(parts),
  };
}
