import { describe, expect, it } from 'vitest';
import { UnreadableReportError } from '../../src/domain/errors.ts';
import { LITTLE_REPORT, readReport } from '../contracts/reader.ts';
import { aDocx } from '../support/formats/a-docx.ts';
import { NASTY_FILES } from '../support/formats/nasty-files.ts';

/** What becomes of a file: its text, or why it is refused. */
async function endOf(file: string, bytes: Uint8Array): Promise<string> {
  try {
    const { text } = await readReport(file, bytes);
    return `read: ${text}`;
  } catch (error) {
    if (error instanceof UnreadableReportError) return error.message;
    throw error;
  }
}

describe('a file that means ill', () => {
  it.each(Object.entries(NASTY_FILES))('%s, is read or refused in words', async (_, make) => {
    const { file, bytes, end } = make();
    expect(await endOf(file, bytes)).toBe(end);
  });

  it('changed by one bit where its figures stand, is refused rather than read', async () => {
    const whole = aDocx(LITTLE_REPORT);
    const changed = Uint8Array.from(whole);
    const [at] = [Buffer.from(whole).indexOf('word/document.xml') + 400];
    changed[at] = (whole[at] ?? 0) ^ 1;
    expect(await endOf('a.docx', changed)).toMatch(/^a\.docx: is damaged \(.+\); fetch it again/u);
  });

  it('cut at any place, is refused in words', async () => {
    const whole = aDocx(LITTLE_REPORT);
    const ends = new Set<string>();
    for (let part = 1; part < 40; part++)
      ends.add(
        (await endOf('a.docx', whole.slice(0, Math.floor((whole.length * part) / 40)))).replace(/\(.*\)/u, '(…)'),
      );
    expect([...ends]).toEqual(['a.docx: is damaged (…); fetch it again, or save it anew.']);
  });
});
