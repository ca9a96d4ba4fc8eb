import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Where a run of the tests keeps what it prepares, for all its processes. */
const RUN_FOLDER = 'FOOTNOTE_TEST_RUN';
/** The process that lives as long as the run. */
const RUN_PROCESS = 'FOOTNOTE_TEST_PROCESS';
/** Longest wait for another process that prepares it, in milliseconds, and how often is looked. */
const PATIENCE_MS = 100_000;
const LOOK_MS = 50;

/** Makes the folder of this run; what is called then removes it. */
export function openRunFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-run-'));
  process.env[RUN_FOLDER] = folder;
  process.env[RUN_PROCESS] = String(process.pid);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** The number of the process that lives as long as this run. */
export function runProcess(): string {
  return process.env[RUN_PROCESS] ?? String(process.pid);
}

/**
 * Fills a folder with what takes long to make: the first that needs it in this run makes it, whatever process that is,
 * the others copy.
 * @param name by which others know it again
 */
export async function fillOnce(folder: string, name: string, make: (folder: string) => Promise<void>): Promise<void> {
  const kept = join(process.env[RUN_FOLDER] ?? '', name);
  const done = `${kept}.done`;
  if (isFirst(`${kept}.begun`)) {
    mkdirSync(kept);
    await make(kept);
    writeFileSync(done, '');
  }
  for (let waited = 0; !existsSync(done); waited += LOOK_MS) {
    if (waited > PATIENCE_MS) throw new Error(`Another process began to prepare ${name} and has not finished.`);
    await delay(LOOK_MS);
  }
  cpSync(kept, folder, { recursive: true });
}

/** One process alone can make a folder. */
function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
