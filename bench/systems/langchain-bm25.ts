import { BM25Retriever } from '@langchain/community/retrievers/bm25';
import type { System } from '../system.ts';
import { distinctIds } from '../system.ts';
import { splitPassages } from './split-passages.ts';

/** LangChain's recursive splitter and its BM25 retriever, as its documentation has them. */
export function createLangchainBm25(): System {
  let retriever: BM25Retriever | undefined;
  let parts = 0;
  return {
    async ingest(passages) {
      const documents = await splitPassages(passages);
      parts = documents.length;
      retriever = BM25Retriever.fromDocuments(documents, { k: 50 });
    },
    async search(question, limit) {
      const found = (await retriever?.invoke(question)) ?? [];
      return distinctIds(
        found.map(({ metadata }) => String(metadata['id'])),
        limit,
      );
    },
    count: () => Promise.resolve(parts),
  };
}
