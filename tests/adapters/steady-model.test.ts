import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createSteadyModel } from '../../src/adapters/models/steady-model.ts';
import { askModel } from '../../src/model/ask-model.ts';
import type { LanguageModel } from '../../src/domain/ports.ts';
import { collect } from '../support/collect.ts';
import type { Line } from '../support/scripted-model.ts';
import { aScriptedModel } from '../support/scripted-model.ts';

const REQUEST = { prompt: { instructions: '', message: '?' }, schema: z.string() };
const FINE: Line = { value: 'fine' };

/** A steady model whose clock only moves when it waits. */
function aSteadyModel(...lines: Line[]) {
  const scripted = aScriptedModel(...lines);
  const waits: number[] = [];
  const clock = { time: 0 };
  const model = createSteadyModel(scripted, {
    now: () => clock.time,
    wait: (ms) => (waits.push(ms), (clock.time += ms), Promise.resolve()),
  });
  return { model, waits, clock, callCount: () => scripted.prompts.length };
}

async function ask(model: LanguageModel, signal = new AbortController().signal): Promise<unknown> {
  const last = (await collect(model.stream(REQUEST, signal))).at(-1);
  return last?.value;
}

const failureOf = (model: LanguageModel, signal?: AbortSignal) =>
  ask(model, signal).then(
    () => 'none',
    (error: unknown) => (error instanceof Error && 'failure' in error ? error.failure : error),
  );

describe('a steady model', () => {
  it('forgets failures when an answer comes, also to whoever only wants the whole of it', async () => {
    const failing: Line = { fails: 'refused' };
    const { model } = aSteadyModel(failing, failing, failing, FINE, failing, FINE);
    for (let at = 0; at < 3; at++) await failureOf(model);
    await askModel(model, REQUEST, new AbortController().signal);
    expect([await failureOf(model), await ask(model)]).toEqual(['refused', 'fine']);
  });

  it('is not in trouble because the asker goes', async () => {
    const { model } = aSteadyModel({ hangs: true }, { hangs: true }, { hangs: true }, { hangs: true }, FINE);
    for (let at = 0; at < 4; at++) await ask(model, AbortSignal.abort(new Error('gone'))).catch(() => undefined);
    expect(await ask(model)).toBe('fine');
  });

  it.each(['server_error', 'unreachable', 'stopped', 'broken_output', 'rate_limited', 'empty'] as const)(
    'is tried again after %s, later each time',
    async (failure) => {
      const { model, waits } = aSteadyModel({ fails: failure }, { fails: failure }, FINE);
      expect([await ask(model), waits]).toEqual(['fine', [300, 1200]]);
    },
  );

  it('gives up after the third try', async () => {
    const { model, callCount } = aSteadyModel({ fails: 'server_error' });
    expect([await failureOf(model), callCount()]).toEqual(['server_error', 3]);
  });

  it.each(['refused', 'too_long', 'timeout', 'endless'] as const)('is not tried again after %s', async (failure) => {
    const { model, callCount } = aSteadyModel({ fails: failure });
    expect([await failureOf(model), callCount()]).toEqual([failure, 1]);
  });

  it('waits as long as the provider says, but not for a provider that says minutes', async () => {
    const patient = aSteadyModel({ fails: 'rate_limited', retryAfterMs: 2000 }, FINE);
    const busy = aSteadyModel({ fails: 'rate_limited', retryAfterMs: 60_000 }, FINE);
    expect([await ask(patient.model), patient.waits, await failureOf(busy.model), busy.waits]).toEqual([
      'fine',
      [2000],
      'rate_limited',
      [],
    ]);
  });

  it('is not tried again when the time is up', async () => {
    const { model, callCount } = aSteadyModel({ fails: 'server_error' });
    expect([await failureOf(model, AbortSignal.abort()), callCount()]).toEqual(['server_error', 1]);
  });

  it('is not left alone for a year because the clock is set back by one', async () => {
    const failing: Line = { fails: 'refused' };
    const { model, clock } = aSteadyModel(failing, failing, failing, failing, FINE);
    for (let at = 0; at < 4; at++) await failureOf(model);
    clock.time -= 365 * 86_400_000;
    expect(await ask(model)).toBe('fine');
  });

  it('is left alone for half a minute after four calls that failed, then tried once more', async () => {
    const { model, clock, callCount } = aSteadyModel(
      { fails: 'refused' },
      { fails: 'refused' },
      { fails: 'refused' },
      { fails: 'refused' },
      { fails: 'refused' },
      FINE,
    );
    const first = [await failureOf(model), await failureOf(model), await failureOf(model), await failureOf(model)];
    const resting = [await failureOf(model), callCount()];
    clock.time += 30_000;
    const tried = await failureOf(model);
    const restingAgain = await failureOf(model);
    clock.time += 30_000;
    expect([first, resting, tried, restingAgain, await ask(model), await ask(model)]).toEqual([
      ['refused', 'refused', 'refused', 'refused'],
      ['resting', 4],
      'refused',
      'resting',
      'fine',
      'fine',
    ]);
  });
});
