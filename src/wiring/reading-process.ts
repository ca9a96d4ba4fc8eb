// The process in which report files are read and made ready: whatever a file does to it, the bot and the other files go
// on.
import { readKnownWords } from '../adapters/dictionary/known-words.ts';
import { serveJobs } from '../adapters/readers/serve-jobs.ts';
import type { PreparedReport } from '../domain/prepared-report.ts';
import { isUnreadablePage } from '../ingest/find-unread.ts';
import { prepareReport } from '../ingest/prepare-report.ts';
import { loadLexicon } from '../lexicon/lexicon.ts';
import { ReadingJob } from './reading-job.ts';
import { READERS } from './readers.ts';

serveJobs(async (job, progress): Promise<PreparedReport> => {
  const { path, extension, bytes, id, lexiconDirectory, recogniser, skip } = ReadingJob.parse(job);
  loadLexicon(lexiconDirectory);
  const reader = READERS.find(({ extensions }) => extensions.includes(extension));
  if (!reader) throw new TypeError(`no reader for ${extension}`);
  const source = await reader.read(path, bytes, progress, {
    isUnreadable: (page) => isUnreadablePage(page, readKnownWords),
    ...(recogniser ? { recogniser } : {}),
    ...(skip ? { skip } : {}),
  });
  const alive = () => progress(source.paged ? source.pages.length : 0);
  alive();
  return prepareReport(source, id, readKnownWords, alive);
});
