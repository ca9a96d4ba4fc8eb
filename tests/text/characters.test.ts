import { describe, expect, it } from 'vitest';
import { countHan, hanRuns, holdsDigit, isDigits, isHan, readsAsWord } from '../../src/text/holds-letters.ts';
import { endsHan, endsInColon, hanAtEnd, hanAtStart, startsHan, startsLower } from '../../src/text/starts-with.ts';
import { atSpaces, closeHan, joinHan, oneLine, withoutSpace } from '../../src/text/white-space.ts';

describe('the characters of a text', () => {
  it('are told by their script', () => {
    expect([isHan('云计算'), isHan('云2'), isHan(''), isDigits('2020'), isDigits('20年')]).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
    expect([holdsDigit('第3季'), holdsDigit('三季'), readsAsWord('a 1'), readsAsWord('云'), readsAsWord('of')]).toEqual(
      [true, false, false, true, true],
    );
    expect([countHan('AWS云服务'), hanRuns('AWS云服务, 市占率')]).toEqual([
      3,
      [
        { run: '云服务', start: 3 },
        { run: '市占率', start: 8 },
      ],
    ]);
  });

  it('begin and end it', () => {
    expect([startsHan('云AWS'), startsHan(''), endsHan('AWS云'), startsLower('aWS')]).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect([hanAtStart('云服务AWS'), hanAtEnd('AWS云服务'), hanAtEnd('云服务AWS')]).toEqual(['云服务', '云服务', '']);
    expect([endsInColon('其中：'), endsInColon('of which:'), endsInColon('其中')]).toEqual([true, true, false]);
  });
});

describe('the white space of a text', () => {
  it('is one blank, or none where Chinese says it', () => {
    expect([oneLine('a\n  b\tc'), withoutSpace(' a b '), atSpaces('a  b\nc')]).toEqual([
      'a b c',
      'ab',
      ['a', 'b', 'c'],
    ]);
    expect([joinHan('云 服务 AWS'), closeHan('云 服务 AWS')]).toEqual(['云服务 AWS', '云服务AWS']);
  });
});
