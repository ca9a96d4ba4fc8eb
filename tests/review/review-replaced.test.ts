import { describe, expect, it } from 'vitest';
import type { StoredReport } from '../../src/domain/ports.ts';
import { openReview } from '../../src/review/open-review.ts';
import { reviewReplaced } from '../../src/review/review-replaced.ts';
import { findInReport } from '../../src/verify/find-in-report.ts';
import { aReportOf } from '../support/answer-from.ts';
import { createMemoryReviewStore } from '../support/memory-review-store.ts';

const FILE = 'monthly.txt';
const OLD = aReportOf({ 云市场: ['亚马逊云的市占率为32%。', '微软的市占率为19%。'] }, { file: FILE });

/** Two citations of the old version, the first of them verified, and what its replacement does to them. */
async function afterReplacing(stored: StoredReport | undefined, verify: readonly number[]) {
  const store = createMemoryReviewStore();
  const review = openReview({
    store,
    editors: ['ada'],
    now: () => 0,
    files: () => Promise.resolve(new Map([[OLD.report.id, FILE]])),
  });
  const quotes = ['亚马逊云的市占率为32%。', '微软的市占率为19%。'].flatMap(
    (text) => findInReport(OLD, text, ['云市场']) ?? [],
  );
  const answer = await review.recordAnswer({
    question: '?',
    claims: [{ text: '份额', quotes }],
    asker: 'web',
    place: { kind: 'web' },
  });
  const citations = answer.claims.flatMap((claim) => claim.citations);
  for (const at of verify)
    await review.giveVerdict({
      citationId: citations[at]?.id ?? '',
      verdict: 'verified',
      note: '',
      editor: 'ada',
      seen: 0,
    });
  const replaced = () =>
    reviewReplaced({ store, reportsOf: (file) => Promise.resolve(file === FILE && stored ? [stored] : []) });
  const [result, second] = [await replaced(), await replaced()];
  const after = (await review.answer(answer.id))?.claims.flatMap((claim) => claim.citations) ?? [];
  return {
    result,
    second,
    after,
    waiting: (await review.queue(9)).map(({ citation }) => citation.quote.text),
    check: (await review.verifyLog()).outcome,
  };
}

describe('when a report is replaced', () => {
  it('verdicts on quotes that still stand go with them to their place, the others are withdrawn and wait', async () => {
    const fresh = aReportOf(
      { 前言: ['这一版重新排过。'], 云市场: ['概述在前。', '亚马逊云的市占率为 32%。', '微软的市占率为20%。'] },
      { file: FILE },
    );
    const { result, second, after, waiting, check } = await afterReplacing(fresh, [0, 1]);
    expect([result, second, check]).toEqual([
      { carriedOver: 1, withdrawn: 1 },
      { carriedOver: 0, withdrawn: 0 },
      'intact',
    ]);
    expect(after.map(({ status, withdrawn, quote }) => [status, withdrawn, quote.reportId, quote.place])).toEqual([
      ['verified', false, fresh.report.id, { kind: 'paragraph', number: 2, screen: 1 }],
      ['unverified', true, OLD.report.id, { kind: 'paragraph', number: 2, screen: 1 }],
    ]);
    expect(waiting).toEqual(['微软的市占率为19%。']);
  });

  it('quotes are looked for in their own section first', async () => {
    const fresh = aReportOf(
      { 摘要: ['亚马逊云的市占率为32%。'], 云市场: ['亚马逊云的市占率为32%。', '微软的市占率为19%。'] },
      { file: FILE },
    );
    const { after } = await afterReplacing(fresh, [0]);
    expect(
      after.map(({ quote }) => [quote.path, fresh.text.slice(quote.span.start, quote.span.end) === quote.text]),
    ).toEqual([
      [['云市场'], true],
      [['云市场'], true],
    ]);
  });

  it('a removed report withdraws its verdicts; what nobody had looked at just waits on', async () => {
    const { result, after, waiting } = await afterReplacing(undefined, [0]);
    expect([result, after.map(({ status, withdrawn }) => [status, withdrawn]), waiting.length]).toEqual([
      { carriedOver: 0, withdrawn: 1 },
      [
        ['unverified', true],
        ['unverified', false],
      ],
      2,
    ]);
  });

  it('nothing happens to what stands as it stood', async () => {
    const { result } = await afterReplacing(OLD, [0, 1]);
    expect(result).toEqual({ carriedOver: 0, withdrawn: 0 });
  });
});

describe('a quote looked for in a whole report', () => {
  it('gets the place that ingest gives it', () => {
    const found = OLD.chunks.flatMap(({ text, path }) => {
      const quote = findInReport(OLD, text.split('\n')[1] ?? '', []);
      return quote ? [[quote.path, quote.place, path]] : [];
    });
    expect(found).toEqual([[['云市场'], { kind: 'paragraph', number: 2, screen: 1 }, ['云市场']]]);
  });
});
