// How long people wait when many ask at once: `npm run bench -- load [--askers N] [--questions N] [--attacker] [--index
// FOLDER --set FILE]`. Starts the real program, asks its web page from as many addresses as there are askers, and looks
// at a trivial page meanwhile.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const ROOT = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    askers: { type: 'string', default: '32' },
    questions: { type: 'string', default: '640' },
    attacker: { type: 'boolean', default: false },
    index: { type: 'string' },
    set: { type: 'string', default: join(ROOT, 'samples/questions.jsonl') },
  },
});
const [askers, questionCount] = [Number(values.askers), Number(values.questions)];
const questions = readFileSync(values.set, 'utf8')
  .trim()
  .split('\n')
  .map((line) => String(JSON.parse(line).question));
const folder = mkdtempSync(join(tmpdir(), 'footnote-load-'));
const delayFile = join(folder, 'delay.json');
const EventLoop = z.object({ p50: z.number(), p99: z.number(), max: z.number(), memory: z.number() });

const program = spawn(
  process.execPath,
  [
    '--max-semi-space-size=16',
    '--import',
    join(ROOT, 'bench/event-loop-delay.ts'),
    join(ROOT, 'src/commands/footnote.ts'),
    'start',
  ],
  {
    env: {
      PATH: process.env['PATH'],
      INDEX_DIR: values.index ?? folder,
      DICTIONARY_DIR: process.env['DICTIONARY_DIR'] ?? join(ROOT, 'index'),
      PORT: '0',
      EVENT_LOOP_DELAY_FILE: delayFile,
    },
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
let screen = '';
program.stdout.on('data', (text: Buffer) => (screen += text.toString()));
while (!screen.includes('Stop with Ctrl+C')) await delay(100);
const port = Number(/127\.0\.0\.1:(\d+)/u.exec(screen)?.[1]);

/** Milliseconds of one request from an address of this machine, told apart from others as another visitor's. */
function request(path: string, { from = 1, form }: { from?: number; form?: string } = {}): Promise<number> {
  const started = performance.now();
  return new Promise((done, failed) => {
    const headers =
      form === undefined
        ? {}
        : { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(form) };
    const sent = http.request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: form === undefined ? 'GET' : 'POST',
        headers,
        localAddress: `127.0.0.${1 + from}`,
        agent: false,
      },
      (response) => {
        response.resume();
        response.on('end', () => {
          const took = performance.now() - started;
          // An answer has an address of its own: whoever asked has waited for that page, too.
          const { location } = response.headers;
          if (response.statusCode === 303 && location?.startsWith('/') === true)
            request(location, { from }).then((more) => done(took + more), failed);
          else if (response.statusCode === 200 || form !== undefined) done(took);
          else failed(new Error(`${path}: ${response.statusCode}`));
        });
      },
    );
    sent.on('error', failed);
    sent.end(form);
  });
}

const askAt = (at: number, from: number) =>
  request(`/?q=${encodeURIComponent(questions[at % questions.length] ?? '?')}`, { from });
for (let at = 0; at < 8; at++) await askAt(at, 1);
program.kill('SIGUSR2');

const state = { asked: 0, isOver: false };
const [asks, pages, memory]: [number[], number[], string[]] = [[], [], []];

async function asker(from: number): Promise<void> {
  while (state.asked < questionCount) {
    asks.push(await askAt(state.asked++, from));
    if (asks.length === 1000 || asks.length === questionCount) memory.push(`${asks.length}: ${residentMb()} MB`);
  }
}

async function looker(): Promise<void> {
  while (!state.isOver) {
    pages.push(await request('/check', { from: 200 }));
    await delay(30);
  }
}

/** Sends the longest drafts and the longest questions, as many at once as a browser would. */
async function attacker(at: number): Promise<void> {
  const sentences = 'The market grew 1 1 1 1 1 by 12% in 2020. 市场增长了 12%，'.repeat(700);
  const draft = `draft=${encodeURIComponent(sentences.slice(0, 29_000))}`;
  const long = encodeURIComponent('市场 1 2 3 share growth '.repeat(100).slice(0, 1900));
  while (!state.isOver)
    await (at % 2 === 0 ? request('/check', { from: 100, form: draft }) : request(`/?q=${long}`, { from: 100 })).catch(
      () => 0,
    );
}

function residentMb(): number {
  const status = readFileSync(`/proc/${program.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1]) / 1024);
}

/** Processor seconds that the program has used. */
function cpuSeconds(): number {
  const fields = readFileSync(`/proc/${program.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const [cpuBefore, started] = [cpuSeconds(), performance.now()];
const beside = [looker(), ...(values.attacker ? Array.from({ length: 6 }, (_, at) => attacker(at)) : [])];
await Promise.all(Array.from({ length: askers }, (_, at) => asker(at)));
const [seconds, cpu] = [(performance.now() - started) / 1000, cpuSeconds() - cpuBefore];
state.isOver = true;
await delay(400);
const loop = EventLoop.parse(JSON.parse(readFileSync(delayFile, 'utf8')));
program.kill('SIGKILL');
await once(program, 'exit');
void Promise.allSettled(beside);
rmSync(folder, { recursive: true, force: true });

const at = (times: number[], share: number) =>
  (times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0);
console.log(
  `${askers} askers${values.attacker ? ' and an attacker' : ''}: ${asks.length} answers in ` +
    `${seconds.toFixed(1)} s, ${(cpu / seconds).toFixed(2)} processors used`,
);
console.log(`an answer: median ${at(asks, 0.5)} ms, p95 ${at(asks, 0.95)} ms, longest ${at(asks, 1)} ms`);
console.log(
  `a trivial page beside them: median ${at(pages, 0.5)} ms, p99 ${at(pages, 0.99)} ms, longest ${at(pages, 1)} ms`,
);
console.log(
  `the main thread's delay: median ${loop.p50.toFixed(0)} ms, p99 ${loop.p99.toFixed(0)} ms, longest ` +
    `${loop.max.toFixed(0)} ms`,
);
console.log(`memory after so many answers: ${memory.join(', ')}`);
process.exit(0);
