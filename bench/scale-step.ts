// One step of bench/scale.ts in a process of its own, so that memory is told truly: node scale-step.ts STEP FOLDER
// [DATABASE]; prints one JSON object.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryUsage } from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { createDictionaryEmbedder } from '../src/adapters/vectors/dictionary-embedder.ts';
import { embeddedText } from '../src/adapters/vectors/sync-vectors.ts';
import { VectorIndex } from '../src/adapters/vectors/vector-index.ts';
import { parseConfig } from '../src/config.ts';
import { OPERATOR } from '../src/domain/audience.ts';
import type { Chunk } from '../src/domain/report.ts';
import { tokenise } from '../src/text/tokenise.ts';
import type { Footnote } from '../src/wiring/wire-footnote.ts';
import { wireFootnote } from '../src/wiring/wire-footnote.ts';

/** As many as retrieval takes from each index. */
const LIMIT = 100;
/** Passages that are wanted in the end. */
const WANTED = 10;

const [step = '', folder = '', database = ''] = process.argv.slice(2);
const questions = z.array(z.string()).parse(JSON.parse(readFileSync(join(folder, 'questions.json'), 'utf8')));
const settings = { INDEX_DIR: join(folder, 'index'), ...(database === '' ? {} : { DATABASE_URL: database }) };
const STEPS: Record<string, () => Promise<Record<string, number>>> = { ingest, ask, peers };
const run = STEPS[step];
if (!run) throw new RangeError(`no step ${step}; there are ${Object.keys(STEPS).join(', ')}`);
process.stdout.write(`${JSON.stringify(await run())}\n`);
process.exit(0);

async function ingest(): Promise<Record<string, number>> {
  const footnote = await wireFootnote(parseConfig(settings));
  const reports = join(folder, 'reports');
  const started = performance.now();
  await footnote.ingest(readdirSync(reports).map((name) => join(reports, name)));
  const chunks = await countChunks(footnote);
  await footnote.close();
  const seconds = (performance.now() - started) / 1000;
  return { chunks, ingestSeconds: seconds, chunksPerSecond: chunks / seconds, ingestMemory: memory() };
}

/** From the start of the process: opening, the first answer, and then every question once searched and once asked. */
async function ask(): Promise<Record<string, number>> {
  const footnote = await wireFootnote(parseConfig(settings));
  const opened = performance.now();
  const room = footnote.seenBy(OPERATOR);
  const asked = (text: string) => ({ text, earlier: [] });
  await room.answer(asked(questions[0] ?? ''));
  const firstAnswer = performance.now();
  const begun = cpuMs();
  const searches = await timesOf((text) => room.retrieve(asked(text), WANTED));
  const searched = cpuMs();
  const asks = await timesOf((text) => room.answer(asked(text)));
  const searchCpu = (searched - begun) / questions.length;
  const askCpu = (cpuMs() - searched) / questions.length;
  const times = { ...quantiles('search', searches), searchCpu, ...quantiles('ask', asks), askCpu };
  return { opened, firstAnswer, ...times, memory: memory(), load: loadavg()[0] ?? 0 };
}

/** The two engines below, alone, over the same passages: FTS5 with our terms, hnswlib with our vectors. */
async function peers(): Promise<Record<string, number>> {
  const footnote = await wireFootnote(parseConfig(settings));
  const { library } = footnote.seenBy(OPERATOR);
  const scratch = mkdtempSync(join(tmpdir(), 'footnote-scale-'));
  const embedder = createDictionaryEmbedder(parseConfig({}).dictionaryDirectory);
  const graph = new VectorIndex(scratch, { library: 'scale', embedder: embedder.id, dimension: embedder.dimension });
  const db = new DatabaseSync(join(scratch, 'fts5.db'));
  db.exec("CREATE VIRTUAL TABLE passages USING fts5 (text, content='', tokenize='unicode61'); BEGIN");
  const insert = db.prepare('INSERT INTO passages (rowid, text) VALUES (?, ?)');
  let id = 0;
  for (const { id: reportId } of await library.reports()) {
    const chunks: Chunk[] = await library.chunks(reportId);
    const vectors = await embedder.embed(chunks.map(embeddedText));
    graph.add(chunks.map((_, at) => ({ id: id + at, vector: vectors[at] ?? new Float32Array(0) })));
    for (const chunk of chunks) insert.run(id++, termsOf(chunk.text).join(' '));
  }
  db.exec('COMMIT');
  await footnote.close();
  const search = db.prepare('SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?');
  const lexical = await timesOf((text) =>
    search.all([...new Set(termsOf(text))].map((term) => `"${term}"`).join(' OR '), LIMIT),
  );
  const vectors = await embedder.embed(questions);
  const dense = vectors.map((vector) => {
    const started = performance.now();
    graph.search(vector, LIMIT);
    return performance.now() - started;
  });
  const bytes = statSync(join(scratch, 'fts5.db')).size;
  db.close();
  rmSync(scratch, { recursive: true });
  return { ...quantiles('fts5', lexical), ...quantiles('hnswlib', dense), fts5BytesPerChunk: bytes / Math.max(1, id) };
}

function termsOf(text: string): string[] {
  return tokenise(text).map(({ term }) => term.replaceAll('"', ''));
}

async function countChunks(footnote: Footnote): Promise<number> {
  const reports = await footnote.library.seenBy(OPERATOR).reports();
  return reports.reduce((sum, { chunkCount }) => sum + chunkCount, 0);
}

async function timesOf(act: (text: string) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (const text of questions) {
    const started = performance.now();
    await act(text);
    times.push(performance.now() - started);
  }
  return times;
}

function quantiles(name: string, times: readonly number[]): Record<string, number> {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { [`${name}P50`]: at(0.5), [`${name}P95`]: at(0.95) };
}

/** Time that this process has had of processors, in milliseconds. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Resident memory in MB. */
function memory(): number {
  return memoryUsage().rss / 1e6;
}
