import { describe, expect, it } from 'vitest';
import type { CheckedDraft } from '../../src/domain/check.ts';
import type { LanguageModel } from '../../src/domain/ports.ts';
import { aLibraryOf, aReportOf } from '../support/answer-from.ts';
import { given } from '../../src/domain/given.ts';
import { prompts } from '../support/model-answers.ts';
import { prove } from '../support/prove.ts';
import type { Line } from '../support/scripted-model.ts';
import { aScriptedModel, createMemoryModelStore } from '../support/scripted-model.ts';

const SPENDING = '2020年第三季度，全球云基础设施支出达到365亿美元，同比增长33%。';
const SHARES = '其中，亚马逊的市占率为32%，仍然居首。';
const OTHERS = '微软的市占率为19%，谷歌的市占率为7%。';
const FACTORY = '东山钢厂去年的产量下降了12%，净亏损扩大到3亿元。';
const STAFF = '东山钢厂目前有员工4200人，车间的自动化程度普遍较低。';
const LINES = [SPENDING, SHARES, OTHERS, FACTORY, STAFF];
const REPORT = aReportOf(
  { 云市场: [`${SPENDING}${SHARES}${OTHERS}`], 工厂: [`${FACTORY}${STAFF}`] },
  { publishedOn: '2020-12-31' },
);

/** Two sentences say this together, and none alone. */
const COMPOUND = '2020年第三季度，全球云基础设施支出达到365亿美元，其中亚马逊的市占率为32%，仍然居首。';
const naming = (...quotes: string[]): Line => ({
  value: { sentences: quotes.map((quote) => ({ passage: LINES.indexOf(quote) > 2 ? 'P2' : 'P1', quote })) },
});

async function check(draft: string, lines: Line[], judge?: LanguageModel): Promise<CheckedDraft> {
  const { checkWith } = await aLibraryOf(REPORT);
  return checkWith(draft, {
    model: aScriptedModel(...lines),
    prompts,
    store: createMemoryModelStore(),
    prove,
    report: () => undefined,
    use: { timeoutMs: 5000, limits: {}, ranks: false, writesQueries: false },
    ...given({ judge }),
  });
}

const verdictsOf = (checked: CheckedDraft) =>
  checked.outcome === 'checked' ? checked.claims.map(({ verdict }) => verdict) : checked.outcome;

describe('a fact check with a model', () => {
  it('supports what several sentences say together, when the model names them and the comparison agrees', async () => {
    expect(verdictsOf(await (await aLibraryOf(REPORT)).check(COMPOUND))).toEqual(['not_found']);
    const checked = await check(COMPOUND, [naming(SPENDING, SHARES)]);
    expect(checked).toMatchObject({
      outcome: 'checked',
      claims: [{ verdict: 'supported', quotes: [{ text: SPENDING }, { text: SHARES }] }],
    });
  });

  it('leaves a claim as it was when the model names too little, something else, or what no passage holds', async () => {
    for (const named of [
      naming(SHARES),
      naming(FACTORY, STAFF),
      naming(),
      naming(SHARES, '全球云基础设施支出达365亿美元。'),
    ])
      expect(verdictsOf(await check(COMPOUND, [named]))).toEqual(['not_found']);
  });

  const pairs = LINES.flatMap((one, at) => [[one], ...LINES.slice(at + 1).map((other) => [one, other])]);

  it.each([
    '2020年第三季度，全球云基础设施支出达到365亿美元，其中微软的市占率为32%，仍然居首。',
    '2020年第三季度，全球云基础设施支出达到365亿美元，其中亚马逊的市占率为19%，仍然居首。',
    '2020年第二季度，全球云基础设施支出达到365亿美元，其中亚马逊的市占率为32%，仍然居首。',
    '2020年第三季度，全球云基础设施支出下降33%，其中亚马逊的市占率为32%，仍然居首。',
    '微软的市占率为7%，谷歌的市占率为19%，亚马逊为32%。',
    '东山钢厂有员工4200人，去年的产量增长了12%，净亏损扩大到3亿元。',
    '东山钢厂有员工3亿人，去年的产量下降了12%。',
    '东山钢厂的自动化程度普遍较高，去年的产量下降了12%，净亏损扩大到3亿元。',
    '西山钢厂有员工4200人，去年的产量下降了12%，净亏损扩大到3亿元。',
    'In Q3 2020 cloud infrastructure spending reached $36.5 billion, and Microsoft held 32% of it.',
  ])('is not talked into support by any one or two sentences: %s', async (claim) => {
    const { checkWith } = await aLibraryOf(REPORT);
    for (const pair of pairs) {
      for (const swapped of [false, true]) {
        const model = aScriptedModel({
          value: {
            sentences: pair.map((quote) => ({ passage: LINES.indexOf(quote) > 2 === swapped ? 'P1' : 'P2', quote })),
          },
        });
        const checked = await checkWith(claim, {
          model,
          prompts,
          store: createMemoryModelStore(),
          prove,
          report: () => undefined,
          use: { timeoutMs: 5000, limits: {}, ranks: false, writesQueries: false },
        });
        expect(verdictsOf(checked)).not.toContain('supported');
      }
    }
  });

  it('lets the model that judges doubt what the comparison supports, and not the report’s own words', async () => {
    const [own, other] = [SPENDING, '2020年第三季度，全球云基础设施支出为365亿美元，同比增长33%。'];
    const contradicted = '2020年第三季度，全球云基础设施支出达到395亿美元，同比增长33%。';
    const judge = (...proved: number[]) =>
      aScriptedModel({ value: { claims: proved.map((number) => ({ number, proved: true })) } });
    const checked = (...proved: number[]) => check([own, other, contradicted].join('\n'), [], judge(...proved));
    expect(verdictsOf(await checked())).toEqual(['supported', 'not_found', 'contradicted']);
    expect(verdictsOf(await checked(1, 2))).toEqual(['supported', 'supported', 'contradicted']);
  });

  it('lets it support what the comparison leaves open, unless code knows better', async () => {
    const judge = aScriptedModel({ value: { claims: [1, 2, 3].map((number) => ({ number, proved: true })) } });
    const [open, other] = [
      '东山钢厂车间里的机器很少自己运转。',
      '东山钢厂目前有员工4300人，车间的自动化程度普遍较低。',
    ];
    const checked = await check(`${open}\n${other}`, [naming()], judge);
    expect(verdictsOf(checked).slice(1)).not.toContain('supported');
  });

  it('is that of the comparison alone when the model does not answer, and says so', async () => {
    expect(await check(COMPOUND, [{ fails: 'timeout' }])).toMatchObject({
      claims: [{ verdict: 'not_found' }],
      fallback: 'timeout',
    });
  });

  it('asks nothing where nothing is open', async () => {
    expect(await check(SPENDING, [{ fails: 'timeout' }])).not.toHaveProperty('fallback');
  });
});
