import { describe, expect, it } from 'vitest';
import { twoFacts, withAStranger } from '../../bench/fit/off-list.ts';
import { strangeWords } from '../../bench/fit/strange-words.ts';
import { openGlosses } from '../../src/adapters/dictionary/gloss-table.ts';
import { compareStatements } from '../../src/compare/compare-statements.ts';
import { PROOF_FEATURES, proofFeatures } from '../../src/compare/proof-features.ts';
import type { ProofFeatures } from '../../src/compare/proof-features.ts';
import { proofScore } from '../../src/compare/proof-score.ts';
import { findFaults, tellFault } from '../../src/compare/find-faults.ts';
import { openCompare } from '../../src/compare/open-compare.ts';
import { readGrounds } from '../../src/compare/read-grounds.ts';
import { readText } from '../../src/compare/read-text.ts';
import { parseConfig } from '../../src/config.ts';
import { seeded } from '../support/fuzz-runs.ts';

const resources = openCompare(openGlosses(parseConfig({}).dictionaryDirectory));
const compare = (claim: string, quote: string, context = '') =>
  compareStatements(readText(claim, resources.names), readGrounds({ quotes: [quote], context }, resources), resources);
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
      isMisplaced: findFaults(compare(claim.claim, claim.quotes.join('\n'))).length > 0,
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

/** What settles that a sentence is not proved by a quote. */
const faults = (claim: string, quote: string, context = '') =>
  findFaults(compare(claim, quote, context)).map(tellFault);

describe('what settles a sentence', () => {
  it('is a figure of another owner, measure or time of the same quote', () => {
    const quote = '甲厂2021年产陶土7万吨，乙厂2021年产陶土5万吨，丙厂2020年产陶土3万吨。';
    expect(faults('甲厂2021年产陶土7万吨。', quote)).toEqual([]);
    expect(faults('乙厂2021年产陶土7万吨。', quote)).toEqual(['7万吨 (of what)']);
    expect(faults('丙厂2021年产陶土3万吨。', quote)).toEqual(['3万吨 (when)']);
    const list = 'Kiln, loom and forge sold 31, 19 and 46 units respectively.';
    expect(faults('The loom sold 19 units.', list)).toEqual([]);
    expect(faults('The loom sold 46 units.', list)).toEqual(['46 (of what)']);
  });

  it('is a number of what another number counts, though no word joins the two', () => {
    const quote = '甲公司在7个省份经营31家砖窑。';
    expect(faults('The company runs 31 kilns in 7 provinces.', quote)).toEqual([]);
    expect(faults('甲公司在31个省份经营7家砖窑。', quote)).toEqual(['31个 (of what)', '7家 (of what)']);
    expect(faults('It has 7 kilns in 31 towns.', 'It has 31 kilns in 7 towns.')).toEqual([
      '7 (of what)',
      '31 (of what)',
    ]);
  });

  it('is a change told as a level, a level as a change, and the other direction, known or looked up', () => {
    const quote = 'The price of clay rose by 8% to 60 euros.';
    expect(faults('Clay costs 60 euros, 8% more.', quote)).toEqual([]);
    expect(faults('The price of clay fell by 8%.', quote)).toEqual(['8% (risen, fallen or level)']);
    expect(faults('The price of clay lessened by 8%.', quote)).toEqual(['8% (risen, fallen or level)']);
    expect(faults('The price of clay rose by 60 euros.', quote)).toEqual(['60 euros (risen, fallen or level)']);
  });

  it('is a part of the year told as the year, and a time that nobody told', () => {
    const quote = '2019年前四个月，港口装运陶土820吨。';
    expect(faults('2019年前四个月港口装运陶土820吨。', quote)).toEqual([]);
    expect(faults('2019年港口装运陶土820吨。', quote)).toEqual(['820吨 (when)']);
    expect(faults('2019年全年港口装运陶土820吨。', quote)).toEqual(['820吨 (when)']);
    expect(faults('2018年港口装运陶土820吨。', quote)).toEqual(['820吨 (when)']);
  });

  it('is a limit told flat, a number of another unit, and one that nobody gave', () => {
    expect(faults('窑温为900度。', '窑温不超过900度。')).toEqual(['900 (a limit)']);
    expect(faults('订单额为57万元。', '订单额为57万美元。')).toEqual(['57万元']);
    expect(faults('见第12页。', '订单额为57万美元。')).toEqual(['12']);
  });

  it('is a plan told as done, a denial dropped, and the two of a deed exchanged', () => {
    expect(faults('窑厂新建了两座窑。', '窑厂计划新建两座窑。')).toEqual(['计划']);
    expect(faults('The guild sold its kiln.', 'The guild has not sold its kiln.')).toEqual([
      'The guild sold its kiln (stated)',
      'sold (denied)',
      'kiln (denied)',
    ]);
    expect(faults('挪威起诉了芬兰。', '芬兰起诉了挪威。')).toEqual(['挪威 … 芬兰']);
    expect(faults('芬兰被挪威起诉。', '挪威起诉了芬兰。')).toEqual([]);
  });

  it('is a name of nobody there, but not one that the headings give', () => {
    expect(faults('Kotka produced 7 tonnes.', 'We produced 7 tonnes.')).toEqual(['Kotka']);
    expect(faults('Kotka produced 7 tonnes.', 'We produced 7 tonnes.', 'Annual report of Kotka')).toEqual([]);
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
      proofFeatures(compare('渔民修补渔网。', '甲厂生产7万吨。')),
    ];
    expect([of({}, held), of({ lacking: -1, said: 1 }, held) > 0.5, of({ lacking: -1 }, made) < 0.5]).toEqual([
      0.5,
      true,
      true,
    ]);
  });
});

