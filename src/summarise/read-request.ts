import type { SummaryLength } from '../domain/summary.ts';
import { given } from '../domain/given.ts';
import { readNumeral } from '../text/numerals.ts';

/** What a request calls the thing it wants: a part of a report, an article in it, a subsection, the report. */
export type Scope = 'report' | 'part' | 'article' | 'subsection' | 'section';

/** A request taken apart. */
export interface ReadRequest {
  /** What is left when the words are gone that only ask for a summary: the words that name the section. */
  content: string;
  length: SummaryLength;
  /** A number of points or sentences that was asked for. */
  mostPoints?: number;
  scope?: Scope;
  /** Printed page numbers, first and last. */
  pages?: { from: string; to: string };
  /** `第二部分`: its position among its kind, from 1; negative counts from the end. */
  ordinal?: number;
}

const NUMERAL = '[\\d一二两三四五六七八九十百]{1,6}';
const ENGLISH_NUMBERS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const ENGLISH_ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const ENGLISH_COUNT = `\\d+|${ENGLISH_NUMBERS.join('|')}`;

const PAGES = new RegExp(
  `(?:第\\s*)?(?<from>${NUMERAL})\\s*(?:页\\s*)?(?:到|至|[-–—~～])\\s*第?\\s*(?<to>${NUMERAL})\\s*页|第\\s*(?<one>${NUMERAL})\\s*页|\\b(?:pages?|pp?\\.)\\s*(?<first>\\d+)(?:\\s*(?:[-–—]|to|through|and)\\s*(?:pages?\\s*|p\\.\\s*)?(?<last>\\d+))?`,
  'iu',
);
const ORDINAL = new RegExp(
  `(?:第(?<nth>${NUMERAL})|(?<end>最后一?))(?:个)?(?<kind>部分|板块|章|篇|节|小节)(?:文章)?|\\b(?:(?<word>${ENGLISH_ORDINALS.join('|')}|last)\\s+(?<thing>part|chapter|article|piece|section|subsection)|(?<named>part|chapter)\\s+(?<number>\\d+))\\b`,
  'iu',
);

const LENGTHS: readonly (readonly [SummaryLength, RegExp])[] = [
  [
    'detailed',
    /详细|详尽|详述|全面|深入|展开|\b(?:detailed|in detail|thorough|comprehensive|in[- ]depth|long(?:er)? summary)\b/iu,
  ],
  [
    'brief',
    /简短|很短|极简|越短越好|[一两二]{1,2}句话|[一两二]{1,2}句|\b(?:briefly|brief summary|very short|one[- ]sentence|(?:a|one|two) sentences?|sentence or two|tl;?dr|in a nutshell)\b/iu,
  ],
];
/** Each piece in a sentence is no summary of a sentence. */
const EACH =
  /(?:每|各)(?:一?个?[篇章节部])?.{0,2}(?:一|两|几)句话?|\b(?:each|every|per)\b[^.]{0,24}\bsentences?\b|\bsentences?\s+(?:each|per|for each)\b/giu;
const COUNT = new RegExp(
  `(?<count>${NUMERAL}|几)\\s*(?:个|条)?(?:个?(?:句话|句|要点|点|条|方面))(?!钟)|\\b(?<english>${ENGLISH_COUNT}|a ` +
    `few)\\s+(?:key |main |short )?(?:points?|sentences?|bullets?|bullet points?|takeaways?)\\b`,
  'iu',
);
/** `几句话`, `a few`: so many. */
const FEW = 6;

const SCOPES: readonly (readonly [Scope, RegExp])[] = [
  [
    'report',
    /(?:整|全)(?:个|份|篇)?(?:报告|月报|文件|资料)|通篇|全文|全书|这[份期](?:报告|月报)$|\b(?:whole|entire|full|complete) (?:report|document|issue)\b|\bthe report as a whole\b/iu,
  ],
  ['subsection', /小节|小标题|那一?小段|\bsubsections?\b/iu],
  ['part', /板块|整(?:个|块|章)|一?[整大]块|栏目|大类|\bchapter\b|\b(?:whole|entire) (?:section|part)\b/iu],
  [
    'article',
    /[那这哪]一?(?:篇|份|则|条)|文章|材料|报道|消息|新闻|稿|\b(?:article|piece|story|item|feature|report on|text)\b/iu,
  ],
  ['section', /[那这][一]?节|章节|部分|\b(?:section|part)\b/iu],
];

