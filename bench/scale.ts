// How everything grows with the library: `npm run bench:scale [-- --sizes 1000,10000,100000 --engines sqlite,postgres
// --questions 100 --out FILE.json --plot CHART.svg]`. Sizes are passages, about, of generated text (grown-text.ts).
// PostgreSQL: `--database URL` of an empty database, else a server of its own, as in the
// tests (fsync off, 32 MB of buffers); without one it is left out. Beside both, FTS5 and hnswlib alone over the same
// passages.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { parse, View } from 'vega';
import type { TopLevelSpec } from 'vega-lite';
import { compile } from 'vega-lite';
import { z } from 'zod';
import { aDatabase, findServer, NO_SERVER } from '../tests/support/postgres/server.ts';
import { openRunFolder } from '../tests/support/prepared-once.ts';
import { growReports } from './grown-text.ts';

const Figures = z.record(z.string(), z.number());
type Figures = z.infer<typeof Figures>;
interface Row {
  engine: string;
  figures: Figures;
}

/** So many generated paragraphs make a passage. */
const PARAGRAPHS = 2.06;

/**
 * What is shown, in this order; times in milliseconds, memory in MB. CPU: the mean of this process, the server not
 * counted; load: how many programs wanted the machine's processors.
 */
const SHOWN = [
  ['chunks', 'passages', 0],
  ['chunksPerSecond', 'passages/s in', 0],
  ['bytesPerChunk', 'bytes a passage', 0],
  ['opened', 'start', 0],
  ['firstAnswer', 'first answer', 0],
  ['searchP50', 'search p50', 1],
  ['searchP95', 'search p95', 1],
  ['searchCpu', 'search CPU', 1],
  ['askP50', 'ask p50', 1],
  ['askP95', 'ask p95', 1],
  ['askCpu', 'ask CPU', 1],
  ['memory', 'memory', 0],
  ['load', 'load', 1],
  ['fts5P50', 'FTS5 p50', 2],
  ['fts5P95', 'FTS5 p95', 2],
  ['hnswlibP50', 'hnswlib p50', 2],
  ['hnswlibP95', 'hnswlib p95', 2],
] as const;
/** What is drawn, and by what name. */
const DRAWN: Record<string, string> = {
  searchP95: 'search',
  askP95: 'ask',
  fts5P95: 'FTS5 alone',
  hnswlibP95: 'hnswlib alone',
};

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    engines: { type: 'string', default: 'sqlite,postgres' },
    questions: { type: 'string', default: '100' },
    database: { type: 'string' },
    out: { type: 'string' },
    plot: { type: 'string' },
  },
});
const closeRun = openRunFolder();
process.once('exit', closeRun);

const rows: Row[] = [];
for (const size of values.sizes.split(',').map(Number))
  for (const engine of values.engines.split(',')) {
    const figures = await measure(engine, size);
    if (figures) rows.push({ engine, figures });
    process.stdout.write(tableOf(rows.slice(-1)));
  }
