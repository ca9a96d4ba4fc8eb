import { pick } from './fuzz-runs.ts';

/** Pieces of text that do something where they are shown. */
const TRICKS = [
  '\u001b[2J',
  '\u001b[31m',
  '\u001b]0;title\u0007',
  '\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\',
  '\u001b]52;c;cm0gLXJmIC8=\u0007',
  '\u001bP+q\u001b\\',
  '\u009b31m',
  '\u009d0;x\u009c',
  '\r',
  '\r\n',
  '\n',
  '\u000b',
  '\f',
  '\u0085',
  '\u2028',
  '\u2029',
  '\b\b\b\b',
  '\u007f',
  '\u0000',
  '\t',
  '\u202e',
  '\u202d',
  '\u2066',
  '\u2067',
  '\u2069',
  '\u200e',
  '\u200f',
  '\u061c',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u3164',
  '\u{e0041}',
  '\ufe0f',
  '\ud800',
  '\udc00',
  '\ufdd0',
  `e${'\u0301'.repeat(60)}`,
  '=1+1',
  '@SUM(A1)',
  '+1',
  '-1',
  '"',
  ',',
  ';',
  '<!channel>',
  '<@U1>',
  '[x](https://evil.example)',
  '2026-01-01T00:00:00.000Z ok',
] as const;
const PLAIN = [
  '云市场月报',
  'Amazon held 32%',
  '👩‍💻',
  '❤️',
  '第1页',
  'a',
  ' ',
  'Ergebnis',
  'ไทย',
  'שלום',
  '١٢',
] as const;

/** Text as nobody writes it who means well: words with tricks between them. */
export function hostileText(random: () => number): string {
  return Array.from({ length: 1 + Math.floor(random() * 8) }, () => pick(random() < 0.6 ? TRICKS : PLAIN, random)).join(
    '',
  );
}

/** What acts on a terminal: control characters but for line ends and tabulators, turned directions, other line ends. */
export const ACTING = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/u;
