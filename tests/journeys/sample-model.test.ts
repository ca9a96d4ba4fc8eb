import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { Question } from '../../src/domain/answer.ts';
import { EVERYONE_ONLY } from '../../src/domain/audience.ts';
import type { Footnote, ReadingRoom } from '../../src/wiring/wire-footnote.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { saidBy } from '../support/answer-from.ts';
import type { FakeModel } from '../support/fake-model/fake-model.ts';
import { startFakeModel } from '../support/fake-model/fake-model.ts';
import { readSamples } from '../support/fake-model/sample-reader.ts';

const SAMPLES = resolve(import.meta.dirname, '../../samples');

describe('the model that is tried without a key', () => {
  let model: FakeModel;
  let footnote: Footnote;
  let room: ReadingRoom;
  beforeAll(async () => {
    model = await startFakeModel(readSamples);
    footnote = await wireFootnote(
      parseConfig({
        INDEX_DIR: mkdtempSync(join(tmpdir(), 'footnote-test-')),
        MODEL: 'openai:sample',
        MODEL_BASE_URL: `${model.url}/v1`,
      }),
    );
    await footnote.ingest(
      ['cloud-market-2020.pdf', 'ai-ipo-2020.txt', 'chips-2024.pdf'].map((file) => join(SAMPLES, file)),
    );
    room = footnote.seenBy(EVERYONE_ONLY);
  });
  afterAll(async () => {
    await footnote.close();
    model.close();
  });

  it.each([
    [
      'What market share did AWS have in Q3 2020?',
      'AWS remained in first place, with a market share of 32% in the third quarter.',
    ],
    ['2020年第三季度亚马逊云的市占率是多少？', '亚马逊云第三季度的市占率为32%，仍然排在首位。'],
    ['How much did IBM pay for Red Hat?', 'IBM completed the acquisition of Red Hat for $34 billion in July 2019.'],
    ['How many availability zones does AWS run?', 'AWS runs 77 availability zones in 24 geographic regions.'],
    ['2024年全球半导体卖了多少钱？', '2024年全球半导体销售额达到6276亿美元。'],
    [
      'Who held roughly half of the HBM market in 2024?',
      'SK hynix held roughly half of the market in 2024, Samsung about 40% and Micron most of the rest.',
    ],
  ])('answers in the language of the question: %s', async (text, said) => {
    const answer = await room.answer(Question.parse({ text }));
    expect([answer.composer, answer.fallback, saidBy(answer)]).toEqual(['openai:sample', undefined, [said]]);
  });

  it('says that something is not there', async () => {
    expect(await room.answer(Question.parse({ text: '2021年第一季度亚马逊云的市占率是多少？' }))).toMatchObject({
      outcome: 'not_found',
      composer: 'openai:sample',
    });
  });

  it('follows a conversation', async () => {
    const answer = await room.answer(
      Question.parse({ text: 'What about Microsoft?', earlier: ['What market share did AWS have in Q3 2020?'] }),
    );
    expect(saidBy(answer)).toEqual(['Microsoft Azure came second with 19%.']);
  });

  it('summarises, and looks again at the claims of a draft', async () => {
    expect(await room.summarize({ text: 'summarize the section on foundries' })).toMatchObject({
      outcome: 'summarised',
      composer: 'openai:sample',
    });
    expect(await room.check('寒武纪打算在火星上建厂。')).toMatchObject({
      outcome: 'checked',
      claims: [{ verdict: 'not_found' }],
    });
  });
});
