import type { HostileRun } from './time-patterns.ts';

/** Pieces that, said again and again, bring out what is worse than linear. */
const PIECES: Record<string, string> = {
  digits: '1234567890',
  'one digit': '1',
  commas: ',',
  'Chinese commas': '，',
  'numbers with commas': '1,',
  thousands: ',123',
  decimals: '1.',
  'numbers with blanks': '1 ',
  punctuation: '.,;:!?',
  'full stops': '.',
  colons: '：',
  dashes: '-',
  'long dashes': '—',
  tildes: '~',
  brackets: '(',
  'Chinese brackets': '（',
  'pairs of brackets': '()',
  quotes: '"',
  'curly quotes': '“',
  'book titles': '《',
  'Han without stops': '中国市场规模增长产业发展的企业',
  'one Han character': '的',
  'Chinese numerals': '三十二',
  'one numeral': '一',
  ten: '十',
  'percent in words': '百分之',
  'parts of': '分之',
  month: '年月',
  'and in Chinese': '和',
  'list comma': '、',
  'years in Chinese': '2020年',
  blanks: ' ',
  tabs: '\t',
  'ideographic blanks': '\u3000',
  'line ends': '\n',
  'line ends with blanks': '\n ',
  'carriage returns': '\r\n',
  letters: 'abcdefghij',
  'one letter': 'a',
  capitals: 'A',
  words: 'the market grew ',
  'capitalised words': 'Amazon Web ',
  abbreviations: 'a.',
  'capital abbreviations': 'U.S. ',
  hyphenated: 'a-',
  underscores: '_',
  and: 'and ',
  'of the': 'of the ',
  not: 'not ',
  'a word and a number': 'a1 ',
  percents: '1% ',
  currency: '$',
  money: '$1 ',
  ampersands: '&',
  slashes: '/',
  address: 'http://a.',
  at: '<@',
  'less than': '<',
  stars: '*',
  hashes: '#',
  pipes: '|',
  'zero width': '\u200b',
  'combining marks': '\u0301',
  emoji: '😀',
  'lone surrogates': '\ud800',
  Hebrew: 'אב',
  apostrophes: "'s",
};

/** What a pattern may look for in vain behind a run. */
const TAILS: Record<string, string> = { '': '', ' and a year': '年x', ' and a letter': '!Z' };

/** What a pattern may begin with before a run that it can part in many ways. */
const HEADS = ['1', '一', '第', 'A', '，', '“', '(', '$', '月', 'and', 'what about ', '那', 'pages 1', '2020年', '<'];
const AFTER_HEADS = [
  'blanks',
  'line ends',
  'digits',
  'full stops',
  'commas',
  'list comma',
  'dashes',
  'one letter',
  'one Han character',
  'one numeral',
  'apostrophes',
];

/** Long texts, each one piece again and again, with something behind it and something before it. */
export function hostileRuns(): HostileRun[] {
  return Object.entries(PIECES).flatMap(([name, piece]) => {
    const heads = AFTER_HEADS.includes(name) ? ['', ...HEADS] : [''];
    return heads.flatMap((head) =>
      Object.entries(TAILS).map(([then, tail]) => ({
        name: `${head === '' ? '' : `${head} and `}${name}${then}`,
        head,
        piece,
        tail,
      })),
    );
  });
}
