import { given } from '../domain/given.ts';
import { rememberFor } from '../text/remember.ts';
import type { Fault } from './fault.ts';
import type { ReadText } from './read-text.ts';
import { clausesOf } from './read-text.ts';

const ONLY = /唯一|仅|只|独家|独有|单独|\b(?:only|sole(?:ly)?|exclusive(?:ly)?|alone|just|merely)\b/iu;
/** Words that say more than a bare statement, and what in a quote says as much. */
const STRESSED: readonly (readonly [RegExp, RegExp])[] = [
  // All.
  [
    /所有|全部|一切|全体|均(?!价|线|值|匀|衡)|皆|无一例外|整个|全国|每一?[家个位名项座人台]|各[家个]|(?<![首成])都(?![市会江是没])|\b(?:all|every|each|entire(?:ly)?|always|everyone|everybody|both|whole|nationwide|without exception)\b/giu,
    /所有|全部|一切|全体|每|各|均(?!价|线|值|匀|衡)|皆|都|全(?=国|年|球|行业|线)|整个|分别|\b(?:all|every|each|entire(?:ly)?|always|whole|across|both|nationwide)\b|两[者家]|双方|全国/iu,
  ],
  // Only.
  [/唯一|仅|只(?!要|见)|独家|\b(?:only|sole(?:ly)?|exclusive(?:ly)?|nobody but|none but)\b/giu, ONLY],
  // Most.
  [
    /大多数?|多数|大部分|绝大|\b(?:most(?! \w+ly\b)|majority|mostly)\b/giu,
    /大多|多数|大部分|绝大|大半|主要|最|\b(?:most|majority|mostly|mainly)\b/iu,
  ],
  // In front.
  [
    /领先|龙头|领军|霸主|主导|垄断|称霸|无人能及|无可匹敌|远超|独占|纪录|遥遥|首屈一指|头号|顶级|顶尖|\b(?:leading|leaders?|dominat\w+|dominant|best|foremost|premier|monopol\w+|unrivalled|unmatched|unparalleled|unique(?:ly)?|records?|any (?:other|rival|competitor)|far (?:ahead|above|more))\b/giu,
    /纪录|记录|远超|独|遥遥|领先|龙头|领军|霸主|主导|垄断|唯一|首|头|顶|最|第一|领|\b(?:lead\w*|dominat\w+|dominant|best|foremost|first|largest|biggest|top|number one|record\w*|any|far)\b/iu,
  ],
  // Because.
  [
    /因为|由于|导致|致使|得益于|归因|归功|源于|所以|因此|因而|令(?!人|牌|狐)|造成|迫使|拖累|促成|引发|招致|推动|带动|拉动|驱动|(?<!即|纵|促)使(?![用馆命得节领])|\b(?:because|due to|owing to|thanks to|caus(?:es?|ed|ing)|therefore|hence|consequently|as a result|led \w+ to|driven by|brought about|spurred|prompted|forc(?:ed|es|ing)|trigger(?:ed|s|ing)|(?:made|makes|making) [^,.]{1,60} (?:fall|rise|grow|drop|increase|decrease|decline)|result(?:s|ed|ing) (?:in|from))\b/giu,
    /因|由于|导致|致使|得益|归|源于|来自|所以|使|令|造成|拖累|引发|带动|推动|拉动|驱动|受|随着|影响|为了|\b(?:because|due|owing|thanks|caus\w+|therefore|hence|consequently|result\w*|led|lead\w*|driv\w+|reason|as|since|boost\w*|forc\w+|trigger\w*|made|from|after|amid|on (?:the )?back)\b/iu,
  ],
  // Surely.
  [
    /确定|肯定|必然|必定|一定(?!程度)|无疑|\b(?:certain(?:ly)?|definite(?:ly)?|surely|undoubtedly|inevitabl[ey]|guaranteed?)\b/giu,
    /确|肯定|必|一定|无疑|保证|\b(?:certain|definite|sure|undoubted|inevitabl|guarant)/iu,
  ],
  // Exactly.
  [/正好|恰好|恰恰|整整|精确|\b(?:exactly|precisely)\b/giu, /正好|恰|整整|精确|\b(?:exact|precise)/iu],
  // A loose number.
  [/\b(?:dozens?|scores? of|a couple of)\b/giu, /十二|数十|几十|\b(?:dozens?|scores? of|a couple of)\b/iu],
];
/** Letters that look like others, numerals for cheques, digits of other scripts, a per cent of no digit. */
const ODD =
  /[^\P{L}\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[壹贰叁肆伍陆柒捌玖拾佰仟〡-〩]|[^\P{N}0-9〇]|\uFFFD/gu;
/** An address of the web, with its scheme or without. */
const ADDRESS =
  /\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,9}\.(?:com|cn|net|org|io|co|xyz|top|info|ru|tk|me|cc|link|site|example)\b\S*/giu;
const NO_NUMBER = /(?<![\d〇一二三四五六七八九十百\s])\s?[%‰]/gu;

/**
 * Words of a claim that say more than its quotes: `all`, `only`, `because`, `the leading`; and letters and numerals in
 * which nothing can be compared.
 */
export function unprovedStress(claim: ReadText, quotes: readonly { text: string }[]): Fault[] {
  const { stressed, odd, addresses, marks } = stressOf(claim);
  const held = quotes.map(({ text }) => text).join('\n');
  const unsaid = stressed.filter(({ says }) => !quotes.some(({ text }) => says.test(text)));
  const others = [
    ...odd.filter((character) => !held.includes(character)),
    ...addresses.filter((address) => !held.toLowerCase().includes(address.toLowerCase())),
    ...marks,
  ];
  return [
    ...unsaid.map(({ word, isTone }): Fault => ({
      fact: 'stress',
      claimed: word,
      ...given({ how: isTone ? 'tone' : undefined }),
    })),
    ...others.map((claimed): Fault => ({ fact: 'stress', claimed })),
  ];
}

/** `Only 3 %`: the figure is found little, and nobody is left out. Between the two stands nothing that is named. */
function saysLittle(end: number, claim: ReadText): boolean {
  const figure = claim.figures.find(({ start }) => start >= end);
  const clause = clausesOf(claim).find((one) => one.start < end && one.end >= end);
  if (!figure || !clause || figure.start >= clause.end) return false;
  return !claim.words.some((word) => word.start >= end && word.start < figure.start);
}

/** What of a claim is stressed or odd, looked for once. */
const stressOf = rememberFor((claim: ReadText) => {
  const { text } = claim;
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([word]) => word);
  return {
    stressed: STRESSED.flatMap(([said, says]) =>
      [...text.matchAll(said)].map(({ 0: word, index }) => ({
        word,
        says,
        isTone: says === ONLY && saysLittle(index + word.length, claim),
      })),
    ),
    odd: all(ODD),
    addresses: all(ADDRESS),
    marks: all(NO_NUMBER),
  };
});