process.stdout.write(`\n${tableOf(rows)}`);
if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(rows, null, 1)}\n`);
if (values.plot !== undefined) writeFileSync(values.plot, await plotOf(rows));

async function measure(engine: string, size: number): Promise<Figures | undefined> {
  if (engine === 'postgres' && values.database === undefined && findServer() === undefined) {
    process.stderr.write(`${NO_SERVER}\n`);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'footnote-scale-'));
  const database = engine === 'postgres' ? (values.database ?? (await aDatabase())) : '';
  try {
    writeReports(folder, size, Number(values.questions));
    const step = (name: string) => stepOf(name, folder, database);
    const ingested = step('ingest');
    const bytes = database === '' ? bytesOf(join(folder, 'index')) : await bytesIn(database);
    const beside = engine === 'sqlite' ? step('peers') : {};
    return { ...ingested, bytesPerChunk: bytes / Math.max(1, ingested['chunks'] ?? 1), ...step('ask'), ...beside };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeReports(folder: string, size: number, wanted: number): void {
  mkdirSync(join(folder, 'reports'));
  const questions: string[] = [];
  for (const { file, text, question } of growReports(Math.round(size * PARAGRAPHS))) {
    writeFileSync(join(folder, 'reports', file), text);
    questions.push(question);
  }
  // Every so many, so that all of the library is asked about.
  const every = Math.max(1, questions.length / wanted);
  const kept = questions.filter((_, at) => Math.floor(at / every) !== Math.floor((at - 1) / every));
  writeFileSync(join(folder, 'questions.json'), JSON.stringify(kept));
}

function stepOf(name: string, folder: string, database: string): Figures {
  const script = join(import.meta.dirname, 'scale-step.ts');
  const options = [...process.execArgv, script, name, folder, database];
  const child = spawnSync(process.execPath, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return Figures.parse(JSON.parse(child.stdout.trim().split('\n').at(-1) ?? ''));
}

function bytesOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
}

/** After ingest: what searches read by the index alone is known to be visible to all. */
async function bytesIn(database: string): Promise<number> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  await client.query('VACUUM ANALYZE');
  const { rows: found } = await client.query('SELECT pg_database_size(current_database()) AS bytes');
  await client.end();
  return z.coerce.number().parse(found[0]?.bytes);
}

function tableOf(shown: readonly Row[]): string {
  const known = SHOWN.filter(([key]) => shown.some(({ figures }) => figures[key] !== undefined));
  const cells = (row: readonly string[]) => `| ${row.join(' | ')} |\n`;
  const head = ['engine', ...known.map(([, name]) => name)];
  const body = shown.map(({ engine, figures }) =>
    cells([engine, ...known.map(([key, , digits]) => figures[key]?.toFixed(digits) ?? '–')]),
  );
  const growth = [...Map.groupBy(shown, ({ engine }) => engine)]
    .filter(([, of]) => of.length > 1)
    .map(([engine, of]) =>
      cells([`${engine} ∝ nˣ, x =`, ...known.map(([key]) => exponentOf(of, key)?.toFixed(2) ?? '–')]),
    );
  return [cells(head), cells(head.map(() => '---')), ...body, ...growth].join('');
}

/** The exponent of growth with the number of passages: the slope of the line of least squares between logarithms. */
function exponentOf(of: readonly Row[], key: string): number | undefined {
  const points = of.flatMap(({ figures }) => {
    const [n, value] = [figures['chunks'], figures[key]];
    return n !== undefined && value !== undefined && value > 0 ? [[Math.log(n), Math.log(value)] as const] : [];
  });
  if (points.length < 2 || key === 'chunks') return undefined;
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const slope = points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0);
  return slope / points.reduce((sum, [px]) => sum + (px - x) ** 2, 0);
}

function plotOf(of: readonly Row[]): Promise<string> {
  const points = of.flatMap(({ engine, figures }) =>
    Object.entries(DRAWN).flatMap(([key, name]) => {
      const ms = figures[key];
      if (ms === undefined) return [];
      const isOurs = key === 'searchP95' || key === 'askP95';
      return [{ passages: figures['chunks'], ms, what: isOurs ? `${name}, ${engine}` : name }];
    }),
  );
  const spec: TopLevelSpec = {
    title: { text: 'Milliseconds (p95) by passages in the library', anchor: 'start', fontSize: 15 },
    background: 'white',
    width: 420,
    height: 260,
    config: { font: 'sans-serif', view: { stroke: null } },
    data: { values: points },
    mark: { type: 'line', point: true },
    encoding: {
      x: { field: 'passages', type: 'quantitative', scale: { type: 'log' }, title: 'passages' },
      y: { field: 'ms', type: 'quantitative', scale: { type: 'log' }, title: 'ms' },
      color: { field: 'what', type: 'nominal', title: null },
    },
  };
  return new View(parse(compile(spec).spec), { renderer: 'none' }).toSVG();
}
