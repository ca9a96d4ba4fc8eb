import type { types } from '@slack/bolt';
import type { Claim, FigureSeries, Quote, VerifiedAnswer } from '../../domain/answer.ts';
import { given } from '../../domain/given.ts';
import type { Language } from '../../domain/report.ts';
import { markWords } from '../../text/mark-words.ts';
import { openText } from '../../words/reply-words.ts';
import { degreeLegend, degreeMark, saidText } from '../../words/degree-words.ts';
import { leadText, notFoundText, withheldText } from '../../words/answer-notes.ts';
import { LIMITS, shorten } from '../limits.ts';
import { escapeMrkdwn, mrkdwn } from '../mrkdwn.ts';
import type { Chart, Message } from '../delivery/message.ts';
import { WORDS } from '../../words/slack.ts';
import { toldMessage, whichMessage } from './told-message.ts';
import { answerButtons } from './answer-buttons.ts';
import { citationBlocks, linkedPlace, numberQuotes, plainCitation, quoteKey, sentencesAbove } from './citations.ts';
import type { CitationOptions, Numbered } from './citations.ts';
import { cutClaims } from './cut-claims.ts';
import { differingTable } from './differing-table.ts';
import { oneLine } from '../../text/white-space.ts';

/** Nearest quotes that are shown when nothing was found. */
const NEAREST = 3;
/** Characters of the sentence that says so: what the question insists on can be as long as the question. */
const NOT_FOUND_LENGTH = 400;

/** Characters of a quote that is no answer. */
const QUOTE_LENGTH = 240;
const NO_ROOM = '\u200B';

/** Characters of a line around the answer. */
const NOTE_LENGTH = 400;

/** What a message needs besides the answer. */
export interface AnswerOptions extends CitationOptions {
  /** Under which the ledger keeps the sources; absent: no button. */
  sourcesId?: string;
  /** Under which the answer can be rated and its citations reported; absent: neither. */
  answerId?: string;
  /** Other lines below the answer: what was left out, and why. */
  notes?: string[];
}

/**
 * An answer as one message, or several when it is long: numbered claims, citations, buttons below the last. Fits
 * Slack's limits whatever the answer holds.
 */
export function answerMessages(answer: VerifiedAnswer, options: AnswerOptions): Message[] {
  // The note on such an answer says so of all of them.
  const withheld =
    answer.withheld.length > 0 && answer.fallback !== 'nothing_verified'
      ? [withheldText(answer.withheld.length, options.language)]
      : [];
  const notes = [...withheld, ...(options.notes ?? [])];
  if (answer.outcome === 'not_found') return [notFoundMessage(answer, notes, options)];
  if (answer.outcome === 'told') return [toldMessage(answer.reply, options.language)];
  if (answer.outcome === 'which') return [whichMessage(answer.candidates, options.language)];
  const open = answer.open ? [openText(answer.open, options.language)] : [];
  const lead = leadText(answer, options.language);
  const messages = claimMessages(answer.claims, {
    ...options,
    notes: [...open, ...notes],
    ...given({ lead }),
    isTable: answer.differing,
    isList: answer.kind === 'list' || answer.kind === 'overview' || answer.kind === 'trend',
  });
  const { series } = answer;
  return series
    ? messages.map((message, at) => (at === 0 ? { ...message, chart: chartOf(series) } : message))
    : messages;
}

function chartOf({ title, unit, values }: FigureSeries): Chart {
  return { title, unit, values: values.map(({ label, value }) => ({ label, value })) };
}

/** How cited sentences are set. */
interface ClaimsShape {
  /** A line above them. */
  lead?: string;
  /** Beside each other: they give different values. */
  isTable?: boolean;
  /** As points, one below the other. */
  isList?: boolean;
}

/** Cited sentences as messages. */
export function claimMessages(claims: readonly Claim[], options: AnswerOptions & ClaimsShape): Message[] {
  const words = WORDS[options.language];
  const { messages, isCut } = cutClaims(
    claims,
    (quote) => textOf(citationBlocks([{ number: 1, quote }], options)).length,
  );
  const numbers = numberQuotes(messages.flat());
  const notes = [
    degreeLegend(messages.flat(), options.language),
    ...(isCut ? [words.cut] : []),
    ...(options.notes ?? []),
  ];
  return messages.map((part, at) => {
    const isLast = at === messages.length - 1;
    const lead = at === 0 ? options.lead : words.continued;
    return claimMessage(part, numbers, {
      ...options,
      ...given({ lead }),
      notes: isLast ? notes : [],
      isLast,
      cited: citedFirst(messages, at, numbers),
    });
  });
}

/** What Slack counts of blocks of context. */
function textOf(blocks: readonly types.ContextBlock[]): string {
  return blocks.flatMap(({ elements }) => elements.map((element) => ('text' in element ? element.text : ''))).join('');
}

