import { expect, it } from 'vitest';
import { outlinePage } from '../../src/web/outline-page.ts';
import { aStoredReport, someFigures } from '../support/web.ts';

const NOTHING = { questions: [], figures: [] };

it('says on its page how a report was read, where there is something to say', () => {
  const stored = aStoredReport();
  const { report } = stored;
  const read = { ...stored, report: { ...report, notes: [{ what: 'pictures' as const, pages: [2] }] } };
  expect(outlinePage(read, NOTHING, 'en').source).toContain(
    '<li>pictures on page 2: what is printed in them is not read</li>',
  );
  expect(outlinePage(stored, NOTHING, 'en').source).not.toContain('How it was read');
});

it('says on its page what a report is, what it can be asked, and which figures it states', () => {
  const stored = aStoredReport();
  const { facts } = someFigures({ text: '' }, stored);
  const report = { ...stored.report, publisher: '星野研究', publishedOn: '2020-12-31', kind: '月报' };
  const { source } = outlinePage({ ...stored, report }, { questions: ['微软<占>多少？'], figures: facts }, 'zh');
  expect([
    source.includes('<p class="meta">星野研究 · 2020-12-31 · 月报 · 3 页 · cloud.pdf</p>'),
    source.includes(
      `<a href="/?q=${encodeURIComponent('微软<占>多少？')}&amp;report=${report.id}">微软&lt;占&gt;多少？</a>`,
    ),
    source.includes('<tr><th scope="row">亚马逊云 · 市占率</th>'),
    source.includes('<td>32%</td>'),
    source.includes(`<input type="hidden" name="report" value="${report.id}">`),
  ]).toEqual([true, true, true, true, true]);
});