describe('what the second look at two figures settles', () => {
  it('is who has more, where every figure of both says the other way round', () => {
    const quote = '东港装运陶土71吨、占16%，西港装运陶土36吨、占8%。';
    expect(faults('东港装运的陶土比西港多。', quote)).toEqual([]);
    expect(faults('西港装运的陶土比东港多。', quote)).toEqual(['西港 … 东港']);
    expect(faults('西港装运的陶土比东港少。', quote)).toEqual([]);
  });

  it('is two figures exchanged, though the words of each stand beside both', () => {
    const quote = '一等纸的成品率为61%，二等为27%。';
    expect(faults('一等纸的成品率为61%，二等为27%。', quote)).toEqual([]);
    expect(faults('一等纸的成品率为27%，二等为61%。', quote)).toEqual(['27% (of what)', '61% (of what)']);
  });

  it('is whom a later figure is of, in the place of the one who is not named', () => {
    const quote = 'The guild relaid 3,900 roofs in reed and 150 in heather.';
    expect(faults('The guild relaid 3,900 roofs in reed.', quote)).toEqual([]);
    expect(faults('The guild relaid 3,900 roofs in heather.', quote)).not.toEqual([]);
  });

  it('is none of what is counted before a list in order', () => {
    const quote = '风筝、灯笼、剪纸三类的网店数依次为310家、1250家和860家。';
    expect(faults('剪纸的网店有860家。', quote)).toEqual([]);
    expect(faults('剪纸的网店有310家。', quote)).not.toEqual([]);
  });
});

describe('words that are compared', () => {
  it('are known terms of several words, the parts of what a hyphen joins, and no plans: those are stances', () => {
    expect(lacking('The market share is 7%.', '市占率为7%。')).toEqual([]);
    expect(lacking('The kiln is of a new-clay type.', 'A new type of kiln, for clay.')).toEqual([]);
    expect(lacking('窑厂计划扩建码头。', '窑厂预计扩建码头。')).toEqual([]);
  });
});

describe('two of whom one does something to the other', () => {
  it('are looked for by themselves, whatever they are called and however a text is cut', () => {
    expect(faults('善存向博斯沃思下单软管。', '博斯沃思向善存下单软管。')).toEqual(['善存 … 博斯沃思']);
    expect(faults('博斯沃思向善存下单软管。', '博斯沃思向善存下单软管。')).toEqual([]);
  });

  it('have their own figures, behind whomever they lie', () => {
    const quote = 'With 40 tonnes of clover Wugang lies behind Baokang, where it is 46 tonnes.';
    expect(faults('Wugang has 40 tonnes of clover.', quote)).toEqual([]);
    expect(faults('Baokang has 40 tonnes of clover.', quote)).not.toEqual([]);
  });
});
