import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { forgetOldQuestions } from '../../src/wiring/forget-questions.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('questions', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-04-01T00:00:00Z') }));
  afterEach(() => void vi.useRealTimers());

  it('are forgotten when they are too old, at the start and every hour, until that is stopped', async () => {
    const before: string[] = [];
    const questions = { forgetBefore: (at: string) => Promise.resolve(void before.push(at)) };
    const forgetting = forgetOldQuestions(questions, 90 * DAY_MS, () => undefined);
    await vi.advanceTimersByTimeAsync(3_600_000);
    forgetting.stop();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(before).toEqual(['2026-01-01T00:00:00.000Z', '2026-01-01T01:00:00.000Z']);
  });

  it('that could not be forgotten are told to the log, and tried again', async () => {
    const log: string[] = [];
    const questions = { forgetBefore: () => Promise.reject(new Error('locked')) };
    const forgetting = forgetOldQuestions(questions, DAY_MS, (line) => void log.push(line));
    await vi.advanceTimersByTimeAsync(3_600_000);
    forgetting.stop();
    expect(log).toEqual(Array(2).fill('Old questions could not be forgotten (KEEP_QUESTIONS): Error: locked'));
  });
});

describe('KEEP_QUESTIONS', () => {
  it('is ninety days, a week at least, or for ever', () => {
    const days = (kept: Record<string, string>) => (parseConfig(kept).keepQuestionsMs ?? Infinity) / DAY_MS;
    expect([days({}), days({ KEEP_QUESTIONS: '7d' }), days({ KEEP_QUESTIONS: 'forever' })]).toEqual([90, 7, Infinity]);
    for (const wrong of ['6d', '90', '-1d', 'never'])
      expect(() => parseConfig({ KEEP_QUESTIONS: wrong })).toThrow('KEEP_QUESTIONS: must be');
  });
});
