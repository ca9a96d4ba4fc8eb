import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { wireLibraries } from '../../src/wiring/wire-libraries.ts';
import { openStores } from '../../src/wiring/open-stores.ts';
import { wireModel } from '../../src/wiring/wire-model.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const MINUTE_MS = 60_000;

/** Libraries that open nothing, and say what is closed. */
async function someLibraries() {
  const config = parseConfig({
    INDEX_DIR: aTemporaryFolder(),
    LIBRARY: 'per-workspace',
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'secret',
    SLACK_SIGNING_SECRET: 'signing',
    BASE_URL: 'https://footnote.example',
    TOKEN_KEY: 'k'.repeat(32),
  });
  const footnote = await wireFootnote(config);
  const clock = { now: 0 };
  const closed: string[] = [];
  const another: typeof footnote.another = ({ indexDirectory }) =>
    Promise.resolve({
      ...footnote,
      close() {
        closed.push(indexDirectory.split('/').at(-1) ?? '');
        return Promise.resolve();
      },
    });
  return {
    libraries: wireLibraries(config, { ...footnote, another }, { now: () => clock.now, log: () => undefined }),
    clock,
    closed,
  };
}

describe('the libraries of workspaces', () => {
  it('are opened once, and closed in the end', async () => {
    const { libraries, closed } = await someLibraries();
    const [first, again] = await Promise.all([libraries.of('T1'), libraries.of('T1')]);
    await libraries.close();
    expect([first === again, closed]).toEqual([true, ['T1']]);
  });

  it('are closed when many others are open, but never while they may be in use', async () => {
    const { libraries, clock, closed } = await someLibraries();
    for (let at = 0; at < 60; at++) await libraries.of(`T${at}`);
    expect(closed).toEqual([]);
    clock.now = 31 * MINUTE_MS;
    await libraries.of('T0');
    await libraries.of('T60');
    expect(closed).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'T11']);
    await libraries.close();
  });

  it('are not made by a visit of a web page', async () => {
    const { libraries } = await someLibraries();
    expect(await libraries.ownOf('T1')).toBeUndefined();
    await libraries.close();
  });
});

const aFolderOfStores = () => openStores(aTemporaryFolder(), undefined, () => undefined);

describe('one model for the libraries of all workspaces', () => {
  it('counts its tokens together, and keeps what it says of a library beside that library', async () => {
    const [all, one, other] = [aFolderOfStores(), aFolderOfStores(), aFolderOfStores()];
    const { model } = parseConfig({ MODEL: 'ollama:some-model' });
    if (!model) throw new Error('a model is named');
    const wired = wireModel(model, all, () => undefined);
    const [own, others] = [wired.keptIn(one), wired.keptIn(other)];
    await own.steps.store.keep('question', 'answer');
    await own.steps.store.spend('T1/U1', { input: 30, output: 12 });
    expect([
      await own.steps.store.recall('question'),
      await others.steps.store.recall('question'),
      await others.steps.store.spentToday('T2/U1'),
    ]).toEqual(['answer', undefined, { all: 42, user: 0 }]);
    for (const { close } of [own, others, wired]) close();
  });
});
