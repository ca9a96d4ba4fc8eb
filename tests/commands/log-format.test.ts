import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hideSecrets, log, logEvent, writeLogAs } from '../../src/commands/terminal.ts';
import { doWork } from '../../src/watch/current-work.ts';
import type { WorkMark } from '../../src/watch/events.ts';

const WORK: WorkMark = { id: 'ab'.repeat(16), door: 'web' };
const SECRET = 'a-token-that-nobody-reads';

describe('the log', () => {
  let written: string[];
  beforeEach(() => {
    written = [];
    vi.useFakeTimers({ now: Date.parse('2026-03-01T12:00:00Z') });
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    hideSecrets([SECRET]);
  });
  afterEach(() => {
    writeLogAs('text');
    hideSecrets([]);
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  /** Lines as code within work writes them, which may know its id by itself, and one from outside of it. */
  async function writeLines(): Promise<void> {
    await doWork(WORK, logEvent, () => {
      log('first\nsecond');
      log(`[${WORK.id}] /reports/1: ${SECRET}`);
      return Promise.resolve();
    });
    log('Slack is connected.');
  }

  it('has the id of the work in every line about it, once', async () => {
    await writeLines();
    expect(written).toEqual([
      `2026-03-01T12:00:00.000Z [${WORK.id}] first\\nsecond\n`,
      `2026-03-01T12:00:00.000Z [${WORK.id}] /reports/1: [secret]\n`,
      '2026-03-01T12:00:00.000Z Slack is connected.\n',
    ]);
  });

  it('is one JSON object a line where that is wanted, with what happened besides', async () => {
    writeLogAs('json');
    await writeLines();
    const time = '2026-03-01T12:00:00.000Z';
    const span = { span: expect.any(String), startedAt: Date.now(), ms: expect.any(Number), ok: true };
    expect(written.map((line): unknown => JSON.parse(line))).toEqual([
      { time, id: WORK.id, message: 'first\nsecond' },
      { time, id: WORK.id, message: '/reports/1: [secret]' },
      { time, ...WORK, event: 'span', name: 'work', ...span },
      { time, message: 'Slack is connected.' },
    ]);
    expect(written.every((line) => line.endsWith('}\n') && line.split('\n').length === 2)).toBe(true);
  });
});
