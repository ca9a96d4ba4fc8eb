import { describe, expect, it } from 'vitest';
import type { NamedKinds } from '../../src/answer/named-kinds.ts';
import { asksForName, namedKinds } from '../../src/answer/named-kinds.ts';
import { createNames } from '../../src/lexicon/names.ts';

const NAMES = createNames();
const NONE: NamedKinds = { person: 0, organisation: 0, place: 0, title: 0, reason: 0, noName: 0 };

describe('what a sentence names of the kind that is asked for', () => {
  it.each([
    ['谁是窑厂的厂长？', '窑厂的厂长是李明。', { person: 1 }],
    ['哪家公司经营渡轮？', '华为经营渡轮。', { organisation: 1 }],
    ['哪家公司经营渡轮？', '北河渡轮公司经营渡轮。', { organisation: 1 }],
    ['窑厂在哪里？', '窑厂在江西景德镇。', { place: 1 }],
    ['为什么票价上涨？', '由于油价上涨，票价上涨。', { reason: 1 }],
    ['Where is the foundry based?', 'The foundry is based in Fargo, North Dakota.', { place: 1 }],
    ['Where is the foundry based?', 'Fargo Foundry\t4.6%\tMalta, New York', { place: 1 }],
    ['Where is the foundry based?', 'In May the foundry held 4.6% of the market.', { noName: 1 }],
    ['谁是窑厂的厂长？', '窑厂有31座窑。', { noName: 1 }],
    ['为什么票价上涨？', '票价上涨8%。', { noName: 1 }],
    ['票价是多少？', '票价为14元，李明说。', {}],
  ] as const)('%s %s: %j', (question, sentence, kinds) => {
    expect(namedKinds(question, sentence, NAMES).kinds).toEqual({ ...NONE, ...kinds });
  });

  it('is nobody that the question names itself', () => {
    expect(namedKinds('除了华为，哪家公司经营渡轮？', '华为经营渡轮。', NAMES).given).toEqual([]);
    expect(namedKinds('除了李明，谁是厂长？', '厂长是李明。', NAMES).given).toEqual([]);
  });
});

it('knows a question that asks for a name, or for a reason', () => {
  const questions = [
    '谁是厂长？',
    '哪家公司经营渡轮？',
    '窑厂在哪里？',
    'Who runs the mill?',
    '为什么票价上涨？',
    '票价是多少？',
  ];
  expect(questions.map(asksForName)).toEqual([true, true, true, true, true, false]);
});
