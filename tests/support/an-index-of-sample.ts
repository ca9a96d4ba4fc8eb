import { resolve } from 'node:path';
import { fillOnce } from './prepared-once.ts';
import { runFootnote } from './run-footnote.ts';
import { aTemporaryFolder } from './temporary-folder.ts';

/** The report that these indexes hold. */
export const SAMPLE_PDF = resolve(import.meta.dirname, '../../samples/cloud-market-2020.pdf');

/** A folder with an index of the sample, as the command line takes it in, gone when the test is over. */
export async function anIndexOfSample(): Promise<string> {
  const folder = aTemporaryFolder();
  await fillOnce(folder, 'sample', (kept) => takeIn(kept, SAMPLE_PDF));
  return folder;
}

/** Takes a report in by the command line. */
export async function takeIn(folder: string, report: string): Promise<void> {
  const { status, stderr } = await runFootnote(folder, 'ingest', report);
  if (status !== 0) throw new Error(stderr);
}
