import type { Document } from '@langchain/core/documents';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import type { BenchPassage } from '../system.ts';

/** Sizes that the library's documentation suggests, and the full stops of Chinese. */
const SPLITTER = new RecursiveCharacterTextSplitter({
  chunkSize: 500,
  chunkOverlap: 50,
  separators: ['\n\n', '\n', '。', '！', '？', '. ', ' ', ''],
});

/** LangChain documents, each knowing its passage. */
export function splitPassages(passages: BenchPassage[]): Promise<Document[]> {
  return SPLITTER.createDocuments(
    passages.map(({ text }) => text),
    passages.map(({ id }) => ({ id })),
  );
}
