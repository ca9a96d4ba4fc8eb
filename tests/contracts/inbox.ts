import { describe, expect, it } from 'vitest';
import type { Inbox } from '../../src/domain/ports.ts';
import { aQuestionWaiting } from '../support/builders.ts';

const HOUR_MS = 3_600_000;

/** What every inbox does. */
export function describeInbox(name: string, open: (now: () => number) => Inbox): void {
  describe(`the ${name} inbox`, () => {
    const taken = async (inbox: Inbox, owner: string, limit = 10) =>
      (await inbox.take(owner, limit)).map(({ work }) => work.text);

    it('accepts the same thing once, also when it is done', async () => {
      const inbox = open(() => 0);
      const first = await inbox.accept(aQuestionWaiting({ ts: '1', text: 'a' }));
      const again = await inbox.accept(aQuestionWaiting({ ts: '1', text: 'a' }));
      const [item] = await inbox.take('me', 1);
      await inbox.finish('me', item?.id ?? 0, 'done');
      const late = await inbox.accept(aQuestionWaiting({ ts: '1', text: 'a' }));
      expect([first, again, late, await taken(inbox, 'me')]).toEqual([true, false, false, []]);
    });

    it('keeps workspaces apart in which channel, person and time are the same', async () => {
      const inbox = open(() => 0);
      for (const team of ['T1', 'T2'])
        await inbox.accept(aQuestionWaiting({ team, ts: '1', text: `asked in ${team}` }));
      expect([await inbox.withdraw('T2 C1 1'), await taken(inbox, 'me')]).toEqual([true, ['asked in T1']]);
      const recent = async (team: string) => (await inbox.recent(team, 'U1', 10)).map(({ text }) => text);
      expect([await recent('T1'), await recent('T2'), await inbox.wasAnswered('T2', 'C1', '1')]).toEqual([
        ['asked in T1'],
        [],
        false,
      ]);
    });

    it('gives each piece of work to one owner', async () => {
      const inbox = open(() => 0);
      for (const ts of ['1', '2', '3']) await inbox.accept(aQuestionWaiting({ ts, text: ts, user: `U${ts}` }));
      expect([await taken(inbox, 'me', 2), await taken(inbox, 'you', 2), await taken(inbox, 'me')]).toEqual([
        ['1', '2'],
        ['3'],
        [],
      ]);
    });

    it("takes everybody's first question before anybody's second", async () => {
      const inbox = open(() => 0);
      for (const ts of ['1', '2', '3']) await inbox.accept(aQuestionWaiting({ ts, text: `Ann ${ts}`, user: 'U1' }));
      await inbox.accept(aQuestionWaiting({ ts: '4', text: 'Ben', user: 'U2' }));
      expect(await inbox.ahead('T1 C1 4')).toBe(1);
      expect([await taken(inbox, 'me', 1), await taken(inbox, 'me', 1), await taken(inbox, 'me')]).toEqual([
        ['Ann 1'],
        ['Ben'],
        ['Ann 2', 'Ann 3'],
      ]);
    });

    it('says how much waits, how much is being done, and how long the oldest has waited', async () => {
      let now = 1000;
      const inbox = open(() => now);
      const before = await inbox.backlog();
      for (const ts of ['1', '2', '3']) {
        await inbox.accept(aQuestionWaiting({ ts, text: ts }));
        now += 500;
      }
      await inbox.take('me', 1);
      expect([before, await inbox.backlog()]).toEqual([
        { waiting: 0, working: 0, oldestMs: 0 },
        { waiting: 2, working: 1, oldestMs: 1000 },
      ]);
    });

    it('gives work to the next owner, as another attempt, when the lease of the first is over', async () => {
      let now = 0;
      const inbox = open(() => now);
      await inbox.accept(aQuestionWaiting({ ts: '1', text: 'a' }));
      const [first] = await inbox.take('me', 1);
      now = 20_000;
      expect(await inbox.renew('me', [first?.id ?? 0])).toEqual([first?.id]);
      now = 45_000;
      expect(await taken(inbox, 'you')).toEqual([]);
      now = HOUR_MS;
      const [second] = await inbox.take('you', 1);
      await inbox.finish('me', first?.id ?? 0, 'done');
      expect([
        first?.attempt,
        second?.attempt,
        second?.id === first?.id,
        await inbox.renew('me', [first?.id ?? 0]),
      ]).toEqual([1, 2, true, []]);
      expect(await inbox.wasAnswered('T1', 'C1', '1')).toBe(false);
    });

    it('lets nobody end an attempt that is not theirs any more, also who has the next one', async () => {
      let now = 0;
      const inbox = open(() => now);
      await inbox.accept(aQuestionWaiting());
      const [first] = await inbox.take('me', 1);
      now = HOUR_MS;
      await inbox.take('you', 1);
      now = 2 * HOUR_MS;
      const [third] = await inbox.take('me', 1);
      const id = third?.id ?? 0;
      await inbox.finish('me', id, 'done', first?.attempt);
      const held = await inbox.renew('me', [id]);
      await inbox.finish('me', id, 'done', third?.attempt);
      expect([third?.attempt, held, await inbox.renew('me', [id])]).toEqual([3, [id], []]);
    });

    it('replaces waiting work by newer about the same message, which waits while older is worked on', async () => {
      const inbox = open(() => 0);
      await inbox.accept(aQuestionWaiting({ ts: '1', text: 'first' }));
      await inbox.accept(aQuestionWaiting({ ts: '1', text: 'second', key: 'edit 1' }));
      const [item] = await inbox.take('me', 10);
      await inbox.accept(aQuestionWaiting({ ts: '1', text: 'third', key: 'edit 2' }));
      const meanwhile = await taken(inbox, 'you');
      await inbox.finish('me', item?.id ?? 0, 'done');
      const [edited] = await inbox.take('you', 10);
      expect([item?.work.text, item?.isRepeated, meanwhile, edited?.work.text, edited?.isRepeated]).toEqual([
        'second',
        false,
        [],
        'third',
        true,
      ]);
    });

    it('gives work that was put back to the next at once, as another attempt, but for what was edited', async () => {
      const inbox = open(() => 0);
      for (const ts of ['1', '2']) await inbox.accept(aQuestionWaiting({ ts, text: ts }));
      await inbox.take('me', 2);
      await inbox.accept(aQuestionWaiting({ ts: '2', text: 'edited', key: 'edit' }));
      await inbox.release('me');
      const items = await inbox.take('you', 10);
      await inbox.release('me');
      expect(items.map(({ work, attempt, isRepeated }) => [work.text, attempt, isRepeated])).toEqual([
        ['1', 2, false],
        ['edited', 1, true],
      ]);
      expect(
        await inbox.renew(
          'you',
          items.map(({ id }) => id),
        ),
      ).toEqual(items.map(({ id }) => id));
    });

    it('refuses what it could not give again', async () => {
      const inbox = open(() => 0);
      const { work, ...rest } = aQuestionWaiting({ ts: '1' });
      const nowhere = { ...rest, work: { ...work, place: { kind: 'channel' as const, channel: '' } } };
      await expect(Promise.resolve().then(() => inbox.accept(nowhere))).rejects.toThrow('channel');
      await inbox.accept(aQuestionWaiting({ ts: '2', text: 'b' }));
      expect(await taken(inbox, 'me')).toEqual(['b']);
    });

    it('takes back what waits, and nothing else', async () => {
      const inbox = open(() => 0);
      await inbox.accept(aQuestionWaiting({ ts: '1', text: 'a' }));
      expect([await inbox.withdraw('T1 C1 1'), await inbox.withdraw('T1 C1 1'), await taken(inbox, 'me')]).toEqual([
        true,
        false,
        [],
      ]);
    });

    it('knows the threads that it answered in, and what a person asked last', async () => {
      const inbox = open(() => 0);
      await inbox.accept(aQuestionWaiting({ ts: '1', text: 'a' }));
      const before = await inbox.wasAnswered('T1', 'C1', '1');
      const [item] = await inbox.take('me', 1);
      await inbox.finish('me', item?.id ?? 0, 'done');
      await inbox.accept(aQuestionWaiting({ ts: '2', text: 'b', thread: '1' }));
      expect([before, await inbox.wasAnswered('T1', 'C1', '1'), await inbox.wasAnswered('T2', 'C1', '1')]).toEqual([
        false,
        true,
        false,
      ]);
      expect([(await inbox.recent('T1', 'U1', 5)).map(({ text }) => text), await inbox.recent('T1', 'U2', 5)]).toEqual([
        ['b', 'a'],
        [],
      ]);
    });

    it('counts work once, and says when there is room again for its person and its workspace', async () => {
      let now = 0;
      const inbox = open(() => now);
      const allowance = { perPerson: 1, perTeam: 2, withinMs: HOUR_MS };
      for (const [ts, user] of [
        ['1', 'U1'],
        ['2', 'U1'],
        ['3', 'U2'],
        ['4', 'U3'],
      ] as const)
        await inbox.accept(aQuestionWaiting({ ts, user }));
      const items = (await inbox.take('me', 10)).toSorted((a, b) => a.id - b.id).map(({ id }) => id);
      const count = async (at: number) => inbox.count(items[at] ?? 0, allowance);
      const first = [await count(0), await count(0)];
      now = HOUR_MS / 4;
      const then = [await count(1), await count(2), await count(3)];
      now = HOUR_MS;
      expect([first, then, await count(1)]).toEqual([
        [undefined, undefined],
        [{ of: 'person', waitMs: HOUR_MS * 0.75 }, undefined, { of: 'team', waitMs: HOUR_MS * 0.75 }],
        undefined,
      ]);
    });

    it('stops what waits in a thread, and marks what is being worked on there', async () => {
      const inbox = open(() => 0);
      await inbox.accept(aQuestionWaiting({ ts: '1', text: 'working' }));
      const [working] = await inbox.take('me', 1);
      await inbox.accept(aQuestionWaiting({ ts: '2', text: 'waiting', thread: '1' }));
      await inbox.accept(aQuestionWaiting({ ts: '3', text: 'elsewhere' }));
      const waiting = await inbox.stop('T1', 'C1', '1');
      expect([
        waiting.map(({ work }) => work.text),
        await inbox.stopped([working?.id ?? 0, 99]),
        await taken(inbox, 'me'),
      ]).toEqual([['waiting'], [working?.id], ['elsewhere']]);
    });

    it('tells whoever takes work after a crash that its result may have been said', async () => {
      let now = 0;
      const inbox = open(() => now);
      await inbox.accept(aQuestionWaiting());
      const [first] = await inbox.take('me', 1);
      await inbox.aboutToSay(first?.id ?? 0);
      now = HOUR_MS;
      const [second] = await inbox.take('you', 1);
      expect([first?.mayBeSaid, second?.mayBeSaid]).toEqual([false, true]);
    });

    it('forgets what a person asked and got, and accepts none of it again', async () => {
      const inbox = open(() => 0);
      for (const [ts, user] of [
        ['1', 'U1'],
        ['2', 'U2'],
      ] as const)
        await inbox.accept(aQuestionWaiting({ ts, user, text: `of ${user}` }));
      for (const { id } of await inbox.take('me', 10)) await inbox.finish('me', id, 'done');
      await inbox.accept(aQuestionWaiting({ ts: '3', user: 'U1', text: 'waits' }));
      const counts = [await inbox.forgetPerson('T1/U1'), await inbox.forgetPerson('T1/U1')];
      const texts = async (user: string) =>
        (await inbox.recent('T1', user, 5)).map(({ text }) => text).filter((text) => text !== '');
      expect([
        counts,
        await texts('U1'),
        await texts('U2'),
        await inbox.accept(aQuestionWaiting({ ts: '1', user: 'U1' })),
        await inbox.wasAnswered('T1', 'C1', '1'),
      ]).toEqual([[1, 0], ['waits'], ['of U2'], false, true]);
    });
  });
}
