import { describe, expect, it } from 'vitest';
import type { KeptCitation, LogRow } from '../../src/domain/review.ts';
import { countVerdicts } from '../../src/review/count-verdicts.ts';
import { sealEntry } from '../../src/review/seal-entry.ts';
import { aKeptAnswer } from '../support/builders.ts';

const [FIRST, SECOND] = aKeptAnswer().claims[0]?.citations ?? [];

function aRow(action: string, verdict: string | null, citation = FIRST): LogRow {
  const of: Partial<KeptCitation> = citation ?? {};
  const entry = sealEntry({
    number: 1,
    at: '2026-01-01T00:00:00.000Z',
    editor: 'ada',
    action,
    answerId: 'a1',
    citationId: of.id ?? null,
    quoteKey: null,
    verdict,
    note: '',
    previousHash: '',
  });
  return citation ? { entry, citation } : { entry };
}

function ofReport(citation: KeptCitation | undefined, title: string): KeptCitation | undefined {
  return citation && { ...citation, id: title, quote: { ...citation.quote, reportTitle: title } };
}

const NONE = { verified: 0, wrong_quote: 0, wrong_page: 0, out_of_context: 0 };

describe('verdicts in figures', () => {
  it('count each citation once, by its last verdict, and not at all when that was withdrawn', () => {
    const rows = [
      aRow('verdict', 'verified'),
      aRow('flagged', null),
      aRow('verdict', 'wrong_page'),
      aRow('asker_told', null),
      aRow('verdict', 'verified', SECOND),
      aRow('withdrawn', null, SECOND),
    ];
    expect(countVerdicts(rows)).toEqual({
      all: { ...NONE, wrong_page: 1 },
      byReport: [{ title: '云市场月报', ...NONE, wrong_page: 1 }],
    });
  });

  it('list the report first of which most is wrong', () => {
    const rows = [
      aRow('verdict', 'verified', ofReport(FIRST, '好')),
      aRow('verdict', 'out_of_context', ofReport(FIRST, '坏')),
    ];
    expect(countVerdicts(rows).byReport).toEqual([
      { title: '坏', ...NONE, out_of_context: 1 },
      { title: '好', ...NONE, verified: 1 },
    ]);
  });
});
