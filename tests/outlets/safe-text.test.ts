import { describe, expect, it } from 'vitest';
import { csvCell } from '../../src/outlets/csv-cell.ts';
import { jsonText } from '../../src/outlets/json-text.ts';
import { logLine } from '../../src/outlets/log-line.ts';
import { terminalLine, terminalText } from '../../src/outlets/terminal-text.ts';
import { fuzzRuns, seeded } from '../support/fuzz-runs.ts';
import { ACTING, hostileText } from '../support/hostile-text.ts';

const AT = new Date('2026-03-01T12:00:00Z');
const random = seeded(14);
const TEXTS = Array.from({ length: fuzzRuns({ short: 5000, long: 100_000 }) }, () => hostileText(random));

describe('text that is printed', () => {
  it('acts on no terminal, and is one line where one is meant', () => {
    expect(
      TEXTS.filter(
        (text) =>
          ACTING.test(terminalText(text)) || ACTING.test(terminalLine(text)) || terminalLine(text).includes('\n'),
      ),
    ).toEqual([]);
  });

  it('shows what would have acted, drops what would have been unseen, and leaves the rest', () => {
    expect(
      [
        '\u001b[31m红\u001b[0m',
        'safe.txt\rAdded',
        'a\r\nb',
        'inv\u202efdp.exe',
        'pay\u200bpal',
        'a\u{e0041}b',
        `e${'\u0301'.repeat(60)}`,
        '\ud800!',
        '👩‍💻 ❤️ 1',
        '第1页\t32%',
        'a\u200d\u200db',
      ].map(terminalLine),
    ).toEqual([
      '\\u{1b}[31m红\\u{1b}[0m',
      'safe.txt Added',
      'a b',
      'inv\\u{202e}fdp.exe',
      'paypal',
      'ab',
      `e${'\u0301'.repeat(6)}`,
      '�!',
      '👩‍💻 ❤️ 1',
      '第1页\t32%',
      'ab',
    ]);
  });
});

describe('a line of the log', () => {
  it('is one line that begins with its time, whatever the message is', () => {
    expect(
      TEXTS.map((text) => logLine(text, AT)).filter(
        (line) => !line.startsWith('2026-03-01T12:00:00.000Z ') || /[\n\t]/u.test(line) || ACTING.test(line),
      ),
    ).toEqual([]);
    expect(logLine('Refused\n2026-03-01T12:00:00.000Z Ada signed in', AT)).toBe(
      '2026-03-01T12:00:00.000Z Refused\\n2026-03-01T12:00:00.000Z Ada signed in',
    );
  });

  it('has an end', () => {
    expect(logLine('x'.repeat(1_000_000), AT)).toMatch(
      /^2026-03-01T12:00:00\.000Z x{8000}… \(992000 characters more\)$/u,
    );
  });
});

describe('JSON that is printed', () => {
  it('acts on no terminal, and reads back as it was', () => {
    for (const text of TEXTS) {
      const written = jsonText({ [text]: [text] });
      expect([ACTING.test(written) || written.includes('\n'), JSON.parse(written)]).toEqual([
        false,
        { [text]: [text] },
      ]);
    }
  });
});

describe('a cell of a spreadsheet', () => {
  it('is no formula and acts on no terminal, whatever it holds', () => {
    const cells = TEXTS.map((text) => csvCell(text)).map((cell) =>
      cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
    );
    expect(cells.filter((cell) => ACTING.test(cell) || /^\s*[=+\-@＝＋－＠]|^[\t\r]/u.test(cell))).toEqual([]);
  });
});
