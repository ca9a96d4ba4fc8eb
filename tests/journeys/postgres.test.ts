import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { foldersOf, STORES } from '../../src/adapters/index-folder/index-files.ts';
import type { Config } from '../../src/config.ts';
import { parseConfig } from '../../src/config.ts';
import { EVERYONE_ONLY, OPERATOR } from '../../src/domain/audience.ts';
import type { Footnote } from '../../src/wiring/wire-footnote.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { examine } from '../../src/wiring/wire-doctor.ts';
import { migrate } from '../../src/wiring/wire-migrate.ts';

import { verifyLog } from '../../src/review/verify-log.ts';
import { anEntry } from '../contracts/review-store.ts';
import { aGivenAnswer, aKeptAnswer, aQuestionAsked, aQuestionWaiting } from '../support/builders.ts';
import { describeOnPostgres } from '../support/postgres/on-postgres.ts';
import { aDatabase } from '../support/postgres/server.ts';

const SAMPLES = resolve(import.meta.dirname, '../../samples');
const FILES = ['cloud-market-2020.pdf', 'ai-ipo-2020.txt', 'chips-2024.pdf'].map((file) => join(SAMPLES, file));
const QUESTIONS = readFileSync(join(SAMPLES, 'questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .flatMap((line) => z.object({ question: z.string().optional() }).parse(JSON.parse(line)).question ?? []);
/** Every so many questions are answered, too: that takes as long as all the rest. */
const EACH = 4;
/** Columns that an engine numbers by itself, and what is each database's own. */
const NUMBERED: Record<string, string[]> = { chunks: ['id'], work: ['id'], questions: ['number'], meta: [] };

const aFolder = () => mkdtempSync(join(tmpdir(), 'footnote-test-'));
const said: string[] = [];
const moving = { say: (line: string) => void said.push(line) };

async function withFootnote<T>(config: Config, act: (footnote: Footnote) => Promise<T>): Promise<T> {
  const footnote = await wireFootnote(config);
  try {
    return await act(footnote);
  } finally {
    await footnote.close();
  }
}

/** Something in every store. */
async function fill({ stores }: Footnote): Promise<void> {
  const [review, inbox, feedback, models] = [stores.review(), stores.inbox(), stores.feedback(), stores.models()];
  await review.keep(aKeptAnswer());
  await review.append([{ entry: anEntry({ note: 'a\0b' }) }, { entry: anEntry({ action: 'flagged' }) }]);
  for (const ts of ['1', '2', '3']) await inbox.accept(aQuestionWaiting({ ts, text: ts }));
  const [item] = await inbox.take('me', 1);
  await inbox.count(item?.id ?? 0, { perPerson: 5, perTeam: 5, withinMs: 1000 });
  await feedback.rate({ answerId: 'a1', by: 'T1/U1', question: '?', way: 'down', reason: '太旧了' });
  for (const question of ['甲', '乙']) await feedback.keepQuestion(aQuestionAsked({ question, missing: ['丙'] }));
  await models.keep('asked', 'said');
  await models.spend('T1/U1', { input: 3, output: 4 });
  const [ledger, sessions, preferences, taken] = [
    stores.ledger(),
    stores.sessions(),
    stores.preferences(),
    stores.taken(),
  ];
  await ledger.keepSources([]);
  const answers = stores.answers();
  await answers.keep(aGivenAnswer());
  await answers.noteAsked('web/1', { answerId: 'a1', question: '？', at: '2026-01-01T00:00:00.000Z' });
  await answers.noteRemoved('r1', 'everyone');
  await sessions.begin({ id: 's', editor: 'Ada', until: Date.now() + 1e9 }, { id: 'l', until: Date.now() + 1e9 });
  await preferences.set('T1', 'U1', { language: 'zh', where: 'thread' });
  for (const topic of ['HBM', '云'])
    await preferences.follow({ team: 'T1', place: 'C1', topic, by: 'U1', at: '2026-01-01T00:00:00.000Z' }, ['r1']);
  await preferences.setScope('T1', 'C1', '云市场');
  await taken.keep({ origin: 'o', document: 'd', state: 'added', lookedAt: '2026-01-01T00:00:00.000Z' });
  const installations = stores.installations('a key of at least thirty-two characters');
  await installations.keep({ team: 'T1', botToken: 'xoxb-1', botUserId: 'B1' });
  for (const store of [review, inbox, feedback, models, ledger, sessions, preferences, taken, installations, answers])
    store.close();
}

/** All rows of an index in files, without what an engine numbers by itself. */
function rowsOf(directory: string): Record<string, unknown[]> {
  const rows: Record<string, unknown[]> = {};
  for (const folder of foldersOf(directory))
    for (const { file, tables } of STORES) {
      const db = new DatabaseSync(join(directory, folder, file), { readOnly: true });
      for (const name of [...tables.map((table) => table.name), ...(file === 'library.db' ? ['name_runs'] : [])]) {
        const plain = db
          .prepare(`SELECT * FROM ${name}`)
          .all()
          .map((row) => JSON.stringify(row, (key, value: unknown) => (NUMBERED[name]?.includes(key) ? 0 : value)));
        rows[`${folder} ${name}`] = plain.toSorted();
      }
      db.close();
    }
  return rows;
}

/** What people are shown: the first five passages of each question, and the answers. */
async function seen({ seenBy }: Footnote): Promise<unknown[]> {
  const room = seenBy(EVERYONE_ONLY);
  const shown = [];
  for (const [at, text] of QUESTIONS.entries()) {
    const { passages } = await room.retrieve({ text, earlier: [] }, 5);
    const answer = at % EACH === 0 ? await room.answer({ text, earlier: [] }) : undefined;
    shown.push([text, passages.map(({ chunk }) => [chunk.reportId, chunk.order]), answer]);
  }
  return shown;
}

describeOnPostgres(() => {
  describe('an index of the sample reports', () => {
    const folder = aFolder();
    const inFiles = parseConfig({ INDEX_DIR: folder, LIBRARY: 'shared' });
    let url = '';
    let before: Record<string, unknown[]> = {};
    let shown: unknown[] = [];
    beforeAll(async () => {
      url = await aDatabase();
      await withFootnote(inFiles, async (footnote) => {
        await footnote.ingest(FILES);
        const [report] = await footnote.library.seenBy(OPERATOR).reports();
        await footnote.library.describe(report?.id ?? '', { title: '云市场季报' });
        await fill(footnote);
        shown = await seen(footnote);
      });
      before = rowsOf(folder);
    });

    it('goes into a database, where the first five hits of all questions, and answers, are the same', async () => {
      const { libraries } = await migrate(inFiles, url, moving);
      const there = parseConfig({ INDEX_DIR: aFolder(), DATABASE_URL: url });
      const [again, check, findings] = [
        await withFootnote(there, seen),
        await withFootnote(there, async ({ stores }) => {
          const { entries, head } = await stores.review().log();
          return verifyLog(entries, head);
        }),
        await examine(there),
      ];
      const held = await withFootnote(there, ({ library }) => library.seenBy(OPERATOR).reports());
      const pdf = held.find(({ paged }) => paged);
      const picture = await withFootnote(there, ({ pictures }) => pictures.picture(pdf?.id ?? '', 1));
      expect(picture?.length).toBeGreaterThan(0);
      expect(libraries.map(({ library, reports }) => [library, reports])).toEqual([['main', 3]]);
      expect([again, check.outcome]).toEqual([shown, 'intact']);
      expect(
        findings
          .filter(({ part }) => ['database', 'index', 'files'].includes(part))
          .map(({ part, state }) => [part, state]),
      ).toEqual([
        ['files', 'fine'],
        ['database', 'fine'],
        ['index', 'fine'],
      ]);
    });

    it('refuses to go into a database that holds another history, and into a folder that holds something', async () => {
      await expect(migrate(inFiles, url, moving)).rejects.toThrow('two histories cannot become one');
      const there = parseConfig({ INDEX_DIR: folder, DATABASE_URL: url });
      await expect(migrate(there, folder, moving)).rejects.toThrow('name a new folder');
      await expect(migrate(inFiles, aFolder(), moving)).rejects.toThrow('DATABASE_URL names no database');
    });

    it('comes back into a folder with nothing lost', async () => {
      const back = join(aFolder(), 'index');
      await migrate(parseConfig({ INDEX_DIR: folder, DATABASE_URL: url }), back, moving);
      expect(rowsOf(back)).toEqual(before);
      expect(readFileSync(join(back, 'review.head'))).toEqual(readFileSync(join(folder, 'review.head')));
      const copies = (index: string) =>
        readdirSync(join(index, 'files')).map((name) => readFileSync(join(index, 'files', name)));
      expect(copies(back)).toEqual(copies(folder));
      expect(said).toEqual([]);
    });
  });
});
