import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { findTesseract } from '../adapters/readers/tesseract.ts';
import { createDictionaryEmbedder } from '../adapters/vectors/dictionary-embedder.ts';
import { openEmbedder } from '../adapters/vectors/open-embedder.ts';
import { foldersOf } from '../adapters/index-folder/index-files.ts';
import type { FileState } from '../adapters/index-folder/inspect-index.ts';
import { inspectIndex } from '../adapters/index-folder/inspect-index.ts';
import { readLinkSecret } from '../adapters/index-folder/link-secret.ts';
import { loadPrompts } from '../adapters/models/prompt-files.ts';
import type { Config } from '../config.ts';
import { PROMPTS_FOLDER } from '../config.ts';
import { OPERATOR } from '../domain/audience.ts';
import type { Finding } from '../domain/finding.ts';
import type { Embedder } from '../domain/ports.ts';
import type { Examined } from './database-finding.ts';
import { databaseFindings, examineDatabase } from './database-finding.ts';
import { staleFinding } from './find-stale.ts';
import { modelFinding } from './model-finding.ts';
import { ocrFinding } from './ocr-finding.ts';
import { slackFindings, slackProblem } from './slack-findings.ts';
import { unreadFinding } from './unread-finding.ts';
import { LEXICON_FOLDER, loadLexicon } from '../lexicon/lexicon.ts';
import { verifyLog } from '../review/verify-log.ts';
import { openStores } from './open-stores.ts';
import type { Stores } from './open-stores.ts';

/**
 * Looks at every part with the real thing behind it: calls the model, embeds a word, asks Slack, reads the index. Never
 * throws.
 * @param onPart called with the name of each part before it is looked at
 */
export async function examine(config: Config, onPart: (part: string) => void = () => undefined): Promise<Finding[]> {
  // Opened once for both who need it: a provider that is away lets one wait.
  const embedder = openEmbedder(config.embeddings, createDictionaryEmbedder(config.dictionaryDirectory));
  const database = config.database && (await examineDatabase(config.database));
  const checks: Record<Exclude<Finding['part'], 'settings'>, () => Finding[] | Promise<Finding[]>> = {
    files: () => checkFiles(config, database),
    database: () => databaseFindings(database),
    index: () => checkIndex(config, embedder, database),
    prompts: () => checkPrompts(),
    lexicon: () => checkLexicon(config),
    model: () => modelFinding(config.model),
    embeddings: () => checkEmbeddings(embedder),
    ocr: () => ocrFinding(config.ocr),
    slack: () => slackFindings(config.slack),
  };
  const findings: Finding[] = [];
  for (const [part, check] of Object.entries(checks)) {
    onPart(part);
    findings.push(
      ...(await Promise.resolve()
        .then(check)
        .catch((error: unknown) => [
          wrong(
            z
              .enum(['files', 'database', 'index', 'prompts', 'lexicon', 'model', 'embeddings', 'ocr', 'slack'])
              .parse(part),
            error,
          ),
        ])),
    );
  }
  await database?.db?.close();
  return findings;
}

/** Each file of the index, and the log's chain. */
async function checkFiles({ indexDirectory, linkSecret }: Config, database?: Examined): Promise<Finding[]> {
  if (database) return database.stores ? [await checkLog(database.stores)] : [];
  const folders = foldersOf(indexDirectory).map((folder) => ({
    folder,
    states: inspectIndex(join(indexDirectory, folder)),
  }));
  const findings = folders.flatMap(({ folder, states }) =>
    states.filter(({ outcome }) => outcome !== 'missing').map((state) => fileFinding(join(folder, state.file), state)),
  );
  for (const { folder, states } of folders) {
    if (states.some(({ file, outcome }) => file === 'review.db' && outcome !== 'missing' && outcome !== 'unusable'))
      findings.push(await checkLog(openStores(join(indexDirectory, folder), undefined, () => undefined)));
  }
  if (linkSecret === undefined && existsSync(join(indexDirectory, 'link-secret'))) {
    readLinkSecret(indexDirectory);
    findings.push({ part: 'files', state: 'fine', detail: 'link-secret: can be read' });
  }
  return findings.length > 0
    ? findings
    : [{ part: 'files', state: 'off', detail: `${indexDirectory} holds no index yet` }];
}

