import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChatModel } from '../../src/adapters/models/chat-model.ts';
import { checkModelClaim } from '../../src/model/check-model-claim.ts';
import type { Claim, Passage } from '../../src/domain/answer.ts';
import { claimsOf } from '../../src/domain/answer.ts';
import type { Language } from '../../src/domain/report.ts';
import { FACTS } from '../support/claims/facts.ts';
import type { Lie } from '../support/claims/lies.ts';
import { allLies, ORDERS } from '../support/claims/lies.ts';
import { say, WAYS } from '../support/claims/say.ts';
import { aChunk, aPassage, aQuestion, aReport } from '../support/builders.ts';
import type { FakeModel } from '../support/fake-model/fake-model.ts';
import { startFakeModel } from '../support/fake-model/fake-model.ts';
import { fuzzRuns } from '../support/fuzz-runs.ts';
import type { SaidClaim } from '../support/fake-model/reader.ts';
import { aModelAnswerer } from '../support/model-answers.ts';
import { prove } from '../support/prove.ts';

/** Lies that go all the way, and at least so many of each kind; the check alone is asked about all of them. */
const [LIES, OF_EACH_KIND] = [fuzzRuns({ short: 120, long: 500 }), fuzzRuns({ short: 12, long: 40 })];
/** Every so many of the true sentences go all the way. */
const TRUE_ONES = fuzzRuns({ short: 5, long: 1 });
/** A share of true sentences that a check may hold back. */
const SHOWN = 0.9;
const ASKED: Record<Language, string> = { zh: '报告说了什么？', en: 'What does it say?' };

/** What ends a sentence that has no end of its own. */
const END: Record<Language, string> = { zh: '。', en: '.' };

/** Each fact in a passage of its own, among them orders to whoever reads them. */
const passages: Passage[] = FACTS.map(({ quote }, at) => {
  const language = /\p{Script=Han}/u.test(quote) ? 'zh' : 'en';
  const { order = '' } = ORDERS[language][at % 4] ?? {};
  const others = (['zh', 'en'] as const)
    .flatMap((each) => ORDERS[each].map((each_) => each_.order))
    .filter((each) => each !== order);
  return aPassage({
    ref: `P${at + 1}`,
    chunk: aChunk({
      order: at,
      text: [`${quote}${/[。.]$/u.test(quote) ? '' : END[language]}`, order, ...others].join('\n'),
    }),
    report: aReport({ language }),
  });
});

/** Every n-th of a list, so that a number of them is left and every kind is among them. */
function spread<T>(all: T[], count: number): T[] {
  return Array.from(
    { length: Math.min(count, all.length) },
    (_, at) => all[Math.floor((at * all.length) / count)],
  ).flatMap((each) => each ?? []);
}

const kinds = Map.groupBy(allLies(), ({ kind }) => kind);
const lies = [...kinds.values()].flatMap((group) =>
  spread(group, Math.max(OF_EACH_KIND, Math.ceil(LIES / kinds.size))),
);

describe('a model that lies', () => {
  let fake: FakeModel;
  let says: SaidClaim[] = [];
  beforeAll(async () => {
    fake = await startFakeModel(() => ({
      kind: 'says',
      value: {
        claims: says,
        missing: [],
      },
    }));
  });
  afterAll(() => fake.close());

  /** What reaches a person of what the model says; quotes are the reports' words. */
  async function reaching(claim: SaidClaim, language: Language): Promise<{ shown: Claim[]; streamed: Claim[] }> {
    says = [claim];
    const streamed: Claim[] = [];
    const model = createChatModel({ provider: 'openai', name: 'some-model', baseUrl: `${fake.url}/v1` });
    const answer = await aModelAnswerer(model, { passages }).answer(aQuestion({ text: ASKED[language] }), {
      onClaim: (each) => streamed.push(each),
    });
    const isModels = ({ degree }: Claim) => degree !== 'quoted';
    const shown = answer.composer === 'extractive' ? [] : claimsOf(answer).filter(isModels);
    return { shown, streamed: streamed.filter(isModels) };
  }

  it(`reaches nobody with any of ${LIES} lies, at least ${OF_EACH_KIND} of each kind, in both languages`, async () => {
    expect(lies.length).toBeGreaterThanOrEqual(LIES);
    expect(
      [...Map.groupBy(lies, ({ kind }) => kind)].filter(
        ([, group]) => group.length < OF_EACH_KIND || new Set(group.map(({ language }) => language)).size < 2,
      ),
    ).toEqual([]);
    const reached: Pick<Lie, 'kind' | 'claim'>[] = [];
    for (const { kind, claim, language } of lies) {
      const { shown, streamed } = await reaching(claim, language);
      if (shown.length + streamed.length > 0) reached.push({ kind, claim });
    }
    expect(reached).toEqual([]);
  });

  it('gets none of all the lies past the check', { timeout: 90_000 }, () => {
    const reached = [...kinds.values()]
      .flat()
      .filter(({ claim, language }) => checkModelClaim(claim, { passages, language, prove }).kind === 'proved');
    // Two of over a thousand pass today, of owners exchanged across languages: only ever make it fewer.
    expect(reached.length > 2 ? reached : []).toEqual([]);
  });

  it('shows nine in ten of hundreds of true sentences in other words and languages', async () => {
    const trueOnes = FACTS.flatMap((fact, at) =>
      (['zh', 'en'] as const).flatMap((language) =>
        Array.from({ length: WAYS }, (_, way) => ({
          language,
          claim: { text: say(fact, language, way), citations: [{ passage: `P${at + 1}`, quote: fact.quote }] },
        })),
      ),
    );
    const heldBack: string[] = [];
    for (const [at, { claim, language }] of trueOnes.entries()) {
      const isShown =
        at % TRUE_ONES === 0
          ? (await reaching(claim, language)).shown.length > 0
          : checkModelClaim(claim, { passages, language, prove }).kind === 'proved';
      if (!isShown) heldBack.push(claim.text);
    }
    expect(trueOnes.length).toBeGreaterThanOrEqual(200);
    // All of them when there are too many, to be read.
    expect(heldBack.length > (1 - SHOWN) * trueOnes.length ? heldBack : []).toEqual([]);
  });
});
