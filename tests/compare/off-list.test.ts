import { beforeAll, describe, expect, it } from 'vitest';
import { createNames } from '../../src/lexicon/names.ts';
import { detectLanguage } from '../../src/text/language.ts';
import type { ProofSetName } from '../support/off-list/proof-sets.ts';
import { judgedSets, SEED } from '../support/off-list/proof-sets.ts';
import { dictionaryWords } from '../support/off-list/dictionary-words.ts';
import { isOnAList } from '../support/off-list/on-a-list.ts';
import { drawRenaming } from '../support/off-list/rename.ts';
import type { JudgedCase } from '../support/off-list/score.ts';
import { scoreOf } from '../support/off-list/score.ts';
import { offListCases, textsOf, writtenCases } from '../support/off-list/suite-cases.ts';
import { SUITE_WORDS } from '../support/off-list/suite-words.ts';

/**
 * The most that may go wrong: today's figures, off-list a bit more, because a list that grows takes words out of
 * the draw and other sentences are judged. Only ever make these smaller.
 */
const AT_MOST: Record<ProofSetName, { liesShown: number; truthsHeldBack: number }> = {
  'twists as written': { liesShown: 20, truthsHeldBack: 10 },
  'twists off-list': { liesShown: 19, truthsHeldBack: 8 },
  'claims as written': { liesShown: 0, truthsHeldBack: 4 },
  'claims off-list': { liesShown: 16, truthsHeldBack: 6 },
  'two facts': { liesShown: 14, truthsHeldBack: 4 },
  'one stranger': { liesShown: 8, truthsHeldBack: 0 },
  'report twists': { liesShown: 5, truthsHeldBack: 8 },
  'checks as written': { liesShown: 0, truthsHeldBack: 0 },
  'checks off-list': { liesShown: 1, truthsHeldBack: 1 },
};
/** Adjectives, the suite's own country and abbreviations of things: they have no other of their kind. */
const KEPT = /^(?:China|Chinese|Bank|EUV|EFLOPS|GPU|AI|PWNED|January|July|September|November|December|C|I|H)$/u;

const [written, offList] = [writtenCases(), offListCases(SEED)];
const renamedTexts = offList.flatMap(textsOf);

describe('words off every list', () => {
  it('are none that the program knows', () => {
    const words = Object.values(dictionaryWords()).flat();
    expect(words.filter(({ zh, en }) => isOnAList(zh) || isOnAList(en))).toEqual([]);
    expect(['微软', 'Intel', '市场份额', '增长', 'revenue', 'fell'].map(isOnAList)).toEqual(Array(6).fill(true));
  });

  it('replace every name of the suite', () => {
    const names = createNames();
    const left = renamedTexts.flatMap((text) => names.find(text).filter(({ kind }) => kind !== 'term'));
    expect([...new Set(left.map(({ text }) => text))]).toEqual([]);
    const drawn = new Set(
      Object.values(dictionaryWords()).flatMap((words) => words.flatMap(({ en }) => en.split(' '))),
    );
    const capitals = renamedTexts.flatMap((text) => text.match(/(?<=[a-z,] )\p{Lu}\p{L}+/gu) ?? []);
    expect([...new Set(capitals)].filter((word) => !KEPT.test(word) && !drawn.has(word))).toEqual([]);
  });

  it('stand wherever the words stood that they replace, and nowhere else', () => {
    const shape = (texts: readonly string[], words: readonly string[]) =>
      texts.map((text) => words.map((word) => text.toLowerCase().split(word.toLowerCase()).length - 1));
    const texts = ['微软的收入增长5%，谷歌的收入下降3%。', 'Google’s revenue fell by 3%.', '谷歌的收入增长3%。'];
    const { apply } = drawRenaming(texts, SUITE_WORDS, SEED);
    const [quote = '', english = '', lie = ''] = texts.map(apply);
    const [a = '', measure = '', up = '', b = '', , down = ''] =
      /^(.+)的(.+?费|.+?税)(..)5%，(.+)的(.+)(..)3%。$/u.exec(quote)?.slice(1) ?? [];
    expect(shape([lie], [a, b, measure, up, down])).toEqual([[0, 1, 1, 1, 0]]);
    expect(english).toMatch(/^\p{Lu}\p{L}+’s [a-z ]+ \p{L}+ed by 3%\.$/u);
    expect(new Set([quote, english, lie]).size).toBe(texts.length);
  });

  it('leave figures as they are, and different sentences different', () => {
    const texts = written.flatMap(textsOf);
    const digits = (all: readonly string[]) => all.map((text) => text.replaceAll(/[^\d.%]/gu, ''));
    const withoutNames = (text: string) => text.replaceAll(/C3\.ai|JD\.com/gu, '');
    const renamedDigits = digits(renamedTexts);
    const moved = digits(texts.map(withoutNames)).filter((figures, at) => figures !== renamedDigits[at]);
    expect(moved).toEqual([]);
    const pairs = written.flatMap((one) => one.attempts.flat().map(({ quote }) => ({ quote, text: one.text })));
    const cited = offList.flatMap((one) => one.attempts.flat().map(({ quote }) => ({ quote, text: one.text })));
    expect(pairs.filter(({ quote, text }, at) => (quote === text) !== (cited[at]?.quote === cited[at]?.text))).toEqual(
      [],
    );
  });

  it('are the same again for a seed, and others for another', () => {
    expect(offListCases(SEED)).toEqual(offList);
    expect(offListCases(SEED + 1)).not.toEqual(offList);
    expect(offList.map(({ kind, isTrue, language }) => ({ kind, isTrue, language }))).toEqual(
      written.map(({ kind, isTrue, language }) => ({ kind, isTrue, language })),
    );
  });
});

describe('what a model says, on lists and off them', () => {
  let judged: Awaited<ReturnType<typeof judgedSets>> = [];
  beforeAll(async () => {
    judged = await judgedSets(SEED);
  }, 300_000);

  it('is judged no worse than it was', () => {
    const worse = judged.flatMap(({ name, cases }) => {
      const { liesShown, truthsHeldBack } = scoreOf(cases);
      const most = AT_MOST[name];
      return liesShown > most.liesShown || truthsHeldBack > most.truthsHeldBack
        ? [{ name, liesShown, truthsHeldBack, most }]
        : [];
    });
    expect(worse).toEqual([]);
  });

  it('is told in enough sentences of both languages', () => {
    const sizes = judged.map(
      ({ name, cases }) => [name, { ...scoreOf(cases), languages: languagesIn(cases) }] as const,
    );
    const few = sizes.filter(([, { lies, languages }]) => lies < 20 || languages < 2);
    expect([sizes.length, few]).toEqual([Object.keys(AT_MOST).length, []]);
  });
});

function languagesIn(cases: readonly JudgedCase[]): number {
  return new Set(cases.map(({ text }) => detectLanguage(text))).size;
}
