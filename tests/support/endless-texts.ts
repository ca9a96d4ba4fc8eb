import { pick } from './fuzz-runs.ts';

type Random = () => number;

/** Makes the next piece of a text. */
type Piece = (at: number, random: Random) => string;

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/'];
const HAN = [
  ...('中国市场规模增长产业发展企业云计算半导体芯片亚马逊微软份额收入同比下降三季度投资技术' +
    '服务全球公司需求供应价格不未非的和与及第百千万亿'),
];
const NAMES = ['Amazon', 'Microsoft', 'Intel', '亚马逊', '微软', '谷歌', '张伟', '台积电', 'Xyzcorp'] as const;
const MARKS = [...'.,;:!?()[]{}<>"\'“”‘’《》「」（），。、；：！？—–-~～*_`#|/\\@$€£¥%‰&=+^'];
const ODD = [
  '\u0301',
  '\u200b',
  '\u202e',
  '\ud800',
  '\udc00',
  '😀',
  '👩‍👩‍👧',
  'שלום ',
  '한국 ',
  '①',
  '㎡',
  'ﷺ',
  '\u0000',
  '\u3000',
  '１２',
  'ＡＢ',
];

function some(from: readonly string[], random: Random): string {
  return from[Math.floor(random() * from.length)] ?? '';
}

function several(count: number, from: readonly string[], random: Random): string {
  return Array.from({ length: count }, () => some(from, random)).join('');
}

/** What a text is made of, again and again. */
const PIECES: Record<string, Piece> = {
  'one token': () => '1 ',
  'one digit': () => '7',
  digits: (at) => String(at % 10),
  'all different numbers': (at) => `${at + 1000} `,
  'numbers with units': (at) => `${at}% ${at}亿元，`,
  'a range that goes on': () => '1-',
  thousands: () => ',123',
  money: () => '$1 ',
  'one month': () => '1月',
  years: (at) => `${1900 + (at % 200)}年`,
  'a table': (at) => `${at},${at * 3.7},Amazon ${at},2020-0${(at % 9) + 1}-11,${at}%\n`,
  'a row without an end': (at) => `${at},${at * 37},`,
  JSON: (at) => `{"id":${at},"name":"Amazon","v":[${at},${at + 1}]},`,
  addresses: (at) => `https://example.com/a/${at}?b=${at}&c=d `,
  base64: (_, random) => some(LETTERS, random),
  'one word': () => 'cloud ',
  'one Chinese word': () => '云计算',
  'one character': () => '的',
  'one letter': () => 'a',
  'Han without stops': (_, random) => some(HAN, random),
  'words without stops': (_, random) => `${several(3 + Math.floor(random() * 5), LETTERS.slice(0, 26), random)} `,
  names: (_, random) => `${pick(NAMES, random)}${random() < 0.5 ? '、' : ', '}`,
  'invented names': (at) => `Xy${at.toString(36)}corp, `,
  'capitalised words': (at) => `Foo Bar${at} `,
  dates: (at) => `${2000 + (at % 30)}年${(at % 12) + 1}月${(at % 28) + 1}日，`,
  'English dates': (at) => `March ${(at % 28) + 1}, ${2000 + (at % 30)}; `,
  'brackets in brackets': () => '(',
  'Chinese brackets': () => '（）',
  'quotes in quotes': () => '“',
  'quoted words': () => '“云”',
  clauses: () => '市场增长，',
  'English clauses': () => 'the market grew, ',
  marks: (_, random) => some(MARKS, random),
  commas: () => '，',
  stops: () => '。',
  lines: () => '\n',
  blanks: () => ' ',
  bullets: () => '- a\n',
  odd: (_, random) => some(ODD, random),
  'combining marks': () => 'a\u0301',
  'zero width': () => '云\u200b',
  'lone surrogates': () => '\ud800云',
  'right to left': () => '\u202e云',
  emoji: () => '😀',
  negations: () => '不',
  'English negations': () => 'not ',
  directions: () => '增长下降',
  orders: () => 'third largest ',
  'side by side': () => '云和芯片与市场以及',
  'and so on': () => 'Amazon and ',
  percents: () => '百分之',
  numerals: () => '三十二',
  'number words': () => 'twenty hundred ',
  questions: () => '多少？',
  reporting: () => '表示',
  hyphens: () => 'a-',
  abbreviations: () => 'a.',
  sentences: (at) => `2020年第三季度亚马逊云的市占率为${at % 90}%。`,
  'English sentences': (at) => `Amazon's share was ${at % 90}% in Q3 2020. `,
  'short sentences': (at) => `涨${at}。`,
};

/** The kinds of hostile texts. */
export const HOSTILE_KINDS: readonly string[] = Object.keys(PIECES);

/** A text of one kind, so many characters long. */
export function hostileText(kind: string, length: number, random: Random): string {
  const piece = PIECES[kind] ?? (() => kind);
  let text = '';
  for (let at = 0; text.length < length; at++) text += piece(at, random) || ' ';
  return text.slice(0, length);
}

/** The same in sentences that are as long as one may be, so that each is looked at. */
export function hostileSentences(kind: string, length: number, sentence: number, random: Random): string {
  let text = '';
  while (text.length < length)
    text += `2020年亚马逊增长32%${hostileText(kind, sentence - 16, random).replaceAll(/[。！？!?；;\n.]/gu, '，')}。`;
  return text.slice(0, length);
}

/** Pieces of several kinds one after the other. */
export function mixedText(length: number, random: Random): string {
  let text = '';
  while (text.length < length)
    text += hostileText(some(HOSTILE_KINDS, random), 1 + Math.floor(random() ** 2 * 300), random);
  return text.slice(0, length);
}

/** An ordinary text with some of its characters left out, doubled, put elsewhere or replaced. */
export function mutated(text: string, random: Random): string {
  let result = text;
  for (let times = 1 + Math.floor(random() * 6); times > 0; times--) {
    const [at, to] = [Math.floor(random() * result.length), Math.floor(random() * result.length)];
    const [start, end] = [Math.min(at, to), Math.max(at, to)];
    const stretch = result.slice(start, end);
    const changed = [
      stretch.repeat(2),
      '',
      hostileText(some(HOSTILE_KINDS, random), 1 + Math.floor(random() * 40), random),
      [...stretch].toReversed().join(''),
      stretch.toUpperCase(),
      stretch.normalize('NFD'),
    ];
    result = result.slice(0, start) + some(changed, random) + result.slice(end);
  }
  return result;
}
