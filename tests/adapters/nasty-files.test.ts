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
