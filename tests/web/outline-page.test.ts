import { expect, it } from 'vitest';
import { outlinePage } from '../../src/web/outline-page.ts';
import { aStoredReport } from '../support/web.ts';

it('says on its page how a report was read, where there is something to say', () => {
  const stored = aStoredReport();
  const { report } = stored;
  const page = outlinePage({ ...stored, report: { ...report, notes: [{ what: 'pictures', pages: [2] }] } }, 'en');
  expect(page.source).toContain('<li>pictures on page 2: what is printed in them is not read</li>');
  expect(outlinePage(stored, 'en').source).not.toContain('How it was read');
});
