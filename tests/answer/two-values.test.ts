import { describe, expect, it } from 'vitest';
import { aLibraryOf, aReportOf } from '../support/answer-from.ts';
import { seeded } from '../support/fuzz-runs.ts';

type Thing = readonly [thing: string, unit: string];

/** Who has how many of what: on no list of the program. */
const OWNERS: readonly [string, ...string[]] = ['海港市', '青岩县', '南湖镇', '白塔区', '石桥县', '云溪市'];
const THINGS: readonly [Thing, ...Thing[]] = [
  ['渡轮', '艘'],
  ['窑炉', '座'],
  ['水塔', '座'],
  ['马车', '辆'],
  ['琴房', '间'],
];
const SETS = 12;

interface Facts {
  owner: string;
  thing: string;
  unit: string;
  all: number;
  part: number;
  year: number;
}

function factsOf(seed: number): Facts {
  const random = seeded(seed);
  const pick = <T>(from: readonly [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0];
  const [thing, unit] = pick(THINGS);
  const all = 40 + Math.floor(random() * 900);
  return {
    owner: pick(OWNERS),
    thing,
    unit,
    all,
    part: 3 + Math.floor(random() * (all / 2)),
    year: 2008 + Math.floor(random() * 12),
  };
}

/** Two sentences of two sections that give two figures for two things, and what is asked. */
const KINDS: Record<string, (facts: Facts) => { said: [string, string]; question: string }> = {
  'a whole and its part': ({ owner, thing, unit, all, part, year }) => ({
    said: [`${year}年底，${owner}共有${thing}${all}${unit}。`, `${year}年底，${owner}新造的${thing}有${part}${unit}。`],
    question: `${year}年底${owner}共有多少${unit}${thing}？`,
  }),
  'two dates': ({ owner, thing, unit, all, part, year }) => ({
    said: [`${year}年底，${owner}共有${thing}${all}${unit}。`, `${year - 2}年底，${owner}共有${thing}${part}${unit}。`],
    question: `${year}年底${owner}共有多少${unit}${thing}？`,
  }),
  'a count and a share': ({ owner, thing, unit, all, part, year }) => ({
    said: [
      `${year}年底，${owner}共有${thing}${all}${unit}。`,
      `${year}年底，${owner}的${thing}占全省的${(part % 80) + 3}%。`,
    ],
    question: `${year}年底${owner}共有多少${unit}${thing}？`,
  }),
};

describe('two figures of two things', () => {
  it.each(Object.keys(KINDS))('are not told as two values of one: %s', async (kind) => {
    const wrong: string[] = [];
    for (let seed = 1; seed <= SETS; seed += 1) {
      const made = KINDS[kind]?.(factsOf(seed));
      if (!made) continue;
      const { ask } = await aLibraryOf(aReportOf({ 现状: [made.said[0]], 专题: [made.said[1]] }));
      const answer = await ask(made.question);
      if (answer.outcome === 'answered' && answer.differing) wrong.push(made.said.join(' '));
    }
    expect(wrong).toEqual([]);
  });

  it('are two values of one where they are of the same thing and time', async () => {
    const { owner, thing, unit, all, year } = factsOf(1);
    const said = (number: number) => `${year}年底，${owner}共有${thing}${number}${unit}。`;
    const { ask } = await aLibraryOf(aReportOf({ 现状: [said(all)], 专题: [said(all + 7)] }));
    expect(await ask(`${year}年底${owner}共有多少${unit}${thing}？`)).toMatchObject({
      outcome: 'answered',
      differing: true,
    });
  });
});
