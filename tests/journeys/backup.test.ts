import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { backupIndex } from '../../src/adapters/index-folder/backup-index.ts';
import { restoreIndex } from '../../src/adapters/index-folder/restore-index.ts';
import { parseConfig } from '../../src/config.ts';
import { OPERATOR } from '../../src/domain/audience.ts';
import { ConfigurationError, LibraryError } from '../../src/domain/errors.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import type { AnsweredIndex } from '../support/an-answered-index.ts';
import { ANSWERED, anAnsweredIndex } from '../support/an-answered-index.ts';
import { runFootnote, startFootnote } from '../support/run-footnote.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

/** Backups while the others write, and the time between two, in milliseconds. */
const [ROUNDS, PAUSE_MS] = [6, 300];
const ALL = { force: false, only: [] };

/** An index with a report, an answer, and a verdict on its citation. */
async function anIndex(): Promise<AnsweredIndex> {
  const index = await anAnsweredIndex();
  const { footnote, citationId } = index;
  await footnote.review.giveVerdict({ citationId, verdict: 'verified', note: '', editor: 'Ada', seen: 0 });
  return index;
}

/** What a person gets out of an index. */
async function useOf(folder: string) {
  const footnote = await wireFootnote(parseConfig({ INDEX_DIR: folder }));
  const answer = await footnote.seenBy(OPERATOR).answer({ text: ANSWERED.question, earlier: [] });
  const [report] = await footnote.seenBy(OPERATOR).library.reports();
  const page = await footnote.pictures.layout(report?.id ?? '', 1);
  const log = await footnote.review.verifyLog();
  await footnote.close();
  return { answer, words: page?.runs.length, log };
}

describe('a backup', () => {
  it('that is put back gives the same answers, the same pages and the same hashes of the log', async () => {
    const { folder, footnote } = await anIndex();
    await footnote.close();
    const before = await useOf(folder);
    const to = join(aTemporaryFolder(), 'backup');
    const made = await runFootnote(folder, 'backup', to);
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    const restored = await runFootnote(folder, 'restore', to);
    expect([made.status, restored.status, before.log.outcome, before.words !== undefined, await useOf(folder)]).toEqual(
      [0, 0, 'intact', true, before],
    );
  });

  it('made while reports are taken in and citations are flagged is whole each time', async () => {
    const { folder, footnote, citationId } = await anIndex();
    const files = aTemporaryFolder();
    for (let at = 0; at < 60; at++)
      writeFileSync(
        join(files, `r${at}.txt`),
        `第${at}家公司的市场份额是${at}‰。${'它的收入在增长，成本在下降。'.repeat(40)}`,
      );
    const ingest = startFootnote(folder, 'ingest', files);
    const ended = once(ingest, 'close');
    const counts: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await delay(PAUSE_MS);
      await footnote.review.flag({ id: citationId, by: `U${round}`, reason: 'old' });
      const [to, other] = [join(aTemporaryFolder(), 'backup'), aTemporaryFolder()];
      backupIndex(folder, to, (line) => expect(line).toBe(''));
      await footnote.review.flag({ id: citationId, by: `V${round}`, reason: 'old' });
      restoreIndex(to, other, ALL);
      const copy = await wireFootnote(parseConfig({ INDEX_DIR: other }));
      const log = await copy.review.verifyLog();
      counts.push((await copy.seenBy(OPERATOR).library.reports()).length);
      expect([log.outcome, log.outcome === 'intact' && log.head.number]).toEqual(['intact', 2 + 2 * round]);
      await copy.close();
    }
    await ended;
    await footnote.close();
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  });

  it('is refused where something is already, or where there is no index', () => {
    const folder = aTemporaryFolder();
    expect(() => backupIndex(folder, join(folder, 'b'), () => undefined)).toThrow(/holds no index/u);
    writeFileSync(join(folder, 'library.db'), '');
    expect(() => backupIndex(folder, folder, () => undefined)).toThrow(/holds something already/u);
  });

  it('says that a file is damaged that must not be lost, and leaves nothing half made', async () => {
    const { folder, footnote } = await anIndex();
    await footnote.close();
    writeFileSync(join(folder, 'review.db'), readFileSync(join(folder, 'review.db')).fill(0x41, 8192, 20_000));
    const parent = aTemporaryFolder();
    expect(() => backupIndex(folder, join(parent, 'b'), () => undefined)).toThrow(/review\.db is damaged/u);
    expect(readdirSync(parent)).toEqual([]);
  });
});

