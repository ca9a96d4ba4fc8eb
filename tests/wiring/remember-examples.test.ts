import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { rememberExamples } from '../../src/wiring/remember-examples.ts';
import { aReportOf } from '../support/answer-from.ts';

const [first, second] = [
  aReportOf({ 概况: ['甲为1%。'] }, { file: 'a.txt' }),
  aReportOf({ 概况: ['乙为2%。'] }, { file: 'b.txt' }),
];

/** A room whose reports change, and which counts how often its examples are looked for. */
function aRoom() {
  const room = { held: [first], tried: 0, fails: false };
  const summaries = () =>
    Promise.resolve(room.held.map(({ report }) => ({ ...report, sectionCount: 1, chunkCount: 1 })));
  async function examples(): Promise<string[]> {
    room.tried += 1;
    if (room.fails) throw new Error('busy');
    return Promise.resolve([`question ${room.tried}`]);
  }
  return { room, steps: { library: { reports: summaries }, examples } };
}

describe('the example questions of a library', () => {
  it('are none at first, then the same for everyone until the reports change', async () => {
    const { room, steps } = aRoom();
    const examples = rememberExamples(steps, () => undefined);
    const waiting = [await examples(), await examples()];
    await nextTurn();
    const found = [await examples(), await examples()];
    room.held = [first, second];
    const changed = await examples();
    await nextTurn();
    expect([waiting, found, changed, await examples(), room.tried]).toEqual([
      [[], []],
      [['question 1'], ['question 1']],
      [],
      ['question 2'],
      2,
    ]);
  });

  it('are tried again after they could not be, and the log says why', async () => {
    const { room, steps } = aRoom();
    const log: string[] = [];
    const examples = rememberExamples(steps, (line) => log.push(line));
    room.fails = true;
    await examples();
    await nextTurn();
    room.fails = false;
    await examples();
    await nextTurn();
    expect([await examples(), log]).toEqual([['question 2'], ['No example questions could be tried: busy']]);
  });
});
