import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldRadicals } from '../../src/text/fold-radicals.ts';
import { detectLanguage } from '../../src/text/language.ts';
import { cutQuestionWords } from '../../src/lexicon/question-words.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { simplify } from '../../src/text/simplify.ts';
import { canonicalText } from '../../src/text/canonical-text.ts';
import { tokenise } from '../../src/text/tokenise.ts';

describe('splitSentences', () => {
  it('cuts Chinese and English, and neither decimals, initials nor abbreviations', () => {
    expect(
      splitSentences('收入35.8万亿元。“好。”他说！ C3.ai Inc. rose 5.3%. U.S. sales fell.').map(({ text }) => text),
    ).toEqual(['收入35.8万亿元。', '“好。”', '他说！', 'C3.ai Inc. rose 5.3%.', 'U.S. sales fell.']);
  });

  it('loses nothing but white space, and every span is where its sentence stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sentences = splitSentences(text);
        expect(
          sentences
            .map((sentence) => sentence.text)
            .join('')
            .replaceAll(/\s/gu, ''),
        ).toBe(text.replaceAll(/\s/gu, ''));
        for (const sentence of sentences)
          expect(text.slice(sentence.span.start, sentence.span.end)).toBe(sentence.text);
      }),
    );
  });
});

describe('tokenise', () => {
  it('gives characters and pairs of Han, stems of Latin words, numbers bare, mixed terms whole and in parts', () => {
    expect(tokenise('雲市場 Shares 1,200.5% H100').map(({ term, kind }) => `${kind}:${term}`)).toEqual([
      'character:云',
      'character:市',
      'character:场',
      'pair:云市',
      'pair:市场',
      'latin:share',
      'number:1200.5',
      'latin:h100',
      'latin:h',
      'number:100',
    ]);
  });

  it('makes one term of one thing, whatever width and case it is written in', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9 ]{0,30}$/u), (text) => {
        const wide = text.replaceAll(/[!-~]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
        expect(tokenise(wide)).toEqual(tokenise(text.toUpperCase()));
      }),
    );
  });
});

describe('canonicalText', () => {
  it.each([
    ['2020年第三季度', '2020Q3', 'third quarter of 2020', 'Q3 2020'],
    ['2020年第四季度', '2020Q4', 'fourth quarter of 2020', '4th quarter 2020'],
    ['七十六天', '76天', '76 天'],
    ['百分之三十', '30%', '３０％'],
    ['三千五百家', '3500家'],
    ['2000 亿元', '2000亿元'],
    ['雲端運算', '云端运算'],
  ])('makes one of %s and other ways to write it', (...ways) => {
    const terms = ways.map(
      (way) =>
        new Set(
          tokenise(way)
            .filter(({ kind }) => kind !== 'character')
            .map(({ term }) => term)
            .filter((term) => term !== '年'),
        ),
    );
    expect(terms).toEqual(ways.map(() => terms[0]));
  });

  it('leaves numerals alone that are part of a word', () => {
    expect(['百度', '千兆', '几十万', '上千亿', '一带一路'].map(canonicalText)).toEqual([
      '百度',
      '千兆',
      '几十万',
      '上千亿',
      '一带一路',
    ]);
  });
});

describe('characters', () => {
  it('are folded one for one: radicals to ideographs, traditional to simplified', () => {
    expect([foldRadicals('⻛⾏⻓⽤⼾'), simplify('雲端後臺')]).toEqual(['风行长用户', '云端后台']);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect([foldRadicals(text).length, simplify(text).length]).toEqual([text.length, text.length]);
      }),
    );
  });
});

describe('a question', () => {
  it('is left with what is worth searching for', () => {
    expect([
      cutQuestionWords('请问亚马逊云的市占率是多少？'),
      cutQuestionWords('What is the market share of AWS?'),
      cutQuestionWords('多少？'),
    ]).toEqual(['亚马逊云 市占率 ?', 'market share AWS?', '多少？']);
  });

  it('is in the language of most of it', () => {
    expect(['AWS 的市占率', 'AWS share', '5G', '寒武纪 IPO when'].map(detectLanguage)).toEqual([
      'zh',
      'en',
      'en',
      'zh',
    ]);
  });
});