describe('a restore', () => {
  it('does not take the place of what is healthy, unless it is told to; then what was there is set aside', async () => {
    const { folder, footnote } = await anIndex();
    const to = join(aTemporaryFolder(), 'backup');
    backupIndex(folder, to, () => undefined);
    expect(() => restoreIndex(to, folder, { force: true, only: [] })).toThrow(/Footnote runs on .* stop it/u);
    await footnote.close();
    const before = readFileSync(join(folder, 'library.db'));
    expect(() => restoreIndex(to, folder, ALL)).toThrow(ConfigurationError);
    expect(() => restoreIndex(to, folder, ALL)).toThrow(
      /library\.db, review\.db .* can be read and hold something: nothing was changed/u,
    );
    const { aside } = restoreIndex(to, folder, { force: true, only: ['library.db'] });
    expect(aside.map((name) => readFileSync(join(folder, name)).length)).toEqual([before.length]);
    expect((await useOf(folder)).log.outcome).toBe('intact');
  });

  it('puts back a damaged file, and leaves the healthy ones with what came since', async () => {
    const { folder, footnote, citationId } = await anIndex();
    const to = join(aTemporaryFolder(), 'backup');
    backupIndex(folder, to, () => undefined);
    await footnote.review.flag({ id: citationId, by: 'U2', reason: 'since' });
    await footnote.close();
    writeFileSync(join(folder, 'library.db'), 'damaged');
    const { files } = restoreIndex(to, folder, { force: false, only: ['library.db'] });
    const { answer, log } = await useOf(folder);
    expect([files[0], answer.outcome, log.outcome === 'intact' && log.head.number]).toEqual([
      'library.db',
      'answered',
      2,
    ]);
  });

  it.each<[string, (backup: string) => void]>([
    ['is damaged', (backup) => writeFileSync(join(backup, 'library.db'), 'other')],
    ['lacks a file', (backup) => rmSync(join(backup, 'review.db'))],
    ['has no list', (backup) => rmSync(join(backup, 'manifest.json'))],
    [
      'leads out of its folder',
      (backup) =>
        writeFileSync(
          join(backup, 'manifest.json'),
          readFileSync(join(backup, 'manifest.json'), 'utf8').replace('"library.db"', '"../library.db"'),
        ),
    ],
  ])('changes nothing when the backup %s', async (_, damage) => {
    const { folder, footnote } = await anIndex();
    await footnote.close();
    const [to, other] = [join(aTemporaryFolder(), 'backup'), aTemporaryFolder()];
    backupIndex(folder, to, () => undefined);
    damage(to);
    expect(() => restoreIndex(to, other, ALL)).toThrow(ConfigurationError);
    expect(readdirSync(other)).toEqual([]);
  });

  it('that was broken off leaves an index that does not open, until it is completed', async () => {
    const { folder, footnote } = await anIndex();
    await footnote.close();
    const to = join(aTemporaryFolder(), 'backup');
    backupIndex(folder, to, () => undefined);
    writeFileSync(join(folder, 'restore-under-way'), to);
    rmSync(join(folder, 'review.db'));
    await expect(wireFootnote(parseConfig({ INDEX_DIR: folder }))).rejects.toThrow(LibraryError);
    restoreIndex(to, folder, ALL);
    expect((await useOf(folder)).log.outcome).toBe('intact');
  });
});
