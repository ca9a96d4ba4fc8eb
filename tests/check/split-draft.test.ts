import { describe, expect, it } from 'vitest';
import { splitDraft } from '../../src/check/split-draft.ts';

describe('splitDraft', () => {
  it('takes sentences, items of lists and what semicolons part, and leaves what states nothing', () => {
    const draft = [
      '# 云市场',
      '1. 亚马逊占32%。微软为19%；谷歌占7%',
      '- 市场在增长。',
      '你怎么看？',
      '谢谢大家！',
    ].join('\n');
    expect(splitDraft(draft)).toEqual({
      claims: ['亚马逊占32%。', '微软为19%', '谷歌占7%', '市场在增长。'],
      skipped: ['云市场', '你怎么看？', '谢谢大家！'],
    });
  });

  it('does the same in English', () => {
    expect(splitDraft('Dear all,\n* AWS held 32% of the market. Did it grow?\n\nBest regards')).toEqual({
      claims: ['AWS held 32% of the market.'],
      skipped: ['Dear all,', 'Did it grow?', 'Best regards'],
    });
  });

  it.each([
    ['- 1. 亚马逊占32%。', '亚马逊占32%。'],
    ['（二）微软占19%。', '微软占19%。'],
    ['三、谷歌占7%。', '谷歌占7%。'],
    ['> 2) The kiln was sold.', 'The kiln was sold.'],
    ['1.5亿元是收入。', '1.5亿元是收入。'],
  ])('takes the mark and the number before an item from it, and no figure: %s', (line, claim) => {
    expect(splitDraft(line)).toEqual({ claims: [claim], skipped: [] });
  });

  it.each(['Thanks', 'Thank you!', 'Please, see above!', '请！'])('passes over a courtesy: %s', (line) => {
    expect(splitDraft(line)).toEqual({ claims: [], skipped: [line] });
  });

  it('takes a heading for a claim only where a verb is in it', () => {
    const { claims, skipped } = splitDraft(
      'The kilns of the north\nThe guild sold the kiln\n窑厂的概况综述\n窑厂出售了北窑',
    );
    expect({ claims, skipped }).toEqual({
      claims: ['The kilns of the north', 'The guild sold the kiln', '窑厂出售了北窑'],
      skipped: ['窑厂的概况综述'],
    });
  });

  it('finds nothing in nothing', () => {
    expect(splitDraft(' \n\n')).toEqual({ claims: [], skipped: [] });
  });
});
