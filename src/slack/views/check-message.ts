import type { types } from '@slack/bolt';
import { checkDegreeText } from '../../words/degree-words.ts';
import { LIMITS, shorten } from '../limits.ts';
import { escapeMrkdwn } from '../mrkdwn.ts';
import type { Message } from '../delivery/message.ts';
import type { Checked } from '../steps.ts';
import type { CitationOptions } from './citations.ts';
import { citationBlocks, numberQuotes } from './citations.ts';

/** Claims that are shown, and blocks and their characters in one message, its first and last lines aside. */
const CLAIMS = 40;
const BLOCKS = 45;
const BLOCKS_LENGTH = 11_000;
/** Characters of a claim, of the reason and of a difference. */
const TEXT_LENGTH = 500;
const REASON_LENGTH = 200;
/** Quotes below a claim. */
const QUOTES = 3;

const WORDS = {
  zh: {
    supported: '✓ 有依据',
    contradicted: '✗ 与报告不符',
    not_found: '？报告里没有',
    differs: (claimed: string, found: string) => `稿中 ${claimed}，报告 ${found}`,
    total: (good: number, bad: number, open: number) =>
      `核对了 ${good + bad + open} 句：${counts(
        [
          [good, '句有依据'],
          [bad, '句与报告不符'],
          [open, '句报告里没有'],
        ],
        '，',
      )}。`,
    rest: (count: number) => `还有 ${count} 句没有核对，请分开发给我。`,
    nothing: '这里没有可以核对的事实。',
  },
  en: {
    supported: '✓ supported',
    contradicted: '✗ the reports say otherwise',
    not_found: '? not in the reports',
    differs: (claimed: string, found: string) => `claimed ${claimed}, the report says ${found}`,
    total: (good: number, bad: number, open: number) =>
      `Checked ${good + bad + open} ${good + bad + open === 1 ? 'sentence' : 'sentences'}: ${counts(
        [
          [good, 'supported'],
          [bad, 'against the reports'],
          [open, 'not in them'],
        ],
        ', ',
      )}.`,
    rest: (count: number) => `${count} more were not checked; send them apart.`,
    nothing: 'There is no fact in this that could be checked.',
  },
} as const;

type Claim = Checked['claims'][number];

/** A checked draft as messages: the count first, then each claim with its verdict and evidence. */
export function checkMessages({ claims, note }: Checked, options: CitationOptions): Message[] {
  const words = WORDS[options.language];
  if (claims.length === 0) return [lineMessage(note ?? words.nothing)];
  const shown = claims.slice(0, CLAIMS);
  const count = (verdict: Claim['verdict']) => shown.filter((claim) => claim.verdict === verdict).length;
  const total = words.total(count('supported'), count('contradicted'), count('not_found'));
  const notes = [
    ...(note === undefined ? [] : [note]),
    ...(shown.length < claims.length ? [words.rest(claims.length - shown.length)] : []),
  ];
  const parts = cutParts(shown, options);
  return parts.map((part, at) =>
    partMessage(part, { lead: at === 0 ? total : undefined, notes: at === parts.length - 1 ? notes : [] }, options),
  );
}

/** As many claims a message as it takes with their evidence. */
function cutParts(claims: readonly Claim[], options: CitationOptions): Claim[][] {
  const parts: Claim[][] = [];
  let blocks: types.KnownBlock[] = [];
  for (const claim of claims) {
    const own = claimBlocks(claim, options);
    const last = parts.at(-1);
    const fits = blocks.length + own.length <= BLOCKS && JSON.stringify([...blocks, ...own]).length <= BLOCKS_LENGTH;
    if (last && fits) last.push(claim);
    else parts.push([claim]);
    blocks = last && fits ? [...blocks, ...own] : own;
  }
  return parts;
}

function partMessage(
  claims: Claim[],
  { lead, notes }: { lead: string | undefined; notes: string[] },
  options: CitationOptions,
): Message {
  const blocks: types.KnownBlock[] = [
    ...(lead === undefined ? [] : [plain(lead)]),
    ...claims.flatMap((claim) => claimBlocks(claim, options)),
    ...notes.map(plain),
  ];
  const text = [...(lead === undefined ? [] : [lead]), ...claims.map((claim) => verdictLine(claim, options)), ...notes]
    .map(escapeMrkdwn)
    .join('\n');
  return { text: shorten(text, LIMITS.text), blocks };
}

function claimBlocks(claim: Claim, options: CitationOptions): types.KnownBlock[] {
  return [
    plain(verdictLine(claim, options)),
    ...citationBlocks(numberQuotes([{ quotes: claim.quotes.slice(0, QUOTES) }]), options),
  ];
}

function verdictLine(claim: Claim, { language }: CitationOptions): string {
  const { text, verdict, reason, quotes, differences } = claim;
  const known = checkDegreeText(claim, language);
  const words = WORDS[language];
  const differs = differences
    .slice(0, QUOTES)
    .map(({ claimed, found }) => words.differs(shorten(claimed, REASON_LENGTH), shorten(found, REASON_LENGTH)));
  // Without a quote the verdict says it all.
  const isSaid = verdict === 'supported' || (verdict === 'not_found' && quotes.length === 0);
  const reasons = isSaid ? [] : [shorten(reason, REASON_LENGTH)];
  const why = differs.length > 0 ? differs : reasons;
  return (
    `${words[verdict]}${known === undefined ? '' : ` (${known})`} · ` +
    `${shorten(text, TEXT_LENGTH)}${why.filter(Boolean).length > 0 ? `\n${why.join('; ')}` : ''}`
  );
}

function plain(text: string): types.KnownBlock {
  return { type: 'section', text: { type: 'plain_text', text: shorten(text, LIMITS.sectionText) } };
}

function lineMessage(text: string): Message {
  return { text: escapeMrkdwn(text), blocks: [plain(text)] };
}

/** Counts with what they count, without the zeros. */
function counts(of: [number, string][], comma: string): string {
  return of
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(comma);
}
