import { prove } from '../support/prove.ts';
import { describe, expect, it } from 'vitest';
import type { DraftSummary } from '../../src/verify/verify-summary.ts';
import { verifySummary } from '../../src/verify/verify-summary.ts';
import { aPassage } from '../support/builders.ts';

const cite = (quote: string) => ({ passage: 'P1', quote });

function aDraft(over: Partial<Extract<DraftSummary, { outcome: 'summarised' }>> = {}): DraftSummary {
  return {
    outcome: 'summarised',
    composer: 'extractive',
    length: 'standard',
    section: {
      reportId: 'a1b2c3d4e5f6',
      reportTitle: '云市场月报',
      path: ['海外借鉴'],
      span: { start: 0, end: 200 },
      firstPage: { number: 65, label: '65' },
      lastPage: { number: 65, label: '65' },
    },
    points: [{ text: '微软为19%。', citations: [cite('微软为19%。')] }],
    coverage: { coveredParagraphs: 1, paragraphs: 1, tables: 0 },
    figures: [],
    series: [],
    passages: [aPassage()],
    ...over,
  };
}

describe('a draft of a summary', () => {
  it('is shown without the points that are not in the section, which are withheld with their reason', () => {
    const invented = { text: '微软为20%。', citations: [cite('微软为20%。')] };
    const summary = verifySummary(
      { text: '云' },
      aDraft({ points: [{ text: '微软为19%。', citations: [cite('微软为19%。')] }, invented] }),
      prove,
    );
    expect(summary).toMatchObject({
      outcome: 'summarised',
      coverage: { points: 1 },
      withheld: [{ text: '微软为20%。', reason: 'the quote is not in passage P1' }],
    });
  });

  it('is none when no point passes', () => {
    expect(verifySummary({ text: '云' }, aDraft({ points: [] }), prove)).toMatchObject({
      outcome: 'not_found',
      nearest: [{ path: ['海外借鉴'] }],
    });
  });

  it('loses a figure that its quote does not hold, and a series with one such value', () => {
    const value = (label: string, number: number) => ({ label, value: number, citation: cite('微软为19%。') });
    const summary = verifySummary(
      { text: '云' },
      aDraft({
        figures: [
          { label: '微软', value: '19%', citation: cite('微软为19%。') },
          { label: '微软', value: '91%', citation: cite('微软为19%。') },
        ],
        series: [{ kind: 'shares', title: '', unit: '%', values: [value('甲', 19), value('乙', 19), value('丙', 9)] }],
      }),
      prove,
    );
    expect(summary).toMatchObject({ figures: [{ value: '19%' }], series: [] });
  });
});
