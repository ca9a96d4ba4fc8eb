import { describe, expect, it } from 'vitest';
import type { AskedQuestion, Rating } from '../../src/domain/feedback.ts';
import { countUsage } from '../../src/usage/count-usage.ts';
import { aQuestionAsked } from '../support/builders.ts';

const NOW = Date.parse('2026-03-31T00:00:00Z');

function asked(at: string, over: Partial<AskedQuestion> = {}): AskedQuestion {
  return { ...aQuestionAsked(over), at: `2026-03-${at}T08:00:00.000Z` };
}

function rated(at: string, over: Partial<Rating>): Rating {
  return {
    answerId: 'a',
    question: '?',
    by: 'T1/U1',
    way: 'down',
    reason: '',
    at: `2026-03-${at}T09:00:00.000Z`,
    ...over,
  };
}

describe('the use of Footnote', () => {
  it('is counted by task, door, outcome and channel, within the days that are asked for', () => {
    const questions = [
      asked('01', { question: 'too long ago' }),
      asked('30', { ms: 100 }),
      asked('30', { by: 'T1/U1', door: 'slack', channel: 'T1/C1', ms: 300 }),
      asked('29', { by: 'T1/U1', door: 'slack', channel: 'T1/C1', outcome: 'not_found', ms: 200 }),
      asked('28', { by: 'T1/U2', door: 'slack', task: 'check', question: '', outcome: 'checked', ms: 0 }),
    ];
    const { channels, asked: all } = countUsage({ questions, ratings: [], tokens: [] }, NOW, 7);
    expect([all, channels]).toEqual([
      {
        all: 4,
        people: 3,
        byTask: { answer: 3, check: 1 },
        byDoor: { slack: 3, web: 1 },
        byOutcome: { answered: 2, not_found: 1 },
        ms: { half: 200, most: 300 },
      },
      [{ channel: 'T1/C1', asked: 2, notFound: 1 }],
    ]);
  });

  it('says what was asked in vain most often, and what no report speaks of', () => {
    const vain = { outcome: 'not_found' };
    const questions = [
      asked('10', { question: 'ＨＢＭ的价格？', ...vain, missing: ['HBM', 'HBM'] }),
      asked('11', { question: 'HBM的价格？', ...vain, missing: ['HBM'] }),
      asked('12', { question: '光大银行的不良率？', ...vain, missing: ['光大银行'] }),
      asked('13', { question: '亚马逊？' }),
    ];
    const { missing, notFound } = countUsage({ questions, ratings: [], tokens: [] }, NOW, 30);
    expect([missing, notFound]).toEqual([
      [
        { name: 'HBM', times: 2 },
        { name: '光大银行', times: 1 },
      ],
      [
        { question: 'HBM的价格？', times: 2, lastAt: '2026-03-11T08:00:00.000Z' },
        { question: '光大银行的不良率？', times: 1, lastAt: '2026-03-12T08:00:00.000Z' },
      ],
    ]);
  });

  it('gives thumbs with the reasons for those that go down, and names nobody', () => {
    const ratings = [
      rated('20', { reason: '太旧了' }),
      rated('21', { by: 'T1/U2', question: '份额？' }),
      rated('22', { way: 'up', reason: 'right' }),
    ];
    expect(countUsage({ questions: [], ratings, tokens: [] }, NOW, 30).ratings).toEqual({
      up: 1,
      down: 2,
      reasons: [
        { question: '份额？', reason: '', at: '2026-03-21T09:00:00.000Z' },
        { question: '?', reason: '太旧了', at: '2026-03-20T09:00:00.000Z' },
      ],
    });
  });

  it('prices the tokens of these days, where there is a price', () => {
    const tokens = [
      { day: '2026-03-30', input: 1_000_000, output: 500_000 },
      { day: '2026-01-01', input: 9, output: 9 },
    ];
    const kept = { questions: [], ratings: [], tokens };
    const priced = countUsage({ ...kept, price: { input: 0.25, output: 2 } }, NOW, 30).models;
    expect([priced, countUsage(kept, NOW, 30).models]).toEqual([
      { input: 1_000_000, output: 500_000, dollars: 1.25, days: tokens.slice(0, 1) },
      { input: 1_000_000, output: 500_000, days: tokens.slice(0, 1) },
    ]);
  });
});
