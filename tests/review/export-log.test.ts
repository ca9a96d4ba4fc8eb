import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogRow } from '../../src/domain/review.ts';
import { csvCell } from '../../src/outlets/csv-cell.ts';
import { visibleText } from '../../src/outlets/visible-text.ts';
import { logCsv, logJson } from '../../src/review/export-log.ts';
import { FIRST_HASH, isSealed, sealEntry } from '../../src/review/seal-entry.ts';
import { aKeptAnswer } from '../support/builders.ts';

function aRow(note: string): LogRow {
  const answer = aKeptAnswer();
  const [claim] = answer.claims;
  const [citation] = claim?.citations ?? [];
  const entry = sealEntry({
    number: 1,
    at: '2026-01-01T00:00:00.000Z',
    editor: 'Ada',
    action: 'verdict',
    answerId: 'a1',
    citationId: 'a1.1',
    quoteKey: 'k',
    verdict: 'verified',
    note,
    previousHash: FIRST_HASH,
  });
  return { entry, answer, ...(claim ? { claim: claim.text } : {}), ...(citation ? { citation } : {}) };
}

/** Reads CSV as a spreadsheet does. */
function readCsv(text: string): string[][] {
  return [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)]
    .reduce<string[][]>(
      (rows, [, quoted, plain, end]) => {
        rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
        if (end === '\r\n') rows.push([]);
        return rows;
      },
      [[]],
    )
    .slice(0, -1);
}

describe('the exported log', () => {
  it('is CSV that Excel opens in Chinese, one row an entry', () => {
    const csv = logCsv([aRow('“32%”, 见图')]);
    const [header, row] = readCsv(csv.slice(1));
    expect([csv.charCodeAt(0), header?.slice(0, 6), row?.slice(0, 12), row?.length]).toEqual([
      0xfeff,
      ['number', 'at', 'editor', 'action', 'verdict', 'note'],
      [
        '1',
        '2026-01-01T00:00:00.000Z',
        'Ada',
        'verdict',
        'verified',
        '“32%”, 见图',
        '亚马逊云的市占率是多少？',
        '亚马逊市占率为32%，微软为19%。',
        '2020年第三季度，亚马逊市占率为32%。',
        '云市场月报',
        '海外借鉴 › 云服务市场',
        '65',
      ],
      header?.length,
    ]);
  });

  it('runs nothing in a spreadsheet, and reads back as it is seen', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t=', ' =', '\r'), fc.string()).map((parts) => parts.join('')),
        ),
        (text) => {
          const [[cell = ''] = []] = readCsv(`${csvCell(text)}\r\n`);
          expect(cell).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/u);
          expect([visibleText(text, 'lines'), `'${visibleText(text, 'lines')}`]).toContain(cell);
        },
      ),
    );
  });

  it('is JSON whose entries can be checked by anyone', () => {
    const { entries } = JSON.parse(logJson([aRow('')]));
    const { about, ...entry } = entries[0];
    expect([isSealed(entry), about.quote.text, about.question]).toEqual([
      true,
      '2020年第三季度，亚马逊市占率为32%。',
      '亚马逊云的市占率是多少？',
    ]);
  });
});
