import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { rememberOverviews } from '../../src/wiring/remember-overviews.ts';

/** A room that counts how often it is asked for the questions of a report. */
function aRoom() {
  const asked: string[] = [];
  const room = { asked, isSeen: true, fails: false };
  return {
    room,
    steps: {
      async examples(reportId = ''): Promise<string[]> {
        asked.push(reportId);
        if (room.fails) throw new Error('busy');
        return Promise.resolve(room.isSeen ? [`${reportId}？`] : []);
      },
      figures: () => Promise.resolve({ request: { text: '' }, facts: [], more: 0, leftOut: 0, compared: [] }),
    },
  };
}

describe('the overview of a report', () => {
  it('is found once', async () => {
    const { room, steps } = aRoom();
    const overview = rememberOverviews(steps, () => undefined);
    expect([await overview('a'), await overview('a'), await overview('b'), room.asked]).toEqual([
      { questions: ['a？'], figures: [] },
      { questions: ['a？'], figures: [] },
      { questions: ['b？'], figures: [] },
      ['a', 'b'],
    ]);
  });

  it('is looked for again where there was nothing to see, or something went wrong', async () => {
    const { room, steps } = aRoom();
    const log: string[] = [];
    const overview = rememberOverviews(steps, (line) => log.push(line));
    room.isSeen = false;
    const hidden = await overview('a');
    await nextTurn();
    [room.isSeen, room.fails] = [true, true];
    const failed = await overview('a');
    await nextTurn();
    room.fails = false;
    expect([hidden, failed, await overview('a'), log]).toEqual([
      { questions: [], figures: [] },
      { questions: [], figures: [] },
      { questions: ['a？'], figures: [] },
      ['No overview of report a: busy'],
    ]);
  });
});
