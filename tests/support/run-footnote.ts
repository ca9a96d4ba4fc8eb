import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const PROGRAM = resolve(import.meta.dirname, '../../bin/footnote.mjs');

/** How a command ended. */
export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Starts the command line as a person would, on an index of its own and without Slack. */
export function startFootnote(indexDirectory: string, ...args: string[]): ChildProcess {
  return startFootnoteWith({}, indexDirectory, ...args);
}

/** The same with other settings. */
export function startFootnoteWith(
  settings: Record<string, string>,
  indexDirectory: string,
  ...args: string[]
): ChildProcess {
  const env = { PATH: process.env['PATH'], INDEX_DIR: indexDirectory, PORT: '0', ...settings };
  return spawn(process.execPath, [PROGRAM, ...args], { env, cwd: indexDirectory, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs a command to its end. */
export async function runFootnote(indexDirectory: string, ...args: string[]): Promise<Ended> {
  return runFootnoteWith({}, indexDirectory, ...args);
}

/** The same with settings of one's own. */
export async function runFootnoteWith(
  settings: Record<string, string>,
  indexDirectory: string,
  ...args: string[]
): Promise<Ended> {
  const child = startFootnoteWith(settings, indexDirectory, ...args);
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (data) => (stdout += String(data)));
  child.stderr?.on('data', (data) => (stderr += String(data)));
  await once(child, 'close');
  return { status: child.exitCode, stdout, stderr };
}