/** Citations stand below the message that first needs them. */
function citedFirst(messages: Claim[][], at: number, numbers: readonly Numbered[]): Numbered[] {
  const before = new Set(messages.slice(0, at).flatMap((part) => part.flatMap(({ quotes }) => quotes.map(quoteKey))));
  const here = new Set((messages[at] ?? []).flatMap(({ quotes }) => quotes.map(quoteKey)));
  return numbers.filter(({ quote }) => here.has(quoteKey(quote)) && !before.has(quoteKey(quote)));
}

interface Part extends AnswerOptions, ClaimsShape {
  isLast: boolean;
  cited: Numbered[];
  notes: string[];
}

function claimMessage(
  claims: Claim[],
  numbers: readonly Numbered[],
  { lead, isTable = false, isList = false, isLast, cited, notes, ...options }: Part,
): Message {
  const { language } = options;
  const leads = lead === undefined ? [] : [lead];
  const plain = [
    ...leads,
    ...claims.map(
      (claim) =>
        `${isList ? '• ' : ''}${saidText(claim, options.language)} ${numbersOf(claim, numbers)} ${degreeMark(claim)}`,
    ),
    ...cited.map((each) => plainCitation(each, options)),
    ...notes,
  ];
  const lines: types.KnownBlock = {
    type: 'rich_text',
    elements: isList
      ? [{ type: 'rich_text_list', style: 'bullet', elements: claimLines(claims, numbers, { between: '', language }) }]
      : claimLines(claims, numbers, { between: '\n', language }),
  };
  const around = (middle: types.KnownBlock): types.KnownBlock[] => [
    ...leads.map(noteBlock),
    middle,
    ...citationBlocks(cited, { ...options, above: sentencesAbove(claims) }),
    ...notes.map(noteBlock),
    ...(isLast ? answerButtons(options) : []),
  ];
  const table = isTable ? differingTable(claims, numbers, options) : undefined;
  const text = shorten(plain.map(escapeMrkdwn).join('\n'), LIMITS.text);
  return table ? { text, blocks: around(table), plainer: around(lines) } : { text, blocks: around(lines) };
}

/** Rich text is shown as it is: nothing in it needs escaping, and nothing in it pings. */
function claimLines(
  claims: Claim[],
  numbers: readonly Numbered[],
  { between, language }: { between: string; language: Language },
): types.RichTextSection[] {
  return claims.map((claim, index) => ({
    type: 'rich_text_section',
    elements: [
      { type: 'text', text: `${saidText(claim, language)} ` },
      { type: 'text', text: numbersOf(claim, numbers), style: { bold: true } },
      { type: 'text', text: ` ${degreeMark(claim)}` },
      ...(index < claims.length - 1 && between !== '' ? [{ type: 'text' as const, text: between }] : []),
    ],
  }));
}

function numbersOf({ quotes }: Claim, numbers: readonly Numbered[]): string {
  const cited = new Set(quotes.map(quoteKey));
  return numbers.flatMap(({ number, quote }) => (cited.has(quoteKey(quote)) ? [`[${number}]`] : [])).join('');
}

function notFoundMessage(
  answer: Extract<VerifiedAnswer, { outcome: 'not_found' }>,
  notes: string[],
  options: AnswerOptions,
): Message {
  const words = WORDS[options.language];
  const places = answer.nearest.slice(0, NEAREST);
  const notFound = shorten(notFoundText(answer, options.language), NOT_FOUND_LENGTH);
  const nearest = places.length > 0 ? [words.nearest] : [];
  const { linkTo: _, ...unlinked } = options;
  return {
    text: shorten(
      [
        escapeMrkdwn(notFound),
        ...nearest,
        ...places.map((quote) => nearestText(quote, answer.question.text, unlinked)),
        ...notes,
      ].join('\n'),
      LIMITS.text,
    ),
    blocks: [
      { type: 'section', text: { type: 'plain_text', text: notFound } },
      ...nearest.map(noteBlock),
      ...places.map((quote) => ({
        type: 'context' as const,
        elements: [mrkdwn(nearestText(quote, answer.question.text, options))],
      })),
      ...notes.map(noteBlock),
      ...answerButtons(options, 'passages'),
    ],
  };
}

/** A quote's place and words, those of the question in bold. */
function nearestText(quote: Quote, question: string, options: CitationOptions): string {
  const words = markWords(shorten(oneLine(quote.text), QUOTE_LENGTH), question)
    // Without a space, which Chinese does not have, a mark is no mark: this one takes no room.
    .map(({ text, isMarked }) => (isMarked ? `${NO_ROOM}*${escapeMrkdwn(text)}*${NO_ROOM}` : escapeMrkdwn(text)))
    .join('');
  return `${linkedPlace(quote, options)}\n${words}`;
}

function noteBlock(text: string): types.KnownBlock {
  return { type: 'context', elements: [{ type: 'plain_text', text: shorten(text, NOTE_LENGTH) }] };
}
