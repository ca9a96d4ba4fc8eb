// How long commands take from their start to their end: `npm run bench -- start [--index FOLDER] [--runs N]`.
// Milliseconds of processor time and of the clock, the least and the median of the runs after the first, which fills
// the cache of compiled code.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { index: { type: 'string' }, runs: { type: 'string', default: '7' } } });
const folder = mkdtempSync(join(tmpdir(), 'footnote-start-'));
const program = resolve(import.meta.dirname, '../bin/footnote.mjs');
const env = { ...process.env, INDEX_DIR: values.index ?? folder };

console.log('command      processor ms  least / median     clock ms  least / median');
for (const command of [['--help'], ['reports'], ['ask', 'What is the market share of AWS?']]) {
  const runs: { cpu: number; clock: number }[] = [];
  for (let run = 0; run <= Number(values.runs); run++) runs.push(await start(command));
  const told = (of: 'cpu' | 'clock') => {
    const sorted = runs
      .slice(1)
      .map((run) => run[of])
      .toSorted((a, b) => a - b);
    return `${Math.round(sorted[0] ?? 0)} / ${Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)}`.padStart(24);
  };
  console.log(`${(command[0] ?? '').padEnd(12)}${told('cpu')}${told('clock')}`);
}
rmSync(folder, { recursive: true });

/** As it is installed: by its launcher, on the Node that runs this. */
async function start(command: string[]): Promise<{ cpu: number; clock: number }> {
  const [before, from] = [childrenMs(), performance.now()];
  const child = spawn(process.execPath, [program, ...command], { env, cwd: folder, stdio: 'ignore' });
  await once(child, 'exit');
  return { cpu: childrenMs() - before, clock: performance.now() - from };
}

/** Processor time of the processes that have ended, in milliseconds. */
function childrenMs(): number {
  // The system counts it in hundredths of a second: fields 16 and 17 of its line about this process.
  const line = readFileSync('/proc/self/stat', 'utf8');
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * 10;
}
