import { readNumeral } from '../text/numerals.ts';
import { startsWithDigit } from '../text/starts-with.ts';

/** A place in an order: `third-largest`, 首次, 最大. */
export interface Order {
  /** 1 for the largest and the first in rank; `first` for the first in time; `least` for the other end. */
  rank: number | 'first' | 'least';
  text: string;
  start: number;
  end: number;
}

const NAMES = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
/** A word that may be one of them. */
const NAME = '[a-z]{5,7}';
const MOST = 'largest|biggest|highest|greatest|fastest|longest|oldest|top-ranked';

const READINGS: readonly (readonly [RegExp, (groups: Record<string, string | undefined>) => Order['rank']])[] = [
  [
    /(?:第|排名?第?|位居第?|位列第?)(?<rank>[一二三四五六七八九十]|\d{1,2})(?:大|位|名(?!单))/gu,
    ({ rank }) => readNumeral(rank ?? ''),
  ],
  [
    /(?<=排名?|[居列]|排在|跻身)[^，。；]{0,4}第(?<rank>[一二三四五六七八九十]|\d{1,2})(?![季届次批个期])/gu,
    ({ rank }) => readNumeral(rank ?? ''),
  ],
  [
    /首(?![席都先页要府尔脑付长期位])|头一?[次个条家款批座台位例](?!月|季)|(?<!前)第一[次个条家款批座台例]|率先/gu,
    () => 'first',
  ],
  [/首位|榜首|最[大多高快早长强广好](?!程度|限度|化|近|只|可|能|达|有|为|占|\d)|排头|居首|领先者/gu, () => 1],
  [/最[小少低慢晚短弱](?!程度|限度|化)|垫底|末位/gu, () => 'least'],
  [new RegExp(`\\b(?<rank>${NAME})[- ](?:${MOST})\\b`, 'giu'), ({ rank }) => rankOf(rank)],
  [
    new RegExp(`\\brank(?:s|ed|ing)?(?: at| as)?(?: the)? (?:no\\.? ?)?(?<rank>${NAME}|\\d{1,2})\\b`, 'giu'),
    ({ rank }) => rankOf(rank),
  ],
  [/\b(?:no\.|number) ?(?<rank>\d{1,2}|one|two|three)\b/giu, ({ rank }) => rankOf(rank)],
  [new RegExp(`\\b(?:${MOST})\\b`, 'giu'), () => 1],
  [/\b(?:smallest|lowest|slowest|shortest|fewest)\b/giu, () => 'least'],
  [/\b(?:for the )?first\b(?![- ](?:quarter|half|\w+ (?:months|quarters)|place))/giu, () => 'first'],
];

/** The places in an order that a text names. */
export function findOrders(text: string): Order[] {
  const found: Order[] = [];
  for (const [pattern, read] of READINGS) {
    for (const { 0: word, index, groups } of text.matchAll(pattern)) {
      const [start, end] = [index, index + word.length];
      const rank = read(groups ?? {});
      if (rank !== 0 && !found.some((other) => start < other.end && other.start < end))
        found.push({ rank, text: word, start, end });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** The first in rank and the first in time are told alike. */
export function isSameRank({ rank: one }: Order, { rank: other }: Order): boolean {
  return one === other || (one === 1 && other === 'first') || (one === 'first' && other === 1);
}

function rankOf(rank = ''): number {
  const word = rank.toLowerCase();
  return startsWithDigit(word)
    ? Number(word)
    : Math.max(NAMES.indexOf(word), ['one', 'two', 'three'].indexOf(word)) + 1;
}
