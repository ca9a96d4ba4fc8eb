import { describe, expect, it } from 'vitest';
import { aLibraryOf, aReportOf } from '../support/answer-from.ts';
import { CHECKED_SECTIONS, CONTRADICTED, NOT_FOUND, SUPPORTED } from '../support/claims/checked.ts';

const REPORT = aReportOf(CHECKED_SECTIONS, { publishedOn: '2020-12-31' });

const check = async (draft: string) => (await aLibraryOf(REPORT)).check(draft);

async function verdictOn(claim: string): Promise<string> {
  const checked = await check(claim);
  return checked.outcome === 'checked'
    ? checked.claims
        .map(({ verdict, differences }) =>
          [verdict, ...differences.map(({ claimed, found }) => `${claimed}→${found}`)].join(' '),
        )
        .join('; ')
    : checked.outcome;
}

describe('a fact check', () => {
  it.each(SUPPORTED)('supports %s', async (claim) => {
    expect(await verdictOn(claim)).toBe('supported');
  });

  it.each(CONTRADICTED)('contradicts %s', async (claim, verdict) => {
    expect(await verdictOn(claim)).toBe(verdict);
  });

  it.each(NOT_FOUND)('finds nothing on %s', async (claim) => {
    expect(await verdictOn(claim)).toBe('not_found');
  });

  it('quotes the sentence that decides, with the reason in the language of the claim', async () => {
    const checked = await check('微软的市占率为32%。');
    expect(checked).toMatchObject({
      outcome: 'checked',
      skipped: [],
      claims: [
        {
          reason: '第 2 段的说法不同：这里说“32%”，报告是“19%”。',
          quotes: [{ path: ['云市场'], text: '亚马逊、微软和谷歌的市占率分别为32%、19%和7%。' }],
        },
      ],
    });
    expect(await check('Microsoft has a market share of 32%.')).toMatchObject({
      claims: [{ reason: 'Para. 2 says otherwise: claimed “32%”, found “19%”.' }],
    });
  });

  it('says so when there is nothing to check, or too much', async () => {
    expect(await check('你好！')).toEqual({ outcome: 'nothing_to_check', skipped: ['你好！'] });
    expect(await check('微软占19%。'.repeat(5000))).toEqual({ outcome: 'too_long', characters: 35_000, limit: 30_000 });
  });
});
