import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChatModel } from '../../src/adapters/models/chat-model.ts';
import { answerJson } from '../../src/programs/answer-json.ts';
import { claimsOf } from '../../src/domain/answer.ts';
import type { Language } from '../../src/domain/report.ts';
import { detectLanguage } from '../../src/text/language.ts';
import { FACTS } from '../support/claims/facts.ts';
import type { Fact } from '../support/claims/facts.ts';
import { allLies } from '../support/claims/lies.ts';
import { say } from '../support/claims/say.ts';
import { aChunk, aPassage, aQuestion, aReport } from '../support/builders.ts';
import type { FakeModel } from '../support/fake-model/fake-model.ts';
import { startFakeModel } from '../support/fake-model/fake-model.ts';
import type { SaidClaim } from '../support/fake-model/reader.ts';
import { isJudging } from '../support/fake-model/reader.ts';
import { aModelAnswerer } from '../support/model-answers.ts';

/** A question about each of these facts, in both languages. */
const ASKED = FACTS.slice(0, 20);
const LANGUAGES: readonly Language[] = ['zh', 'en'];
const LIES = allLies();

/** Each fact in a passage of its own. */
const passages = ASKED.map(({ quote }, at) =>
  aPassage({
    ref: `P${at + 1}`,
    chunk: aChunk({ order: at, text: quote }),
    report: aReport({ language: detectLanguage(quote) }),
  }),
);

/** True in words that the comparison does not know. */
const FREELY: Record<Language, (fact: Fact) => string> = {
  zh: ({ who, what, value, when }) => `说到${who.zh}，${when.zh}的${what.zh}不多不少正好是${value.zh}。`,
  en: ({ who, what, value, when }) => `As for ${who.en}, its ${what.en} in ${when.en} worked out at ${value.en}.`,
};

/** What a model says to one question: the truth, the truth in free words, and lies of which the quotes are real. */
function answerTo(fact: Fact, at: number, language: Language): { truths: SaidClaim[]; lies: SaidClaim[] } {
  const citing = (text: string): SaidClaim => ({ text, citations: [{ passage: `P${at + 1}`, quote: fact.quote }] });
  const lies = LIES.filter((lie) => lie.at === at && lie.language === language);
  const ofKind = (kind: string) => lies.filter((lie) => lie.kind === kind).slice(0, 1);
  return {
    truths: [citing(say(fact, language, at % 4)), citing(FREELY[language](fact))],
    lies: [...ofKind('altered digit'), ...ofKind('other period')].map(({ claim }) => claim),
  };
}

describe('forty questions to a model that mixes truths and lies', () => {
  let fake: FakeModel;
  let said: { truths: SaidClaim[]; lies: SaidClaim[] } = { truths: [], lies: [] };
  beforeAll(async () => {
    fake = await startFakeModel((call) => {
      const { truths, lies } = said;
      if (!isJudging(call)) return { kind: 'says', value: { claims: [...truths, ...lies], missing: [] } };
      const lines = [...call.prompt.matchAll(/^(?<number>\d+)\. (?<text>.*)$/gmu)];
      const claims = lines.map(({ groups }) => ({
        number: Number(groups?.['number']),
        proved: truths.some(({ text }) => text === groups?.['text']),
      }));
      return { kind: 'says', value: { claims } };
    });
  });
  afterAll(() => fake.close());

  it.each([true, false])(
    'gives each truth or its quote, in order, and no lie (a model judges: %s)',
    async (isJudged) => {
      const model = createChatModel({ provider: 'openai', name: 'some-model', baseUrl: `${fake.url}/v1` });
      const wrong: unknown[] = [];
      let repeated = 0;
      for (const [at, fact] of ASKED.entries()) {
        for (const language of LANGUAGES) {
          said = answerTo(fact, at, language);
          const before = fake.calls.length;
          const question = aQuestion({
            text: language === 'zh' ? `${fact.who.zh}是多少？` : `What did ${fact.who.en} have?`,
          });
          const answerer = aModelAnswerer(model, { passages, ...(isJudged ? { judge: model } : {}) });
          const answer = await answerer.answer(question);
          const claims = claimsOf(answer);
          const { answer: text, withheld } = answerJson(answer, 0);
          const own = claims.filter(({ degree }) => degree !== 'quoted');
          repeated += own.length;
          const isRight =
            fake.calls.length - before === (isJudged ? 2 : 1) &&
            answer.composer === model.id &&
            withheld.length === 0 &&
            own.every((claim) => said.truths.some((truth) => truth.text === claim.text)) &&
            own.every((claim) => detectLanguage(claim.text) === language) &&
            claims.every(({ degree, text: shown }) => degree !== 'quoted' || shown === fact.quote) &&
            claims.length === Math.min(own.length + 1, 3) &&
            said.lies.every((lie) => !text.includes(lie.text)) &&
            (own.length === claims.length || text.includes(language === 'zh' ? '报告原文：“' : 'The report says: “'));
          if (!isRight) wrong.push({ language, at, claims, withheld, calls: fake.calls.length - before });
        }
      }
      expect(wrong).toEqual([]);
      // Of eighty truths.
      expect(repeated).toBeGreaterThanOrEqual(isJudged ? 50 : 40);
    },
  );
});
