import type { types } from '@slack/bolt';
import type { Claim, Quote, VerifiedAnswer } from '../../domain/answer.ts';
import type { Language } from '../../domain/report.ts';
import { differingText, notFoundText } from '../../text/answer-notes.ts';
import { citationLabel, pagePath } from '../../text/place-label.ts';
import { LIMITS, shorten } from '../limits.ts';
import { escapeMrkdwn } from '../mrkdwn.ts';
import { WORDS } from '../words.ts';

/** A message as `chat.postMessage` takes it. */
export interface Message {
  /** For notifications and screen readers: the whole answer in plain words. */
  text: string;
  blocks: types.KnownBlock[];
}

/** Identifies the *Sources* button. */
export const SHOW_SOURCES = 'show_sources';

/** Claims that are shown; Slack would refuse a message much longer. */
const CLAIMS = 20;
/** Characters of one claim, and of a citation's quote in the message; the modal has the whole quote. */
const CLAIM_LENGTH = 400;
const QUOTE_LENGTH = 120;
/** Citations under an answer; the modal has them all. */
const CITATIONS = 10;
const LABEL_LENGTH = 160;

/** What a message needs besides the answer. */
export interface AnswerOptions {
  language: Language;
  /** Under which the ledger keeps the sources; absent: no button. */
  sourcesId?: string;
  /** Public address of the web pages; absent: no links. */
  baseUrl?: string;
}

/** An answer as a message: numbered claims, citations, a button for the sources. Fits Slack's limits whatever the answer holds. */
export function answerMessage(answer: VerifiedAnswer, options: AnswerOptions): Message {
  const words = WORDS[options.language];
  const withheld = answer.withheld.length > 0 ? [words.withheld(answer.withheld.length)] : [];
  if (answer.outcome === 'not_found') return notFoundMessage(answer, withheld, options);
  const claims = answer.claims.slice(0, CLAIMS);
  const quotes = claims.flatMap((claim) => claim.quotes);
  const shown = quotes.slice(0, CITATIONS);
  const differing = answer.differing ? [differingText(options.language)] : [];
  const notes = [
    ...(answer.claims.length > claims.length ? [words.cut] : []),
    ...(quotes.length > shown.length ? [words.more(quotes.length - shown.length)] : []),
    ...withheld,
  ];
  return {
    text: shorten([...differing, ...plainClaims(claims), ...shown.map((quote, at) => plainCitation(quote, at, options.language)), ...notes].map(escapeMrkdwn).join('\n'), LIMITS.text),
    blocks: [
      ...differing.map(noteBlock),
      { type: 'rich_text', elements: claimSections(claims) },
      { type: 'context', elements: shown.map((quote, at) => ({ type: 'mrkdwn', text: citation(quote, at, options) })) },
      ...notes.map(noteBlock),
      ...sourcesButton(words.sources, options.sourcesId),
    ],
  };
}

function notFoundMessage(answer: Extract<VerifiedAnswer, { outcome: 'not_found' }>, notes: string[], { language, ...options }: AnswerOptions): Message {
  const words = WORDS[language];
  const places = answer.nearest.slice(0, CITATIONS);
  const notFound = shorten(notFoundText(answer, language), CLAIM_LENGTH);
  return {
    text: [escapeMrkdwn(notFound), ...(places.length > 0 ? [words.nearest] : []), ...places.map((quote) => escapeMrkdwn(label(quote, language))), ...notes].join('\n'),
    blocks: [
      { type: 'section', text: { type: 'plain_text', text: notFound } },
      ...(places.length > 0 ? [noteBlock(words.nearest)] : []),
      ...places.map((quote) => ({ type: 'context' as const, elements: [{ type: 'mrkdwn' as const, text: linked(quote, { language, ...options }) }] })),
      ...notes.map(noteBlock),
      ...sourcesButton(words.sources, places.length > 0 ? options.sourcesId : undefined),
    ],
  };
}

/** Rich text is shown as it is: nothing in it needs escaping, and nothing in it pings. */
function claimSections(claims: Claim[]): types.RichTextSection[] {
  let number = 0;
  return claims.map((claim, index) => ({
    type: 'rich_text_section',
    elements: [
      { type: 'text', text: `${shorten(claim.text, CLAIM_LENGTH)} ` },
      ...claim.quotes.slice(0, CITATIONS).map(() => ({ type: 'text' as const, text: `[${++number}]`, style: { bold: true } })),
      ...(index < claims.length - 1 ? [{ type: 'text' as const, text: '\n' }] : []),
    ],
  }));
}

function citation(quote: Quote, index: number, options: AnswerOptions): string {
  return `*[${index + 1}]* ${linked(quote, options)} “${escapeMrkdwn(shorten(oneLine(quote.text), QUOTE_LENGTH))}”`;
}

function linked(quote: Quote, { language, baseUrl }: AnswerOptions): string {
  const text = escapeMrkdwn(shorten(label(quote, language), LABEL_LENGTH));
  return baseUrl === undefined ? text : `<${sourceUrl(baseUrl, quote)}|${text.replaceAll('|', '¦')}>`;
}

/** Web address of the page that a quote stands on, with the quote marked. */
export function sourceUrl(baseUrl: string, { reportId, place, span }: Quote): string {
  return `${baseUrl.replace(/\/+$/u, '')}${pagePath(reportId, place)}?quote=${span.start}-${span.end}#quote`;
}

function label({ reportTitle, path, place }: Quote, language: Language): string {
  return `${shorten(reportTitle, 60)} · ${citationLabel(path.slice(-2), place, language)}`;
}

function plainClaims(claims: Claim[]): string[] {
  let number = 0;
  return claims.map((claim) => `${shorten(claim.text, CLAIM_LENGTH)} ${claim.quotes.map(() => `[${++number}]`).join('')}`);
}

function plainCitation(quote: Quote, index: number, language: Language): string {
  return `[${index + 1}] ${label(quote, language)} “${shorten(oneLine(quote.text), QUOTE_LENGTH)}”`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}

function noteBlock(text: string): types.KnownBlock {
  return { type: 'context', elements: [{ type: 'plain_text', text }] };
}

function sourcesButton(text: string, sourcesId: string | undefined): types.KnownBlock[] {
  if (sourcesId === undefined) return [];
  return [{ type: 'actions', elements: [{ type: 'button', action_id: SHOW_SOURCES, value: sourcesId, text: { type: 'plain_text', text } }] }];
}
