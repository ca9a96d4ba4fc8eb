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

  it('finds nothing in nothing', () => {
    expect(splitDraft(' \n\n')).toEqual({ claims: [], skipped: [] });
  });
});
