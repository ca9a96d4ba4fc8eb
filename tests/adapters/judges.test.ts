import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createChatModel } from '../../src/adapters/models/chat-model.ts';
import { openOnnxGrounding } from '../../src/adapters/models/onnx-grounding.ts';
import { loadPrompts } from '../../src/adapters/models/prompt-files.ts';
import { parseConfig, PROMPTS_FOLDER } from '../../src/config.ts';
import { groundingJudge } from '../../src/model/grounding-judge.ts';
import type { Judged } from '../../src/model/judge.ts';
import { modelJudge } from '../../src/model/model-judge.ts';
import { verifyWithJudge } from '../../src/model/verify-with-judge.ts';
import { findQuote } from '../../src/verify/find-quote.ts';
import { describeJudge } from '../contracts/judge.ts';
import { writeOnnxClassifier } from '../support/an-onnx-model.ts';
import { aLibraryOf, aReportOf } from '../support/answer-from.ts';
import { aPassage } from '../support/builders.ts';
import { startFakeModel } from '../support/fake-model/fake-model.ts';
import { prove } from '../support/prove.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'footnote-test-')), 'tiny-judge');
beforeAll(() => writeOnnxClassifier(folder));

const passage = aPassage({ text: 'The cloud market grew.' });
const judged = (text: string): Judged => {
  const quote = findQuote(passage, passage.chunk.text);
  return { text, quotes: quote ? [quote] : [] };
};
const pairs = {
  proved: judged('The cloud market grew.'),
  unproved: judged('The chip market grew.'),
  passages: [passage],
};

describeJudge('a grounding model', async () => groundingJudge(await openOnnxGrounding(folder)), pairs);
describeJudge(
  'a language model',
  async () => {
    const fake = await startFakeModel(({ prompt }) => ({
      kind: 'says',
      value: {
        claims: [...prompt.matchAll(/^(\d+)\. (.*)$/gmu)].map(([, number, claim = '']) => ({
          number: Number(number),
          proved: !claim.includes('chip'),
        })),
      },
    }));
    const model = createChatModel({ provider: 'openai', name: 'some-model', baseUrl: `${fake.url}/v1` });
    return modelJudge(model, loadPrompts(PROMPTS_FOLDER), AbortSignal.timeout(60_000));
  },
  pairs,
);

describe('a grounding model in a folder', () => {
  it('gives the probability that a sentence is proved, by whichever label says so', async () => {
    const turned = join(aTemporaryFolder(), 'turned');
    writeOnnxClassifier(turned, ['entailment', 'contradiction']);
    const about = async (path: string) =>
      (await (await openOnnxGrounding(path)).probabilities([{ grounds: 'cloud cloud', claim: 'cloud market' }])).map(
        (probability) => Math.round(probability * 1000) / 1000,
      );
    expect([await about(folder), await about(turned)]).toEqual([[0.953], [0.047]]);
  });

  it('has an id that names the model and what is in its file', async () => {
    expect((await openOnnxGrounding(folder)).id).toMatch(/^onnx:tiny-judge:[0-9a-f]{12}$/u);
  });

  it('says what a folder lacks, and when no label says that a sentence is proved', async () => {
    const empty = aTemporaryFolder();
    await expect(openOnnxGrounding(empty)).rejects.toThrow(
      `JUDGE=onnx:${empty}: the folder lacks config.json, tokenizer.json, tokenizer_config.json, onnx/model.onnx. ` +
        'It must hold a model that classifies pairs of texts in ONNX form',
    );
    const strange = join(aTemporaryFolder(), 'strange');
    writeOnnxClassifier(strange, ['happy', 'sad']);
    await expect(openOnnxGrounding(strange)).rejects.toThrow('none of the labels in config.json (happy, sad)');
  });

  it('is named by JUDGE, and judges nothing away that code knows', async () => {
    expect(parseConfig({ JUDGE: `onnx:${folder}` }).grounding).toBe(folder);
    expect(parseConfig({}).grounding).toBeUndefined();
    const quote = 'The cloud market grew by 12% in 2021.';
    const { library, parts } = await aLibraryOf(aReportOf({ Cloud: [quote] }, { title: 'Cloud report' }));
    const { retrievePassages } = await import('../../src/retrieve/retrieve-passages.ts');
    const verified = await verifyWithJudge(
      ['The cloud market grew by 14% in 2021.', 'The cloud market expanded by 12% in 2021, a chip.', quote].map(
        (claim) => ({ claim, quotes: [quote] }),
      ),
      { library, prove, retrieve: (question) => retrievePassages(question, parts) },
      groundingJudge(await openOnnxGrounding(folder)),
    );
    expect(verified.map(({ degree }) => degree)).toEqual(['none', 'none', 'verbatim']);
  });
});
