// What of the truly nearest passages the vector graph finds, by the breadth of its search: `npm run bench -- recall
// --sets FOLDER` (passages and questions of all sets in it, as one library; `--size N` grows it), or `--questions
// FILE.jsonl --reports FOLDER [--index FOLDER]` for the passages of real reports. The truth is every vector compared.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDictionaryEmbedder } from '../src/adapters/vectors/dictionary-embedder.ts';
import { cosine } from '../src/adapters/vectors/narrow-vectors.ts';
import { embeddedText } from '../src/adapters/vectors/sync-vectors.ts';
import type { StoredVector } from '../src/adapters/vectors/vector-index.ts';
import { SEARCH_BREADTH, VectorIndex } from '../src/adapters/vectors/vector-index.ts';
import { parseConfig } from '../src/config.ts';
import { createNames } from '../src/lexicon/names.ts';
import { analyseQuestion } from '../src/retrieve/analyse-question.ts';
import { openQuestionSet } from './fit/question-sets.ts';
import { growSet, readSet } from './sets.ts';

/** As many as retrieval takes, so that its search is measured. */
const LIMIT = 100;
const FIRST = 10;
/** Cosines closer than this are one: the library reckons in single precision. */
const TIE = 1e-6;

const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: join(import.meta.dirname, '../samples') },
    size: { type: 'string', default: '0' },
    questions: { type: 'string' },
    reports: { type: 'string' },
    index: { type: 'string' },
    asked: { type: 'string', default: '120' },
    breadths: { type: 'string', default: `10,64,128,256,512,${SEARCH_BREADTH},2000` },
  },
});

const embedder = createDictionaryEmbedder(parseConfig({}).dictionaryDirectory);
const { passages, questions } = await (values.questions === undefined
  ? readSets(values.sets)
  : readReports(values.questions, values.reports));
const stored: StoredVector[] = (await embedder.embed(passages)).map((vector, id) => ({ id, vector }));
const every = Math.max(1, Math.floor(questions.length / Number(values.asked)));
const asked = await embedder.embed(questions.filter((_, at) => at % every === 0).map((text) => analyse(text)));
const truths = asked.map((vector) => trulyNearest(vector));

const folder = mkdtempSync(join(tmpdir(), 'footnote-recall-'));
const index = new VectorIndex(folder, { library: 'bench', embedder: embedder.id, dimension: embedder.dimension });
index.add(stored);
rmSync(folder, { recursive: true });
console.log(`${passages.length} passages, ${asked.length} questions`);
console.log('breadth  recall@10  recall@100  ms p50  ms p95');
for (const breadth of [...new Set(values.breadths.split(',').map(Number))].toSorted((a, b) => a - b)) {
  const found = asked.map((vector) => searchTimed(vector, breadth));
  const times = found.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const cells = [
    String(breadth).padStart(7),
    recallAt(FIRST, found).toFixed(3).padStart(9),
    recallAt(LIMIT, found).toFixed(3).padStart(10),
    (times[Math.floor(times.length / 2)] ?? 0).toFixed(2).padStart(6),
    (times[Math.floor(times.length * 0.95)] ?? 0).toFixed(2).padStart(6),
  ];
  console.log(cells.join('  '));
}

interface Found {
  ids: number[];
  ms: number;
}

function searchTimed(vector: Float32Array, breadth: number): Found {
  const started = performance.now();
  const ids = index.search(vector, LIMIT, breadth).map(({ id }) => id);
  return { ids, ms: performance.now() - started };
}

/** Of what is truly nearest, the share that was found: passages as near as the last of them count, too. */
function recallAt(k: number, found: readonly Found[]): number {
  const shares = truths.map((truth, at) => {
    const ids = found[at]?.ids.slice(0, k) ?? [];
    const least = truth[Math.min(k, truth.length) - 1]?.cosine ?? 0;
    const near = new Set(truth.filter((each) => each.cosine >= least - TIE).map(({ id }) => id));
    return Math.min(1, ids.filter((id) => near.has(id)).length / Math.min(k, truth.length));
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function trulyNearest(vector: Float32Array): { id: number; cosine: number }[] {
  const all = stored.map((each) => ({ id: each.id, cosine: cosine(vector, each.vector) }));
  const sorted = all.toSorted((a, b) => b.cosine - a.cosine);
  const least = sorted[LIMIT - 1]?.cosine ?? -1;
  return sorted.filter(({ cosine: value }) => value >= least - TIE);
}

/** What of a question is embedded. */
function analyse(text: string): string {
  return analyseQuestion({ text, earlier: [] }, createNames([])).content;
}

/** A folder with `questions.jsonl` is a set; else the folders in it that have one are, and make one library. */
function readSets(root: string): Promise<{ passages: string[]; questions: string[] }> {
  const folders = readdirSync(root).includes('questions.jsonl')
    ? [root]
    : readdirSync(root, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => join(root, name));
  const sets = folders.map((path) => readSet(path, Infinity));
  const whole = {
    name: 'all',
    passages: sets.flatMap((set) => set.passages),
    questions: sets.flatMap((set) => set.questions),
  };
  const grown = Number(values.size) > 0 ? growSet(whole, Number(values.size)) : whole;
  return Promise.resolve({
    passages: [...new Set(grown.passages.map(({ text }) => text))],
    questions: [...new Set(grown.questions.map(({ question }) => question))],
  });
}

async function readReports(file: string, reports = ''): Promise<{ passages: string[]; questions: string[] }> {
  const place = { questions: file, reports: [reports], weight: 1, limit: Infinity, isHalved: false };
  const set = await openQuestionSet({ ...place, ...(values.index === undefined ? {} : { index: values.index }) });
  const { library } = set.parts;
  const all = await Promise.all((await library.reports()).map(({ id }) => library.chunks(id)));
  await set.close();
  return { passages: all.flat().map(embeddedText), questions: set.questions.map(({ question }) => question) };
}
