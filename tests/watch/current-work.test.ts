import { describe, expect, it } from 'vitest';
import {
  doWork,
  goOnWith,
  idOfKey,
  keepWork,
  note,
  spending,
  timed,
  workHere,
  workId,
} from '../../src/watch/current-work.ts';
import type { WatchEvent, WorkMark } from '../../src/watch/events.ts';

const MARK: WorkMark = { id: idOfKey('T1 C1 1.1'), door: 'slack' };

function aWatcher() {
  const heard: [WatchEvent, WorkMark | undefined][] = [];
  return { heard, note: (event: WatchEvent, work?: WorkMark) => void heard.push([event, work]) };
}

function spans(heard: readonly [WatchEvent, WorkMark | undefined][]) {
  return heard.flatMap(([event]) => (event.kind === 'span' ? [event] : []));
}

describe('work that is being done', () => {
  it('has an id that every process makes of its key', () => {
    expect(MARK.id).toMatch(/^[0-9a-f]{32}$/u);
    expect([idOfKey('T1 C1 1.1') === MARK.id, idOfKey('T1 C1 1.2') === MARK.id]).toEqual([true, false]);
  });

  it('tells what happens in it under its id, each step within what it is a step of', async () => {
    const watcher = aWatcher();
    await doWork(MARK, watcher.note, () =>
      timed('answer', async () => {
        await timed('retrieve', () => Promise.resolve());
        note({ kind: 'kept', answer: 'a1' });
      }),
    );
    const [retrieve, answer, work] = spans(watcher.heard);
    expect(watcher.heard.map(([event, mark]) => [event.kind === 'span' ? event.name : event.kind, mark])).toEqual([
      ['retrieve', MARK],
      ['kept', MARK],
      ['answer', MARK],
      ['work', MARK],
    ]);
    expect([retrieve?.parent, answer?.parent, work?.parent]).toEqual([answer?.span, work?.span, undefined]);
  });

  it('says which step failed, and throws what was thrown', async () => {
    const watcher = aWatcher();
    const failing = doWork(MARK, watcher.note, () => timed('compose', () => Promise.reject(new Error('no ink'))));
    await expect(failing).rejects.toThrow('no ink');
    expect(spans(watcher.heard).map(({ name, ok }) => [name, ok])).toEqual([
      ['compose', false],
      ['work', false],
    ]);
  });

  it('goes on in another thread, where what happens many times is told once', async () => {
    const watcher = aWatcher();
    await goOnWith({ ...MARK, span: 'ab'.repeat(8) }, watcher.note, async () => {
      await timed('compose', async () => spending('verify', () => 1) + spending('verify', () => 2));
    });
    expect(spans(watcher.heard).map(({ name, parent }) => [name, parent])).toEqual([
      ['compose', 'ab'.repeat(8)],
      ['verify', 'ab'.repeat(8)],
    ]);
  });

  it('is found again by what is called later, from elsewhere', async () => {
    const watcher = aWatcher();
    const later = await doWork(MARK, watcher.note, () =>
      Promise.resolve(keepWork(() => expect(workId()).toBe(MARK.id))),
    );
    later();
    expect.assertions(1);
  });

  it('costs nothing and is told to nobody where there is none', async () => {
    note({ kind: 'flagged' });
    expect([await timed('search', () => Promise.resolve(7)), spending('verify', () => 8), workHere()]).toEqual([
      7,
      8,
      undefined,
    ]);
  });
});