function fileFinding(file: string, state: FileState): Finding {
  if (state.outcome === 'missing') return { part: 'files', state: 'off', detail: `${file}: not there` };
  if (state.outcome === 'fine') return { part: 'files', state: 'fine', detail: `${file}: sound, ${state.rows} rows` };
  if (state.outcome === 'unusable') return { part: 'files', state: 'wrong', detail: state.message };
  return {
    part: 'files',
    state: 'wrong',
    detail:
      `${file}: ${state.rows.length} rows are not as they were written, and passed over: ` + state.rows.join(', '),
    advice: 'the rest is used as ever; a backup from before has them (footnote restore)',
  };
}

async function checkLog(stores: Pick<Stores, 'review'>): Promise<Finding> {
  const store = stores.review();
  const { entries, head } = await store.log();
  store.close();
  const check = verifyLog(entries, head);
  if (check.outcome === 'intact')
    return { part: 'files', state: 'fine', detail: `the editors' log is intact: ${check.head.number} entries` };
  return {
    part: 'files',
    state: 'wrong',
    detail: `the editors' log is not as it was written: entry ${check.number} ${check.outcome}`,
    advice: 'compare it with a backup',
  };
}

async function checkIndex(
  { indexDirectory, ocr }: Config,
  opening: Promise<Embedder>,
  database?: Examined,
): Promise<Finding[]> {
  const place = database?.place ?? indexDirectory;
  if (database && !database.stores) return [];
  // With the embedder of the settings: another one would embed everything anew.
  const embedder = await opening.catch(() => undefined);
  if (!embedder)
    return [
      {
        part: 'index',
        state: 'wrong',
        detail: `${place}: cannot be looked at before the embeddings are right`,
        advice: 'see embeddings below',
      },
    ];
  const library = (database?.stores ?? openStores(indexDirectory, undefined, () => undefined)).library(embedder);
  const reports = await library
    .seenBy(OPERATOR)
    .reports()
    .finally(() => library.close());
  const chunks = reports.reduce((sum, { chunkCount }) => sum + chunkCount, 0);
  if (reports.length === 0)
    return [
      {
        part: 'index',
        state: 'wrong',
        detail: `${place} holds no reports`,
        advice: 'footnote ingest FILE… takes reports in',
      },
    ];
  return [
    {
      part: 'index',
      state: 'fine',
      detail:
        `${place}: ${reports.length} ${reports.length === 1 ? 'report' : 'reports'}, ` +
        `${chunks} ${chunks === 1 ? 'passage' : 'passages'}`,
    },
    ...unreadFinding(reports),
    ...staleFinding(reports, ocr !== undefined && (await findTesseract(ocr)) !== undefined),
  ];
}

function checkPrompts(): Finding[] {
  loadPrompts(PROMPTS_FOLDER);
  return [{ part: 'prompts', state: 'fine', detail: `${PROMPTS_FOLDER}: complete` }];
}

function checkLexicon({ lexiconDirectory }: Config): Finding[] {
  const { ours, added } = loadLexicon(lexiconDirectory);
  const besides = lexiconDirectory === undefined ? '' : `, and ${added} from ${lexiconDirectory}`;
  return [{ part: 'lexicon', state: 'fine', detail: `${LEXICON_FOLDER}: ${ours} words and phrases${besides}` }];
}

async function checkEmbeddings(opening: Promise<Embedder>): Promise<Finding[]> {
  const embedder = await opening;
  const started = performance.now();
  await embedder.embed(['footnote']);
  return [
    {
      part: 'embeddings',
      state: 'fine',
      detail: `${embedder.id}: vectors of ${embedder.dimension}, ${Math.round(performance.now() - started)} ms`,
    },
  ];
}

function wrong(part: Finding['part'], error: unknown): Finding {
  if (part === 'slack') return slackProblem(error);
  return { part, state: 'wrong', detail: error instanceof Error ? error.message : String(error) };
}
