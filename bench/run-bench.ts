// Every system on every set, one process each, and a table: see docs/benchmarks.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Measured, SYSTEM_NAMES } from './measure.ts';
import type { Row } from './table.ts';
import { tableOf } from './table.ts';

const MEASURE = fileURLToPath(new URL('measure.ts', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../samples', import.meta.url));
/** Passages that make about 40,000 chunks of ours. */
const LARGE = 82_000;

const rows: Row[] = [];

const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: SAMPLES },
    systems: { type: 'string', default: SYSTEM_NAMES.join(',') },
    questions: { type: 'string', default: '300' },
    size: { type: 'string', default: String(LARGE) },
    out: { type: 'string' },
  },
});

for (const folder of setFolders(values.sets))
  for (const system of values.systems.split(',')) measure(system, folder, 0);
const [first] = setFolders(values.sets);
if (first !== undefined && Number(values.size) > 0)
  for (const system of values.systems.split(',')) measure(system, first, Number(values.size));
process.stdout.write(tableOf(rows));
if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(rows, null, 1)}\n`);

/** A folder with `questions.jsonl` is a set; else the folders in it that have one. */
function setFolders(folder: string): string[] {
  const holdsSet = (path: string) => existsSync(join(path, 'questions.jsonl'));
  if (holdsSet(folder)) return [folder];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter(holdsSet);
}

/**
 * Footnote stores in one process and answers in another, as its users have it; the others keep everything in memory.
 */
function measure(system: string, folder: string, size: number): void {
  const directory = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
  const phases = system === 'Footnote' ? ['ingest', 'ask'] : ['both'];
  process.stderr.write(`${system} on ${folder.split('/').at(-1)}${size > 0 ? ` grown to ${size} passages` : ''} …\n`);
  const measured = phases.map((phase) => runMeasure(system, phase, directory, size, folder));
  rmSync(directory, { recursive: true, force: true });
  const failed = measured.find((each) => typeof each === 'string');
  if (failed !== undefined) process.stderr.write(`  failed: ${failed}\n`);
  else
    rows.push({
      system,
      set: `${folder.split('/').at(-1)}${size > 0 ? ' × many' : ''}`,
      ...Measured.parse(Object.assign({}, ...measured)),
    });
}

/** What the process printed, or why it failed. */
function runMeasure(system: string, phase: string, directory: string, size: number, folder: string): object | string {
  const run = spawnSync(
    process.execPath,
    [...process.execArgv, MEASURE, system, phase, directory, String(size), values.questions, folder],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  return run.status === 0
    ? Measured.partial().parse(JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '{}'))
    : (run.stderr
        .trim()
        .split('\n')
        .findLast((line) => line.includes('Error')) ?? `exit ${run.status}`);
}
