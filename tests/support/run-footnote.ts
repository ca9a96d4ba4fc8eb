import { fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { on, once } from 'node:events';
import { resolve } from 'node:path';
import { z } from 'zod';

const HOST = resolve(import.meta.dirname, 'command-host.ts');
/** As `bin/footnote.mjs` starts the program. */
const NODE_OPTIONS = ['--max-semi-space-size=16', '--disable-warning=ExperimentalWarning'];
const PROGRAM = resolve(import.meta.dirname, '../../bin/footnote.mjs');

/** Each thread that answers is warmed up at the start: one is enough for who asks one thing after the other. */
export const ONE_THREAD = { ANSWER_THREADS: '1' };

/** How a command ended. */
const Ended = z.object({ status: z.number().nullable(), stdout: z.string(), stderr: z.string() });
export type Ended = z.infer<typeof Ended>;
const HostMessage = z.object({ id: z.int(), ended: Ended });

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
  const { command, args: all, ...where } = footnoteCommand(indexDirectory, ...args);
  const stdin = ['mcp', 'chat'].includes(args[0] ?? '') ? 'pipe' : 'ignore';
  return spawn(command, all, { ...where, env: { ...where.env, ...settings }, stdio: [stdin, 'pipe', 'pipe'] });
}

/** How the command line is started, for whoever starts it. */
export function footnoteCommand(indexDirectory: string, ...args: string[]) {
  return { command: process.execPath, args: [PROGRAM, ...args], env: settingsIn(indexDirectory), cwd: indexDirectory };
}

function settingsIn(indexDirectory: string): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', INDEX_DIR: indexDirectory, PORT: '0', ...ONE_THREAD };
}

/** Runs commands one after the other; it has loaded the program once. */
let host: ChildProcess | undefined;
let before: Promise<unknown> = Promise.resolve();
let last = 0;

/** Runs a command to its end. */
export async function runFootnote(indexDirectory: string, ...args: string[]): Promise<Ended> {
  return runFootnoteSet({}, indexDirectory, ...args);
}

/** The same with settings of one’s own. */
export async function runFootnoteSet(
  settings: Record<string, string>,
  indexDirectory: string,
  ...args: string[]
): Promise<Ended> {
  const ended = before.then(() => runInHost(indexDirectory, args, { ...settingsIn(indexDirectory), ...settings }));
  before = ended.catch(() => undefined);
  return ended;
}

async function runInHost(folder: string, args: string[], env: Record<string, string>): Promise<Ended> {
  if (!host?.connected) host = startHost();
  const id = ++last;
  host.send({ id, args, folder, env });
  for await (const [message] of on(host, 'message', { close: ['disconnect'] })) {
    const { data } = HostMessage.safeParse(message);
    if (data?.id === id) return data.ended;
  }
  throw new Error(`The process ended that ran footnote ${args.join(' ')}.`);
}

function startHost(): ChildProcess {
  const { PATH = '', NODE_COMPILE_CACHE } = process.env;
  const env = { PATH, ...(NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }) };
  const child = fork(HOST, { env, execArgv: NODE_OPTIONS, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.unref();
  child.channel?.unref();
  return child;
}

/** The same as a process of its own. */
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
