import { describe, expect, it } from 'vitest';
import { matchForms } from '../../src/lexicon/match-forms.ts';

function found(forms: string[], text: string): string[] {
  return matchForms(forms.map((form) => ({ form, class: 'any' })))
    .find(text)
    .map((one) => one.text);
}

describe('forms', () => {
  it.each([
    ['Chinese ones stand anywhere', ['净利'], '净利润上升', ['净利']],
    ['Latin ones stand as words', ['rose', 'ai'], 'Roses arose; AI rose, air', ['AI', 'rose']],
    ['of those that begin at one place the longest counts', ['不', '不是'], '这不是', ['不是']],
    ['without capitals they stand for any letters', ['gdp', 'may'], 'GDP in May', ['GDP', 'May']],
    ['with capitals only for these', ['US'], 'us and US', ['US']],
    ['in quotation marks only for these', ['"may"'], 'May it may', ['may']],
    ['with a star have any ending', ['increas*'], 'Increasing, decreasing', ['Increasing']],
    ['but none that makes another word', ['cart*'], 'Carts, carted, Cartoon, Cartagena', ['Carts', 'carted']],
    ['with a star alone are any word', ['led * to'], 'It led them to stay, led to it', ['led them to']],
    ['have alternatives', ['翻(|了)(两|三)番'], '翻两番，翻了三番', ['翻两番', '翻了三番']],
    ['hold figures', ['前{n}个月'], '前九个月和前9个月，前段个月', ['前九个月', '前9个月']],
    ['have gaps within a clause', ['受…影响'], '受疫情影响，受访，影响', ['受疫情影响']],
    ['have gaps between whole words', ['met…target'], 'it met its target; metadata, targets', ['met its target']],
    ['have gaps over clauses', ['ignore……rules'], 'Ignore, please, all rules', ['Ignore, please, all rules']],
    ['may be wanted at the beginning', ['^and'], 'And you and I', ['And']],
    ['may be wanted at the end', ['呢$'], '它呢呢', ['呢']],
    ['in brackets are words as jieba cuts them', ['[将]'], '公司将上市，将军去了', ['将']],
    ['do not count where a longer word is something else', ['增长', '!增长率'], '增长率下降，增长', ['增长']],
    ['count where they are longer than that word', ['不一定', '!不一'], '不一定，不一', ['不一定']],
    ['do not begin within what is something else', ['将', '!已将'], '已将它卖了，将卖', ['将']],
  ])('%s', (_, forms, text, expected) => {
    expect(found(forms, text)).toEqual(expected);
  });

  it('are found where they stand, with their class', () => {
    const matcher = matchForms([
      { form: 'rise', class: 'up' },
      { form: '下降', class: 'down' },
    ]);
    expect(matcher.find('a Rise，下降')).toEqual([
      { text: 'Rise', start: 2, end: 6, class: 'up' },
      { text: '下降', start: 7, end: 9, class: 'down' },
    ]);
    expect([matcher.atStart('下降了')?.end, matcher.atStart('又下降')]).toEqual([2, undefined]);
  });

  it('keep their places where small letters are longer than capitals', () => {
    expect(
      matchForms([{ form: 'rise', class: 'up' }])
        .find('İİ rise')
        .map(({ start }) => start),
    ).toEqual([3]);
  });

  it('are found in linear time in anything', () => {
    const matcher = matchForms([
      { form: 'a……b……c', class: 'any' },
      { form: '受…的…影响', class: 'any' },
      { form: '增长', class: 'any' },
      { form: '!增长率', class: 'any' },
    ]);
    const timeOf = (text: string) => {
      const before = process.threadCpuUsage().user;
      matcher.find(text);
      return process.threadCpuUsage().user - before;
    };
    for (const piece of ['a ', '受', '受的', '增长率', '增长']) {
      const short = timeOf(piece.repeat(3000));
      expect([piece, timeOf(piece.repeat(12_000)) < 9 * Math.max(short, 20_000)]).toEqual([piece, true]);
    }
  });
});
