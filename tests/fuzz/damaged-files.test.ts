import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqliteInbox } from '../../src/adapters/sqlite/inbox.ts';
import { openSqliteInstallations } from '../../src/adapters/sqlite/installations.ts';
import { openSqliteLedger } from '../../src/adapters/sqlite/ledger.ts';
import { openSqliteModelStore } from '../../src/adapters/sqlite/model-store.ts';
import { openSqlitePreferences } from '../../src/adapters/sqlite/preferences.ts';
import { openSqliteReviewStore } from '../../src/adapters/sqlite/review-store.ts';
import { openSqliteSessions } from '../../src/adapters/sqlite/sessions.ts';
import { parseConfig } from '../../src/config.ts';
import { OPERATOR } from '../../src/domain/audience.ts';
import { ConfigurationError, LibraryError } from '../../src/domain/errors.ts';
import { FIRST_HASH, sealEntry } from '../../src/review/seal-entry.ts';
import { verifyLog } from '../../src/review/verify-log.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { ANSWERED, anAnsweredIndex } from '../support/an-answered-index.ts';
import { aQuestionWaiting } from '../support/builders.ts';
import { fuzzRuns, pick, seeded } from '../support/fuzz-runs.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const TOKEN_KEY = 'k'.repeat(40);
/** Entries of the log. */
const ENTRIES = 30;
const say = () => undefined;

/** The stores beside library and review: each is opened, used and closed. */
const SIDE_STORES: ((folder: string) => Promise<unknown>)[] = [
  (folder) => using(openSqliteLedger(folder, Date.now, say), (ledger) => ledger.keepSources([])),
  (folder) =>
    using(openSqliteInbox(folder, Date.now, say), async (inbox) => [
      await inbox.accept(aQuestionWaiting({ ts: String(Math.random()) })),
      await inbox.take('me', 1),
    ]),
  (folder) =>
    using(openSqlitePreferences(folder, say), (preferences) =>
      preferences.set('T1', 'U1', { language: 'zh', where: 'thread' }),
    ),
  (folder) => using(openSqliteModelStore(folder, Date.now, say), (store) => store.keep('key', '"value"')),
  (folder) =>
    using(openSqliteInstallations(folder, TOKEN_KEY, say), (installations) =>
      installations.keep({ team: 'T1', botToken: 'xoxb-1', botUserId: 'U1' }),
    ),
  (folder) => using(openSqliteSessions(folder, Date.now, say), (sessions) => sessions.find('none')),
];

async function using<Store extends { close(): void }>(
  store: Store,
  use: (store: Store) => Promise<unknown>,
): Promise<unknown> {
  try {
    return await use(store);
  } finally {
    store.close();
  }
}

async function aWholeIndex(): Promise<string> {
  const { folder, footnote, claims, citationId } = await anAnsweredIndex();
  for (let at = 0; at < ENTRIES; at++)
    await footnote.review.flag({ id: citationId, by: `U${at}`, reason: '旧数字'.repeat(100) });
  footnote.access.linkToQuote(
    (claims[0]?.quotes ?? [])[0] ?? {
      reportId: 'a',
      reportTitle: 'a',
      path: [],
      place: { kind: 'page', number: 1, label: '1' },
      span: { start: 0, end: 1 },
      text: 'a',
    },
  );
  await footnote.close();
  for (const store of SIDE_STORES) await store(folder);
  return folder;
}

function filled(how: 'zeros' | 'ones' | 'random', size: number, random: () => number): Buffer {
  if (how !== 'random') return Buffer.alloc(size, how === 'ones' ? 255 : 0);
  return Buffer.from(Array.from({ length: size }, () => Math.floor(random() * 256)));
}

