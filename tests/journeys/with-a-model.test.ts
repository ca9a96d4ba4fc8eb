import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakeModel } from '../support/fake-model/fake-model.ts';
import { startFakeModel } from '../support/fake-model/fake-model.ts';
import { aReader, passagesIn } from '../support/fake-model/reader.ts';
import { runFootnote, runFootnoteWith } from '../support/run-footnote.ts';

const SAMPLES = resolve(import.meta.dirname, '../../samples');
const ASKED = '寒武纪的发行价是多少？';
const QUOTE = '发行价为每股64.39元';
const SENTENCE = `寒武纪（Cambricon）于2020年7月20日在科创板挂牌，成为“AI芯片第一股”。${QUOTE}`;

/** Reads the one fact that is asked for, where a passage has it. */
const READER = aReader((_question, passages) =>
  passages
    .filter(({ text }) => text.includes(QUOTE))
    .slice(0, 1)
    .map(({ ref }) => ({ text: '寒武纪的发行价是每股64.39元。', citations: [{ passage: ref, quote: SENTENCE }] })),
);

describe('the command line with a model', () => {
  const index = mkdtempSync(join(tmpdir(), 'footnote-test-'));
  let fake: FakeModel;
  const settings = () => ({ MODEL: 'openai:some-model', MODEL_BASE_URL: `${fake.url}/v1`, MODEL_PRICE: '1/10' });
  beforeAll(async () => {
    fake = await startFakeModel(READER);
    await runFootnote(index, 'ingest', join(SAMPLES, 'ai-ipo-2020.txt'));
  });
  afterAll(() => fake.close());

  it('answers in the model’s words, says what that cost, and the second time says that it knew', async () => {
    const first = await runFootnoteWith(settings(), index, 'ask', ASKED, '--json');
    const second = await runFootnoteWith(settings(), index, 'ask', ASKED, '--json');
    expect(JSON.parse(first.stdout)).toMatchObject({
      status: 'answered',
      answer: '寒武纪的发行价是每股64.39元。',
      composer: 'openai:some-model',
    });
    const call = '1 call, 120 + 30 tokens, $0.0004';
    expect(first.stderr.replace(/\d+ ms/u, 'so many ms')).toBe(
      `openai:some-model: ${call}, so many ms; judged by openai:some-model: ${call}\n`,
    );
    expect([JSON.parse(second.stdout), second.stderr]).toMatchObject([
      { cached: true },
      expect.stringMatching(/said before, no call/u),
    ]);
  });

  it('answers in the report’s own sentence when the model is away, with a quiet line', async () => {
    const { stdout, status } = await runFootnoteWith(
      { MODEL: 'openai:other-model', MODEL_BASE_URL: 'http://127.0.0.1:9/v1' },
      index,
      'ask',
      ASKED,
    );
    expect([status, stdout.split('\n')[0]]).toEqual([0, '连不上语言模型，这些是报告里的原句。']);
    expect(stdout).toContain('64.39元');
  });

  it('summarises in the model’s words, and has its claims checked, as long as it is there', async () => {
    fake.follow((call) => {
      const [passage] = passagesIn(call).filter(({ text }) => text.includes(QUOTE));
      const claims = passage
        ? [{ text: '寒武纪的发行价是每股64.39元。', citations: [{ passage: passage.ref, quote: SENTENCE }] }]
        : [];
      return { kind: 'says', value: call.prompt.includes('Somebody wrote the claim') ? { sentences: [] } : { claims } };
    });
    const summary = await runFootnoteWith(settings(), index, 'summarize', '总结寒武纪这一节，一句话', '--json');
    const checked = await runFootnoteWith(settings(), index, 'check', '寒武纪打算在火星上建一座芯片工厂。', '--json');
    const away = await runFootnoteWith(
      { MODEL: 'openai:other-model', MODEL_BASE_URL: 'http://127.0.0.1:9/v1' },
      index,
      'check',
      '寒武纪打算在火星上建一座芯片工厂。',
    );
    fake.follow(READER);
    expect(JSON.parse(summary.stdout)).toMatchObject({
      status: 'summarised',
      composer: 'openai:some-model',
      points: [{ text: '寒武纪的发行价是每股64.39元。', citations: [{ quote: SENTENCE }] }],
    });
    expect([JSON.parse(checked.stdout), checked.stderr]).toMatchObject([
      { verdict: 'not_found' },
      expect.stringMatching(/^openai:some-model: 1 call,/u),
    ]);
    expect(away.stdout.split('\n')[0]).toBe('连不上语言模型，这是程序自己比对的结果。');
  });

  it('compares runs of a set', async () => {
    const set = join(index, 'set.jsonl');
    writeFileSync(
      set,
      `${JSON.stringify({ id: 'q1', question: ASKED, answers: [['64.39元']], evidence: [{ quote: QUOTE }] })}\n`,
    );
    const { stdout } = await runFootnoteWith(settings(), index, 'eval', set, '--model', 'none', 'openai:some-model');
    expect(
      stdout
        .split('\n')
        .slice(0, 3)
        .map((line) => line.trim().split(/\s{2,}/u)),
    ).toEqual([
      ['none openai:some-m…'],
      ['right: question', '1/1 100 %', '1/1 100 %'],
      ['right: all', '1/1 100 %', '1/1 100 %'],
    ]);
  });

  it('asks no model of a comparison when one of the names cannot be', async () => {
    const set = join(index, 'set.jsonl');
    writeFileSync(
      set,
      `${JSON.stringify({ id: 'q1', question: ASKED, answers: [['64.39元']], evidence: [{ quote: QUOTE }] })}\n`,
    );
    const { status, stdout, stderr } = await runFootnoteWith(
      settings(),
      index,
      'eval',
      set,
      '--model',
      'openai:some-model',
      'gpt-5',
    );
    expect([status, stdout, stderr]).toEqual([
      1,
      '',
      expect.stringMatching(/^The settings need a correction[^]*- MODEL: must be/u),
    ]);
  });

  it('is examined, part by part', async () => {
    fake.follow(() => ({ kind: 'says', value: { word: 'footnote' } }));
    const well = await runFootnoteWith({ ...settings(), OCR: 'off' }, index, 'doctor', '--json');
    const ill = await runFootnoteWith(
      {
        MODEL: 'openai:some-model',
        MODEL_BASE_URL: 'http://127.0.0.1:9/v1',
        OCR: 'off',
        SLACK_BOT_TOKEN: 'xoxb-1',
        SLACK_APP_TOKEN: 'xapp-1',
        SLACK_API_URL: 'http://127.0.0.1:9/api/',
      },
      index,
      'doctor',
      '--json',
    );
    expect([well.status, statesIn(well.stdout)]).toEqual([
      0,
      {
        settings: 'fine',
        index: 'fine',
        files: 'fine',
        prompts: 'fine',
        lexicon: 'fine',
        model: 'fine',
        embeddings: 'fine',
        ocr: 'off',
        slack: 'off',
      },
    ]);
    expect([ill.status, statesIn(ill.stdout)]).toEqual([
      1,
      {
        settings: 'fine',
        index: 'fine',
        files: 'fine',
        prompts: 'fine',
        lexicon: 'fine',
        model: 'wrong',
        embeddings: 'fine',
        ocr: 'off',
        slack: 'wrong',
      },
    ]);
  });

  it('says which settings are wrong, all at once', async () => {
    const { status, stderr } = await runFootnoteWith(
      { MODEL: 'gpt-5', EMBEDDINGS: 'word2vec', MODEL_PRICE: 'cheap' },
      index,
      'ask',
      ASKED,
    );
    expect([status, stderr.match(/^ {2}- \w+/gmu)]).toEqual([1, ['  - MODEL', '  - MODEL_PRICE', '  - EMBEDDINGS']]);
  });

  it('says in words which numbers and folders it needs', async () => {
    const numbers = await runFootnoteWith(
      { MODEL_TOKENS_PER_DAY: '0', MODEL_TIMEOUT: 'soon', MODEL_BASE_URL: '127.0.0.1:9/v1', MODEL_JUDGE: 'yes' },
      index,
      'ask',
      ASKED,
    );
    const file = join(index, 'a-file');
    writeFileSync(file, '');
    const folder = await runFootnoteWith({ INDEX_DIR: file }, index, 'ask', ASKED);
    expect([numbers.status, numbers.stderr]).toEqual([1, expect.not.stringMatching(/expected|NaN|Invalid/u)]);
    expect([folder.status, folder.stderr]).toEqual([
      1,
      expect.stringMatching(
        /^The index folder .+ cannot be made \(EEXIST.+\)\. Set INDEX_DIR to a folder that this user may write\.\n$/u,
      ),
    ]);
  });

  it('asks for the key that a provider needs', async () => {
    const { stderr } = await runFootnoteWith({ MODEL: 'anthropic:some-model' }, index, 'ask', ASKED);
    expect(stderr).toContain('ANTHROPIC_API_KEY is missing: MODEL=anthropic:some-model needs it');
  });
});

function statesIn(stdout: string): Record<string, string> {
  const { findings }: { findings: { part: string; state: string }[] } = JSON.parse(stdout);
  return Object.fromEntries(findings.map(({ part, state }) => [part, state]));
}
