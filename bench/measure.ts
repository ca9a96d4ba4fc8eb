// Measures one system on one set in a process of its own, so that memory is told truly:
// node measure.ts SYSTEM PHASE DIRECTORY SIZE QUESTIONS SET_FOLDER, PHASE is ingest, ask or both; prints one JSON
// object.
import { memoryUsage } from 'node:process';
import { z } from 'zod';
import type { BenchSet } from './sets.ts';
import { growSet, readSet } from './sets.ts';
import type { System } from './system.ts';

/** What is measured; times in milliseconds unless they say seconds, memory in MB. */
export const Measured = z.object({
  /** Parts that the passages were cut into. */
  parts: z.number(),
  ingestSeconds: z.number(),
  partsPerSecond: z.number(),
  hits: z.object({ 1: z.number(), 5: z.number(), 10: z.number() }),
  /** From the start of the process to the first result. */
  firstResult: z.number(),
  searchP50: z.number(),
  searchP95: z.number(),
  askP50: z.number().optional(),
  askP95: z.number().optional(),
  /** Resident memory after the questions. */
  memory: z.number(),
});
export type Measured = z.infer<typeof Measured>;

/** Systems by name; each is imported only when it is measured. */
const SYSTEMS: Record<string, (directory: string) => Promise<System>> = {
  Footnote: async (directory) => (await import('./systems/footnote.ts')).createFootnote(directory),
  'LangChain BM25': async () => (await import('./systems/langchain-bm25.ts')).createLangchainBm25(),
  'LangChain HNSWLib': async () => (await import('./systems/hnswlib.ts')).createHnswlib(),
  MiniSearch: async () => (await import('./systems/minisearch.ts')).createMinisearch(),
  Orama: async () => (await import('./systems/orama.ts')).createOrama(),
  'FTS5 trigram': async () => (await import('./systems/fts5-trigram.ts')).createFts5Trigram(),
};

/** Names of the systems, Footnote first. */
export const SYSTEM_NAMES = Object.keys(SYSTEMS);

async function measureIngest(
  system: System,
  set: BenchSet,
): Promise<Pick<Measured, 'parts' | 'ingestSeconds' | 'partsPerSecond'>> {
  const started = performance.now();
  await system.ingest(set.passages);
  const ingestSeconds = (performance.now() - started) / 1000;
  const parts = await system.count();
  return { parts, ingestSeconds, partsPerSecond: parts / ingestSeconds };
}

async function measureQuestions(
  system: System,
  { questions }: BenchSet,
): Promise<Omit<Measured, 'parts' | 'ingestSeconds' | 'partsPerSecond'>> {
  await (system.ask ?? ((question) => system.search(question, 10)))(questions[0]?.question ?? '');
  const firstResult = performance.now();
  const hits = { 1: 0, 5: 0, 10: 0 };
  const searches: number[] = [];
  for (const { question, goldIds } of questions) {
    const [found, milliseconds] = await timed(() => system.search(question, 10));
    searches.push(milliseconds);
    const rank = found.findIndex((id) => goldIds.includes(id));
    for (const k of [1, 5, 10] as const) if (rank >= 0 && rank < k) hits[k] += 1 / questions.length;
  }
  const asks: number[] = [];
  const { ask } = system;
  if (ask) for (const { question } of questions) asks.push((await timed(() => ask(question)))[1]);
  return {
    hits,
    firstResult,
    searchP50: quantile(searches, 0.5),
    searchP95: quantile(searches, 0.95),
    ...(asks.length > 0 ? { askP50: quantile(asks, 0.5), askP95: quantile(asks, 0.95) } : {}),
    memory: memoryUsage().rss / 1e6,
  };
}

async function timed<T>(run: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  return [await run(), performance.now() - started];
}

function quantile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;
}

if (import.meta.main) {
  const [name = '', phase = 'both', directory = '', size = '0', questions = '300', folder = ''] = process.argv.slice(2);
  const system = await SYSTEMS[name]?.(directory);
  if (!system) throw new RangeError(`no system ${name}; there are ${SYSTEM_NAMES.join(', ')}`);
  const small = readSet(folder, Number(questions));
  const set = Number(size) > 0 && phase !== 'ask' ? growSet(small, Number(size)) : small;
  const ingested = phase === 'ask' ? {} : await measureIngest(system, set);
  const asked = phase === 'ingest' ? {} : await measureQuestions(system, set);
  await system.close?.();
  process.stdout.write(`${JSON.stringify({ ...ingested, ...asked })}\n`);
  process.exit(0);
}