/** Words of a request that say nothing of the section, longest first. */
const ASKING = new RegExp(
  [
    '请问|请你?|麻烦(?:你|您)?|劳驾|能不能|能否|可以|可不可以|帮(?:我们?|领导|老板|忙)?|给(?:我们?|领导|老板|大家)?|替我|为(?:我|领导|老板)|我(?:们)?(?:没(?:时间|空)看?|想(?:知道|了解)?|要|需要)|领导(?:要|想)?看?',
    '(?:总结|概括|概述|归纳|提炼|梳理|整理|压缩|浓缩|精简|简述|综述|捋一?捋|理一理|缩一?缩|过一?遍|归拢)(?:一下|下|一番|成[^，。' +
      ']{0,6})?|摘要|概要|小结|大意|提要|纪要|要点|重点|看点|核心内容|主要内容|主要(?:看点|观点)?|核心(?:观点)?|中心思想',
    '(?:都|主要|到底|究竟)?(?:说|讲|谈|写|提)(?:的?是|到|了|的)?(?:些)?(?:啥|什么|哪些(?:内容|事)?|哪几[层点个](?:意思|方面|内容)?)|是(?:啥|什么)|有(?:啥|什么|哪些)|哪几[层点个](?:意思|方面)?|说说|讲讲|谈谈|介绍|列(?:出|一下|几条)?|写(?:个|一?段|篇|成)?|来(?:个|一?段)|[给用写]个|做个|出个|搞个|弄个|看看|说重点|(?:数字|数据)都?要[有全]|要?带数字|要有?数字|[一几]个数字',
    '[一两二三四五六七八九十几]{1,4}(?:句话?|条|点|段话?|层)(?:就行|即可|就好|就够了?)?|越短越好|详细(?:一?[点些])?|简短(?:一?[点些])?|简单(?:一?[点些])?|简要|全面|一下|一?小?段|就行|即可',
    '整(?:个|份|块|篇|章)|全(?:文|篇|书)|通篇|报告(?:里|中|的)?|(?:这|那|哪|本)(?:一?(?:小|大|整)?(?:[篇份节章块期则段条]|部分)|几篇|个|些)(?:小?[节段]|文章|材料|报道|长文|报告|内容|部分|板块|消息|新闻)?|一(?:小?节|章|篇|整?块|部分)|小节|章节|部分|板块|栏目|文章|材料|报道|长文|消息|新闻|内容|各篇|每篇|每一篇|各节|按|关于|有关|的|[呢吧吗啊呀](?=\\P{L}|$)|[把将](?=.{2})|[了里都](?=\\P{L}|$)',
  ].join('|'),
  'gu',
);
const ASKING_ENGLISH =
  /\b(?:please|kindly|can|could|would|you|give|me|us|i|we|need|want|like|would like|let|have|write|make|get|show|tell|do|does|did|summari[sz]e|summari[sz]ing|summary|summaries|sum|up|brief|briefly|briefing|recap|overview|outline of|digest|abstract|synopsis|condense|key|main|major|important|points?|takeaways?|highlights?|gist|essence|bullets?|bullet|sentences?|short|quick|concise|detailed|detail|long|few|couple|paragraphs?|words?|article|articles|piece|story|section|subsection|chapter|part|report|document|text|whole|entire|full|what|which|how|who|is|are|was|were|says?|said|about|on|of|in|the|a|an|for|to|from|with|and|or|it|its|this|that|these|those|at|by|as|management|meeting|boss|team|one|two|three|four|five|going through|covering|concerning|regarding)\b|['’]s\b/giu;

/** Takes a request apart. */
export function readRequest(text: string): ReadRequest {
  const plain = text.normalize('NFKC');
  const whole = plain.replaceAll(EACH, ' ');
  const pages = pagesIn(plain);
  const ordinal = ordinalIn(plain);
  const scope = scopeOf(plain);
  const mostPoints = countIn(whole.replace(PAGES, ' '));
  return {
    content: contentOf(whole.replace(PAGES, ' ').replace(ordinal === undefined ? '' : ORDINAL, ' ')),
    length: LENGTHS.find(([, pattern]) => pattern.test(whole))?.[0] ?? 'standard',
    ...given({ mostPoints, scope, pages, ordinal }),
  };
}

/** What stands in quotation marks is a name and stays whole. */
function contentOf(text: string): string {
  const pieces = text.split(/([“"「『《][^“”"「」『』《》]{2,40}[”"」』》])/u);
  return pieces
    .map((piece, at) => (at % 2 === 1 ? piece : piece.replaceAll(ASKING, ' ').replaceAll(ASKING_ENGLISH, ' ')))
    .join(' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/(?<=^|\s)[\p{P}\s]+(?=\s|$)/gu, '')
    .trim();
}

/** `the section of that article`: the smaller of the two is meant. */
function scopeOf(text: string): Scope | undefined {
  const named = SCOPES.filter(([, pattern]) => pattern.test(text)).map(([scope]) => scope);
  return named.includes('article') && named.includes('section') ? 'subsection' : named[0];
}

function pagesIn(text: string): ReadRequest['pages'] {
  const groups = PAGES.exec(text)?.groups;
  const from = groups?.['from'] ?? groups?.['one'] ?? groups?.['first'];
  if (from === undefined) return undefined;
  const to = groups?.['to'] ?? groups?.['last'] ?? from;
  return { from: String(readNumeral(from)), to: String(readNumeral(to)) };
}

function ordinalIn(text: string): number | undefined {
  const groups = ORDINAL.exec(text)?.groups;
  if (!groups) return undefined;
  if (groups['end'] !== undefined || groups['word']?.toLowerCase() === 'last') return -1;
  const word = ENGLISH_ORDINALS.indexOf(groups['word']?.toLowerCase() ?? '') + 1;
  return word > 0 ? word : readNumeral(groups['nth'] ?? groups['number'] ?? '');
}

function countIn(text: string): number | undefined {
  const match = COUNT.exec(text);
  const groups = match?.groups;
  const said = groups?.['count'] ?? groups?.['english']?.toLowerCase();
  if (said === undefined) return undefined;
  if (said === '几' || said === 'a few') return /句|sentence/u.test(match?.[0] ?? '') ? FEW : undefined;
  const english = said === 'a' ? 1 : ENGLISH_NUMBERS.indexOf(said) + 1;
  const count = english > 0 ? english : readNumeral(said);
  return Number.isInteger(count) && count > 0 ? count : undefined;
}
