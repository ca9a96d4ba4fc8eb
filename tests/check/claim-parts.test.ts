import { describe, expect, it } from 'vitest';
import type { CheckedClaim } from '../../src/domain/check.ts';
import { checkedLines } from '../../src/commands/checked-lines.ts';
import { checkedClaimJson } from '../../src/programs/check-json.ts';
import { aLibraryOf, aReportOf } from '../support/answer-from.ts';

const KILNS = '2021年，东窑烧制陶瓶7万只，比上年增加2万只。';
const OWN = '西窑在2019年停火检修。';

async function checkOne(claim: string): Promise<CheckedClaim> {
  const { check } = await aLibraryOf(aReportOf({ 窑: [`${KILNS}${OWN}`] }));
  const checked = await check(claim);
  if (checked.outcome !== 'checked' || !checked.claims[0]) throw new Error('the claim is checked');
  return checked.claims[0];
}

describe('how far a report says a claim', () => {
  it('is told with what supports it: its own words, or a comparison', async () => {
    expect(await checkOne(OWN)).toMatchObject({ verdict: 'supported', degree: 'verbatim' });
    expect(await checkOne('东窑2021年烧制陶瓶7万只，比上年增加2万只。')).toMatchObject({
      verdict: 'supported',
      degree: 'compared',
    });
  });

  it('is a part of it where one half stands, and which', async () => {
    const claim = await checkOne('2021年东窑烧制陶瓶7万只，产品远销海外各地。');
    expect(claim).toMatchObject({
      verdict: 'not_found',
      degree: 'partly',
      parts: [
        { text: '2021年东窑烧制陶瓶7万只', stands: true },
        { text: '产品远销海外各地', stands: false },
      ],
    });
    expect(claim.reason).toContain('说了其中一部分：“2021年东窑烧制陶瓶7万只”；没有说“产品远销海外各地”。');
    expect(checkedClaimJson(claim)).toMatchObject({ verdict: 'not_found', degree: 'partly', parts: claim.parts });
  });

  it('is the nearest sentence otherwise, with the whole words that it does not give', async () => {
    const claim = await checkOne('东窑2021年为酒厂烧制陶瓶7万只。');
    expect(claim).toMatchObject({ verdict: 'not_found', degree: 'nearest', unsaid: ['酒厂'] });
    expect(claim.reason).toContain('没有提到“酒厂”');
    expect(checkedLines({ outcome: 'checked', claims: [claim], skipped: [] }, claim.text)[1]).toBe('  最接近的原文');
  });
});
