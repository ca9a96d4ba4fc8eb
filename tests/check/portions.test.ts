import { describe, expect, it } from 'vitest';
import { comparing } from '../support/prove.ts';
import { checkDraft } from '../../src/check/check-draft.ts';
import { PORTIONS } from '../../src/domain/limits.ts';
import { checkNotes, uncheckedText } from '../../src/words/check-words.ts';
import { aLibraryOf, aReportOf } from '../support/answer-from.ts';

const REPORT = aReportOf({ 云市场: ['亚马逊、微软和谷歌的市占率分别为32%、19%和7%。'] });
const TRUE = '微软的市占率为19%。';
const TOO_LONG = `市占率为19%${'，而且还在增长'.repeat(200)}。`;
const FIGURES = `市占率为${Array.from({ length: PORTIONS.quantities + 1 }, (_, at) => `${at + 10}%`).join('、')}。`;

describe('a draft of which not all is checked', () => {
  it('names what was left out, in its order, and says so in words', async () => {
    const { check } = await aLibraryOf(REPORT);
    const checked = await check([FIGURES, TRUE, TOO_LONG].join('\n'));
    expect(checked).toMatchObject({
      outcome: 'checked',
      skipped: [],
      claims: [{ text: TRUE, verdict: 'supported' }],
      unchecked: [
        { text: FIGURES, reason: 'too_many_figures' },
        { text: TOO_LONG, reason: 'too_long' },
      ],
    });
    expect(checked.outcome === 'checked' && checkNotes(checked, 'en')).toEqual([
      '1 sentence: Not checked: a sentence may have 40 figures. Cut it into several.',
      '1 sentence: Not checked: a sentence may have 1000 characters. Cut it into several.',
    ]);
  });

  it('says why when nothing of it was checked', async () => {
    const { check } = await aLibraryOf(REPORT);
    const checked = await check(TOO_LONG);
    expect(checked).toEqual({
      outcome: 'nothing_to_check',
      skipped: [],
      unchecked: [{ text: TOO_LONG, reason: 'too_long' }],
    });
    expect(checked.outcome === 'nothing_to_check' && uncheckedText(checked, 'zh')).toBe(
      '1 句没有核对：一句话最多 1000 个字符，请分成几句。',
    );
  });

  it('has so many claims, and the rest is named', async () => {
    const { check } = await aLibraryOf(REPORT);
    const checked = await check(Array.from({ length: PORTIONS.claims + 2 }, () => TRUE).join('\n'));
    expect(checked.outcome === 'checked' && [checked.claims.length, checked.unchecked]).toEqual([
      PORTIONS.claims,
      [
        { text: TRUE, reason: 'too_many_claims' },
        { text: TRUE, reason: 'too_many_claims' },
      ],
    ]);
  });

  it('has a time, after which the rest is named', async () => {
    // The first reading begins the time; one more comes before each claim.
    const readings = [0, 61_000, 61_000];
    const parts = {
      retrieve: () => Promise.reject(new Error('asked after its time')),
      comparing,
      now: () => readings.shift() ?? Infinity,
    };
    expect(await checkDraft(`${TRUE}\n${TRUE}`, parts)).toEqual({
      outcome: 'nothing_to_check',
      skipped: [],
      unchecked: [
        { text: TRUE, reason: 'no_time' },
        { text: TRUE, reason: 'no_time' },
      ],
    });
  });

  it('ends when nobody waits for it any more', async () => {
    const retrieve = () => Promise.reject(new Error('a claim was looked at'));
    await expect(
      checkDraft(TRUE, { retrieve, comparing }, { signal: AbortSignal.abort(new Error('gone')) }),
    ).rejects.toThrow('gone');
  });
});
