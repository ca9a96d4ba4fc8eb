// How fast PDF pages go in, in what memory, and how long people wait for answers meanwhile: `npm run bench -- reading
// [--reports FOLDER] [--pages N]`. Without a folder, reports are generated: prose in one column and a table on each
// page, ten reports of one length. The second part takes the same reports in as a running bot does.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseConfig } from '../src/config.ts';
import { EVERYONE_ONLY, OPERATOR } from '../src/domain/audience.ts';
import { wireFootnote } from '../src/wiring/wire-footnote.ts';
import { wireThreads } from '../src/wiring/wire-threads.ts';
import { aReportPdf } from '../tests/support/formats/a-report-pdf.ts';
import { cells } from '../tests/support/formats/little-report.ts';
import { seeded } from '../tests/support/fuzz-runs.ts';
import { SAMPLES } from '../tests/support/thrown-texts.ts';

const REPORTS = 10;
/** Between two looks at the memory, in milliseconds. */
const LOOK_MS = 100;
const { values } = parseArgs({ options: { reports: { type: 'string' }, pages: { type: 'string', default: '1000' } } });
const folder = mkdtempSync(join(tmpdir(), 'footnote-reading-'));
const files = values.reports === undefined ? generate(Number(values.pages) / REPORTS) : pdfsIn(values.reports);
const questions = readFileSync(resolve(import.meta.dirname, '../samples/questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => String(JSON.parse(line).question));

console.log(`${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)} before this began`);
await measureAlone();
await measureBeside();
rmSync(folder, { recursive: true, force: true });

/** As `footnote ingest` does it. */
async function measureAlone(): Promise<void> {
  const footnote = await wireFootnote(parseConfig({ ...process.env, INDEX_DIR: join(folder, 'alone') }));
  await footnote.ingest(SAMPLES);
  await footnote.seenBy(OPERATOR).answer({ text: questions[0] ?? '', earlier: [] });
  const base = treeMemory();
  let most = base;
  const worked = new Map<string, number>();
  const look = () => {
    most = Math.max(most, treeMemory());
    for (const pid of childrenOf()) worked.set(pid, processorSeconds(pid));
  };
  look();
  const before = total(worked);
  const looking = setInterval(look, LOOK_MS);
  const started = performance.now();
  const { added, refused } = await footnote.ingest(files);
  const seconds = (performance.now() - started) / 1000;
  look();
  clearInterval(looking);
  const processor = total(worked) - before;
  const pages = added.reduce((sum, { pageCount }) => sum + pageCount, 0);
  await footnote.close();
  console.log(
    `${pages} pages of ${added.length} reports in ${seconds.toFixed(1)} s: ${(pages / seconds).toFixed(1)} a ` +
      `second, ${(pages / processor).toFixed(1)} a second of the processor; ` +
      `${refused.length} refused; at most ${Math.round(most - base)} MB over the base of ${Math.round(base)}`,
  );
}

/** As a running bot does it, which answers meanwhile. */
async function measureBeside(): Promise<void> {
  const config = parseConfig({ ...process.env, INDEX_DIR: join(folder, 'beside') });
  const footnote = await wireFootnote(config);
  await footnote.ingest(SAMPLES);
  const threads = wireThreads(config, () => undefined);
  const running = threads.over(footnote, config);
  await threads.warm();
  const room = running.seenBy(EVERYONE_ONLY);
  /** Milliseconds of each answer, one after the other until something is over. */
  async function askUntil(isOver: (asked: number) => boolean): Promise<number[]> {
    const times: number[] = [];
    while (!isOver(times.length)) {
      const started = performance.now();
      await room.answer({ text: questions[times.length % questions.length] ?? '', earlier: [] });
      times.push(performance.now() - started);
    }
    return times.toSorted((a, b) => a - b);
  }
  await askUntil((asked) => asked >= questions.length);
  const before = await askUntil((asked) => asked >= 3 * questions.length);
  let isIn = false;
  const started = performance.now();
  const ingesting = (async () => {
    for (const file of files) await running.ingest([file]);
    isIn = true;
  })();
  const beside = await askUntil(() => isIn);
  await ingesting;
  const seconds = (performance.now() - started) / 1000;
  // More reports, slower answers: what is left when nothing goes in any more is not the ingest's.
  const after = await askUntil((asked) => asked >= 3 * questions.length);
  await threads.close();
  await footnote.close();
  console.log(
    `ask: p95 ${p95(before)} ms before (${before.length} answers), ${p95(beside)} ms beside ` +
      `(${beside.length} answers), ${p95(after)} ms after; ` +
      `median ${median(before)}, ${median(beside)}, ${median(after)} ms; ` +
      `the reports took ${seconds.toFixed(1)} s`,
  );
}

function p95(times: readonly number[]): number {
  return Math.round(times[Math.floor(times.length * 0.95)] ?? 0);
}

function median(times: readonly number[]): number {
  return Math.round(times[Math.floor(times.length * 0.5)] ?? 0);
}

function pdfsIn(path: string): string[] {
  return readdirSync(path)
    .filter((name) => name.toLowerCase().endsWith('.pdf'))
    .map((name) => join(path, name));
}

function generate(pagesEach: number): string[] {
  const random = seeded(7);
  const number = (most: number) => Math.floor(random() * most);
  const sentence = () =>
    `In the year ${2000 + number(24)} carriers of region ${number(90)} moved ${number(900)} million tonnes, ` +
    `${number(30)} percent more than one year before.`;
  const section = (at: number) => ({
    heading: `${at + 1}. Carriers of region ${number(900)}`,
    paragraphs: Array.from({ length: 14 }, sentence),
    table: {
      above: [`Table ${at + 1}: Freight by line`, 'in thousands of tonnes'],
      heads: [cells('Line', '2021', '2022', '2023')],
      rows: Array.from({ length: 6 }, (_, row) =>
        cells(`Line ${row + 1}`, ...Array.from({ length: 3 }, () => `${1 + number(9)},${100 + number(900)}`)),
      ),
    },
  });
  mkdirSync(join(folder, 'reports'));
  return Array.from({ length: REPORTS }, (_, report) => {
    const sections = Array.from({ length: pagesEach }, (_each, at) => section(at));
    const path = join(folder, 'reports', `freight-${2000 + report}.pdf`);
    const pdf = { title: `Freight Review ${2000 + report}`, date: `June ${2001 + report}`, sections };
    writeFileSync(path, aReportPdf(pdf, { isRuled: report % 2 === 0 }));
    return path;
  });
}

function total(seconds: ReadonlyMap<string, number>): number {
  return [...seconds.values()].reduce((sum, value) => sum + value, 0);
}

/** Seconds of the processor that a process has used; the system counts hundredths. */
function processorSeconds(pid: string): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

/**
 * This process and those that it started, one reading of the system's own list a thread: to look through all processes
 * of a machine ten times a second would cost more of the processor than a reading process has.
 */
function childrenOf(): string[] {
  return [String(process.pid), ...readdirSync('/proc/self/task').flatMap(startedBy)];
}

/** None of a thread that ends meanwhile. */
function startedBy(thread: string): string[] {
  try {
    return readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

/** Megabytes of this process and of those that it started; of this one alone where the system does not say. */
function treeMemory(): number {
  const own = process.memoryUsage.rss() / 1e6;
  try {
    return childrenOf().reduce((sum, name) => sum + residentOf(name), 0);
  } catch {
    return own;
  }
}

function residentOf(pid: string): number {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096) / 1e6;
  } catch {
    return 0;
  }
}
