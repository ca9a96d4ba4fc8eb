import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/domain/answer.ts';
import { evidenceView } from '../../src/web/evidence-view.ts';
import { aKeptAnswer } from '../support/builders.ts';

/** A quote between what stands before and after it in its paragraph. */
function aSource(before: string, after: string): Source {
  const quote = aKeptAnswer().claims[0]?.citations[1]?.quote;
  if (!quote) throw new Error('the answer has a second citation');
  return { quote, before, after };
}

describe('the evidence of a sentence', () => {
  it('is its paragraph with the quote marked, in the language of the report', () => {
    expect(evidenceView(aSource('亚马逊<为32%>。', '谷歌为7%。'), ['微软为19%。']).source).toBe(
      '<blockquote lang="zh-CN">亚马逊&lt;为32%&gt;。<mark>微软为19%。</mark>谷歌为7%。</blockquote>',
    );
  });

  it('is not printed where it says no more than the sentence above', () => {
    expect([
      evidenceView(aSource(' ', ''), ['微软为19%。']).source,
      evidenceView(aSource('', ''), ['微软的市占率为19%。']).source,
    ]).toEqual(['', '<blockquote lang="zh-CN"><mark>微软为19%。</mark></blockquote>']);
  });

  it('is cut on both sides where the paragraph is long', () => {
    const { source } = evidenceView(aSource('前'.repeat(500), '后'.repeat(500)), []);
    expect(source).toBe(
      `<blockquote lang="zh-CN">…${'前'.repeat(400)}<mark>微软为19%。</mark>${'后'.repeat(400)}…</blockquote>`,
    );
  });
});
