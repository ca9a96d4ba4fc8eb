import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runFootnote } from './run-footnote.ts';
import { aTemporaryFolder } from './temporary-folder.ts';

/** The report that these indexes hold. */
export const SAMPLE_PDF = resolve(import.meta.dirname, '../../samples/cloud-market-2020.pdf');

let made: Promise<string> | undefined;

/**
 * A folder with an index of the sample, gone when the test is over. This process takes the sample in once, by the
 * command line; then each index is a copy.
 */
export async function anIndexOfSample(): Promise<string> {
  const folder = aTemporaryFolder();
  cpSync(await (made ??= takeIn()), folder, { recursive: true });
  return folder;
}

async function takeIn(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-sample-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { status, stderr } = await runFootnote(folder, 'ingest', SAMPLE_PDF);
  if (status !== 0) throw new Error(stderr);
  return folder;
}
