import { describe, expect, it } from 'vitest';
import { twoFacts, withAStranger } from '../../bench/fit/off-list.ts';
import { strangeWords } from '../../bench/fit/strange-words.ts';
import { openGlosses } from '../../src/adapters/dictionary/gloss-table.ts';
import { compareStatements } from '../../src/compare/compare-statements.ts';
import { misplacedFigures, PROOF_FEATURES, proofFeatures } from '../../src/compare/proof-features.ts';
import type { ProofFeatures } from '../../src/compare/proof-features.ts';
import { proofScore } from '../../src/compare/proof-score.ts';
import { parseConfig } from '../../src/config.ts';
import { createLikeness } from '../../src/dictionary/likeness.ts';
import { createNameReader } from '../../src/dictionary/read-names.ts';
import { seeded } from '../support/fuzz-runs.ts';

const glosses = openGlosses(parseConfig({}).dictionaryDirectory);
const resources = { likeness: createLikeness(glosses), names: createNameReader(glosses) };
const compare = (claim: string, quote: string, context = '') =>
  compareStatements(claim, { quotes: [quote], context }, resources);
const lacking = (claim: string, quote: string, context?: string) =>
  compare(claim, quote, context).words.flatMap(({ word, share }) => (share < 0.5 ? [word.text] : []));
const words = strangeWords();

describe('a sentence compared with its quote', () => {
  it('finds each of its words under another form, in another language or around the quote', () => {
    expect(lacking('The company expanded its factory.', 'The companies are expanding factories.')).toEqual([]);
    expect(lacking('The harvest increased.', '收成增加。')).toEqual([]);
    expect(lacking('Kotka sells paper.', 'We sell paper.', 'Annual report of Kotka')).toEqual([]);
    expect(lacking('Kotka sells paper.', 'We sell paper.')).toEqual(['Kotka']);
    expect(lacking('工厂扩建了码头。', '工厂扩建了仓库。')).toEqual(['码头']);
  });

  it('tells a figure that stands there from one that is reckoned and one that is neither', () => {
    const { figures } = compare('甲厂产7万吨，两厂共12万吨，丙厂产9万吨。', '甲厂生产7万吨，乙厂生产5万吨。');
    expect(figures.map(({ outcome, figure }) => [figure.text, outcome])).toEqual([
      ['7万吨', 'held'],
      ['12万吨', 'reckoned'],
      ['9万吨', 'unproved'],
    ]);
  });

  it('knows a figure of another, whatever the two are called', () => {
    const told = twoFacts(words, 1000, seeded(11)).map((claim) => ({
      isTrue: claim.isTrue,
      isMisplaced: misplacedFigures(compare(claim.claim, claim.quotes.join('\n'))).length > 0,
    }));
    const share = (isTrue: boolean) => {
      const of = told.filter((each) => each.isTrue === isTrue);
      return of.filter(({ isMisplaced }) => isMisplaced).length / of.length;
    };
    expect([share(false) >= 0.9, share(true) <= 0.05]).toEqual([true, true]);
  });

  it('misses a name that stands nowhere, though no list has it', () => {
    const truths = twoFacts(words, 400, seeded(12)).filter(({ isTrue }) => isTrue);
    const random = seeded(13);
    const lies = truths.flatMap((claim) => withAStranger(claim, words, resources.names, random));
    const missed = (claim: string, quotes: readonly string[]) => lacking(claim, quotes.join('\n')).length > 0;
    expect(truths.filter(({ claim, quotes }) => missed(claim, quotes)).length / truths.length).toBeLessThan(0.05);
    expect(lies.filter(({ claim, quotes }) => missed(claim, quotes)).length / lies.length).toBeGreaterThan(0.9);
  });
});

describe('the score of a comparison', () => {
  const features = Object.fromEntries(PROOF_FEATURES.map((name) => [name, { weight: 0, mean: 0, scale: 1 }]));
  const of = (weights: Partial<Record<(typeof PROOF_FEATURES)[number], number>>, values: ProofFeatures) =>
    proofScore(values, {
      intercept: 0,
      features: Object.assign(
        {},
        ...PROOF_FEATURES.map((name) => ({ [name]: { ...features[name], weight: weights[name] ?? 0 } })),
      ),
    });

  it('rises with what is said and falls with what is not', () => {
    const [held, made] = [
      proofFeatures(compare('甲厂生产7万吨。', '甲厂生产7万吨。')),
      proofFeatures(compare('丁厂生产8万吨。', '甲厂生产7万吨。')),
    ];
    expect([of({}, held), of({ unproved: -1, said: 1 }, held) > 0.5, of({ unproved: -1 }, made) < 0.5]).toEqual([
      0.5,
      true,
      true,
    ]);
  });
});
