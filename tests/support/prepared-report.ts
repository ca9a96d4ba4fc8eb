import { createHash } from 'node:crypto';
import type { PreparedReport } from '../../src/domain/prepared-report.ts';
import { prepareReport } from '../../src/ingest/prepare-report.ts';

/** A report without pages as ingest prepares it; its id depends on its text. */
export function aPreparedReport({ file = 'cloud.txt', text = '亚马逊云的市占率为32%。' } = {}): PreparedReport {
  const hash = createHash('sha256').update(text).digest('hex');
  return prepareReport({
    file,
    hash,
    paged: false,
    pages: [{ lines: text.split('\n').map((line) => ({ text: line, endsParagraph: true })) }],
  });
}