/** Damages one file of a folder, and says how. */
function damageOne(folder: string, random: () => number): { file: string; how: string } {
  const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
  const file = names[Math.floor(random() * names.length)] ?? '';
  const path = join(folder, file);
  const bytes = readFileSync(path);
  const how = pick(
    ['zeros', 'ones', 'random', 'cut', 'appended', 'swapped', 'magic', 'empty', 'folder', 'missing', 'header'] as const,
    random,
  );
  const [at, length] = [Math.floor(random() * bytes.length), 1 + Math.floor(random() ** 2 * 40_000)];
  const overwrite = (with_: Buffer, from: number) =>
    writeFileSync(path, Buffer.concat([bytes.subarray(0, from), with_, bytes.subarray(from + with_.length)]));
  if (how === 'zeros' || how === 'ones' || how === 'random')
    overwrite(filled(how, Math.min(length, bytes.length - at), random), at);
  if (how === 'cut') writeFileSync(path, bytes.subarray(0, at));
  if (how === 'appended') writeFileSync(path, Buffer.concat([bytes, Buffer.alloc(length, 7)]));
  if (how === 'magic') overwrite(Buffer.from('%PDF-1.7 is not what this was '), 0);
  if (how === 'header') overwrite(filled('random', 80, random), 16);
  if (how === 'empty') writeFileSync(path, '');
  if (how === 'missing' || how === 'folder') rmSync(path);
  if (how === 'folder') mkdirSync(path);
  if (how === 'swapped') {
    const other = join(folder, names[Math.floor(random() * names.length)] ?? file);
    renameSync(path, `${path}.x`);
    if (other !== path) renameSync(other, path);
    renameSync(`${path}.x`, other);
  }
  return { file, how: `${how} at ${at} × ${length}` };
}

/** What people get: an answer and the log, or an error in words. */
async function useIndex(folder: string): Promise<{ told: string[]; isLogWhole: boolean; faults: string[] }> {
  const told: string[] = [];
  const faults: string[] = [];
  let isLogWhole = false;
  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act();
    } catch (error) {
      const isWord = error instanceof LibraryError || error instanceof ConfigurationError;
      if (isWord) told.push(error.message);
      else faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  };
  await attempt(async () => {
    const footnote = await wireFootnote(parseConfig({ INDEX_DIR: folder, EDITORS: 'Ada' }));
    const room = footnote.seenBy(OPERATOR);
    await attempt(() => room.answer({ text: ANSWERED.question, earlier: [] }));
    await attempt(async () => Promise.all((await room.library.reports()).map(({ id }) => room.library.report(id))));
    await attempt(() => footnote.review.queue(10));
    await attempt(() => Promise.resolve(footnote.access.openLink('a.b')));
    await attempt(() => footnote.ingest([ANSWERED.pdf]));
    await attempt(() => footnote.close());
  });
  await attempt(async () => {
    const store = openSqliteReviewStore(folder, { now: Date.now, seal: sealEntry, firstHash: FIRST_HASH });
    const { entries, head } = await store.log();
    store.close();
    const check = verifyLog(entries, head);
    isLogWhole = check.outcome === 'intact' && check.head.number === ENTRIES;
    if (check.outcome !== 'intact') told.push(`the log of review.db: entry ${check.number} ${check.outcome}`);
  });
  for (const store of SIDE_STORES) await attempt(() => store(folder));
  return { told, isLogWhole, faults };
}

describe('an index with one damaged file', () => {
  it(
    'answers or says in words which file it is, loses no log in silence, and tells nobody to delete what is healthy',
    { timeout: 14_400_000 },
    async () => {
      const whole = await aWholeIndex();
      const random = seeded(300);
      const wrong: unknown[] = [];
      for (let run = 0; run < fuzzRuns({ short: 40, long: 400 }); run++) {
        const folder = aTemporaryFolder();
        cpSync(whole, folder, { recursive: true });
        const damage = damageOne(folder, random);
        const { told, isLogWhole, faults } = await useIndex(folder);
        const isLogLostInSilence = !isLogWhole && !told.some((line) => line.includes('review.db'));
        const isAdviceWrong = told.some(
          (line) => /delete/iu.test(line.replace('do not delete it', '')) && !line.includes('link-secret'),
        );
        if (faults.length > 0 || isLogLostInSilence || isAdviceWrong)
          wrong.push({ run, ...damage, isLogLostInSilence, isAdviceWrong, faults, told });
        rmSync(folder, { recursive: true, force: true });
      }
      expect(wrong).toEqual([]);
    },
  );
});
