import { expect, it } from 'vitest';
import { pageText } from '../../src/web/page-text.ts';
import { aStoredReport } from '../support/web.ts';

it('rows of a table are told from paragraphs', () => {
  const stored = { ...aStoredReport(), text: 'Freight by line\nNorth\t4\t5\nSouth\t6\t7', sections: [] };
  const page = { number: 1, span: { start: 0, end: stored.text.length } };
  const { source } = pageText(stored, page, [{ kind: 'quote', start: 16, end: 25 }]);
  expect(source.split('\n').slice(1, -1)).toEqual([
    '<p>Freight by line</p>',
    '<p class="table-row"><mark id="quote" tabindex="-1">North\t4\t5</mark></p>',
    '<p class="table-row">South\t6\t7</p>',
    '',
  ]);
});
