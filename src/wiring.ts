import { createHashingEmbedder } from './adapters/hashing-embedder.ts';
import { openFile } from './adapters/open-file.ts';
import { pdfReader } from './adapters/pdf-reader.ts';
import { txtReader } from './adapters/txt-reader.ts';
import { openSqliteLibrary } from './adapters/sqlite-library.ts';
import { answerQuestion } from './answer/answer-question.ts';
import { composeExtract } from './answer/compose-extract.ts';
import { retrievePassages } from './answer/retrieve-passages.ts';
import type { Retrieval } from './answer/retrieve-passages.ts';
import type { Config } from './config.ts';
import type { Question, VerifiedAnswer } from './domain/answer.ts';
import type { Library } from './domain/ports.ts';
import { ingestFiles } from './ingest/ingest-files.ts';
import type { IngestParts, IngestResult } from './ingest/ingest-files.ts';

/** Everything the commands, Slack and the web pages call, with real parts behind it. */
export interface Footnote {
  library: Library;
  ingest(paths: string[], onProgress?: IngestParts['onProgress']): Promise<IngestResult>;
  retrieve(question: Question, limit?: number): Promise<Retrieval>;
  answer(question: Question): Promise<VerifiedAnswer>;
  close(): Promise<void>;
}

const READERS = [txtReader, pdfReader];

/**
 * Picks and joins the real parts. The one place that does.
 * @throws LibraryError when the index cannot be opened
 */
export function wireFootnote({ indexDirectory }: Config): Footnote {
  const embedder = createHashingEmbedder();
  const library = openSqliteLibrary(indexDirectory, embedder);
  const retrieve = (question: Question, limit?: number): Promise<Retrieval> => retrievePassages(question, { library, embedder }, limit);
  const compose = (retrieval: Retrieval) => Promise.resolve(composeExtract(retrieval));
  return {
    library,
    ingest: (paths, onProgress) => ingestFiles(paths, { library, openFile: (path) => openFile(path, READERS), ...(onProgress ? { onProgress } : {}) }),
    retrieve,
    answer: (question) => answerQuestion(question, { retrieve, compose }),
    close: () => library.close(),
  };
}
