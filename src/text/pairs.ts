const PLACE = '国内|全国|中国|我国|国外|海外|全球|世界';
/** What is compared, or has so much a day, or so much each. */
const COMPARED = '(?=比|[，,]?(?:平均)?(?:每[天日年月])?(?:各|分别)|平均)';
const THING = '[\\p{Script=Han}\\w]{2,12}';

/** Pairs that are asked for side by side without being names: years, places, and things that are compared. */
const PAIRS = [
  /(?<one>(?:19|20)\d{2})年?(?:、|和|与|及|,|，)(?<other>(?:19|20)\d{2})年?/u,
  new RegExp(`(?<one>${PLACE})(?:和|与|跟|、)(?<other>${PLACE})`, 'u'),
  new RegExp(`(?<one>${THING})(?:和|与|跟)(?<other>${THING}?)${COMPARED}`, 'u'),
];

/** Two things that a question names side by side; undefined when it does not. */
export function pairIn(text: string): [string, string] | undefined {
  const pair = PAIRS.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups !== undefined);
  return pair && [pair['one'] ?? '', pair['other'] ?? ''];
}

const SEVERAL = [
  /一是.*二是|第一.*第二|首先.*其次|、[^、，。；]{1,20}(?:和|及|与|以及|等)/u,
  /(?:、[^、，。；]{1,20}){2,}|, [^,.]{1,40}(?:, [^,.]{1,40})* and /u,
];

/** True when a sentence names several things one after another. */
export function namesSeveral(sentence: string): boolean {
  return SEVERAL.some((pattern) => pattern.test(sentence));
}

/** How many things each part of a sentence names side by side: `A、B和C`, `A, B and C`; 0 where it names one alone. */
export function countListed(sentence: string): number[] {
  const chinese = sentence.split(/[，。：:；;]/u).map((part) => countParts(part, /、/gu, /[和及与][^、]{1,20}$/u));
  const english = sentence
    .split(/[.:;–—]/u)
    .map((part) => countParts(part, /,\s/gu, /(?<!,)\s(?:and|or)\s[^,]{1,60}$/u));
  return [...chinese, ...english];
}

/** The last two may be joined by a word instead of a mark. */
function countParts(part: string, mark: RegExp, last: RegExp): number {
  const marks = part.match(mark)?.length ?? 0;
  return marks === 0 ? 0 : marks + 1 + Number(last.test(part));
}
