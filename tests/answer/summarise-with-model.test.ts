import { expect, it } from 'vitest';
import { summariseWithModel } from '../../src/answer/summarise-with-model.ts';
import { aPassage } from '../support/builders.ts';
import { prompts } from '../support/model-answers.ts';
import type { Line } from '../support/scripted-model.ts';
import { aScriptedModel } from '../support/scripted-model.ts';

const filler = '关于市场的其他说明。'.repeat(350);
const passages = [aPassage({ text: `亚马逊市占率为32%。${filler}` }), aPassage({ ref: 'P2', text: `微软为19%。${filler}` })];
const point = (text: string, passage: string, quote: string) => ({ text, citations: [{ passage, quote }] });
const summarise = (model: ReturnType<typeof aScriptedModel>, points: number) => summariseWithModel(passages, { language: 'zh', points }, { model, prompts, signal: new AbortController().signal, judges: false, isWord: () => true });

const FIRST: Line = { value: { claims: [point('亚马逊的市占率是32%。', 'P1', '亚马逊市占率为32%')] } };
const SECOND: Line = { value: { claims: [point('微软占19%。', 'P2', '微软为19%'), point('微软占29%。', 'P2', '微软为19%')] } };

it('reads a long section part by part and holds back what is not proved', async () => {
  const draft = await summarise(aScriptedModel(FIRST, SECOND), 5);
  expect([draft.claims.map(({ text }) => text), draft.refused?.map(({ text }) => text)]).toEqual([['亚马逊的市占率是32%。', '微软占19%。'], ['微软占29%。']]);
});

it('lets the model choose among too many points, and words none anew', async () => {
  const model = aScriptedModel(FIRST, SECOND, { value: { numbers: [2, 7] } });
  expect((await summarise(model, 1)).claims.map(({ text }) => text)).toEqual(['微软占19%。']);
  expect(model.prompts[2]?.message).toBe('1. 亚马逊的市占率是32%。\n2. 微软占19%。');
});
