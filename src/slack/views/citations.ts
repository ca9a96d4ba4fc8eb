import type { types } from '@slack/bolt';
import type { Claim, Quote } from '../../domain/answer.ts';
import type { Language } from '../../domain/report.ts';
import { citationLabel } from '../../words/place-label.ts';
import { LIMITS, shorten } from '../limits.ts';
import { escapeMrkdwn, mrkdwn } from '../mrkdwn.ts';
import { WORDS } from '../../words/slack.ts';
import { oneLine } from '../../text/white-space.ts';

/** Characters of a quote under an answer; the modal has all of it. */
const QUOTE_LENGTH = 120;
const LABEL_LENGTH = 160;
const TITLE_LENGTH = 60;

/** How citations are written. */
export interface CitationOptions {
  language: Language;
  /** Address that shows a quote's page; absent: no links. */
  linkTo?: ((quote: Quote) => string) | undefined;
  /** When a report was published, as an ISO date, by its id. */
  dates?: ReadonlyMap<string, string>;
  /** Sentences that stand above: a quote that is one of them, word for word, is not repeated. */
  above?: ReadonlySet<string>;
}

/** A quote with its number. */
export interface Numbered {
  number: number;
  quote: Quote;
}

/** The quotes of claims, each once, numbered from 1 in order. */
export function numberQuotes(claims: readonly Pick<Claim, 'quotes'>[]): Numbered[] {
  const numbered = new Map<string, Numbered>();
  for (const { quotes } of claims)
    for (const quote of quotes)
      if (!numbered.has(quoteKey(quote))) numbered.set(quoteKey(quote), { number: numbered.size + 1, quote });
  return [...numbered.values()];
}

/** The same for quotes that say the same thing at the same place. */
export function quoteKey({ reportId, span }: Quote): string {
  return `${reportId} ${span.start} ${span.end}`;
}

/** Citations, a block a report: its title and date, then section, page and quote of each. */
export function citationBlocks(numbered: readonly Numbered[], options: CitationOptions): types.ContextBlock[] {
  const byReport = Map.groupBy(numbered, ({ quote }) => quote.reportId);
  return [...byReport.values()].flatMap((ofReport) => {
    const lines = ofOnePlace(ofReport, options).map((together) =>
      citationLine(together, areAllAbove(ofReport, options), options),
    );
    const elements = [reportLine(ofReport, options), ...lines].map((text) => mrkdwn(text));
    const blocks: types.ContextBlock[] = [];
    for (let at = 0; at < elements.length; at += LIMITS.contextElements)
      blocks.push({ type: 'context', elements: elements.slice(at, at + LIMITS.contextElements) });
    return blocks;
  });
}

/** A citation in plain words: `[1] Title (2020-12-31) · Section · p. 65 “quote”`. */
export function plainCitation({ number, quote }: Numbered, options: CitationOptions): string {
  return (
    `[${number}] ${titleOf(quote, options)} · ` +
    `${placeOf(quote, options.language)} “${shorten(oneLine(quote.text), QUOTE_LENGTH)}”`
  );
}

/** Report, section and page of a quote on one line, linked to its page. */
export function linkedPlace(quote: Quote, options: CitationOptions): string {
  return linked(`${titleOf(quote, options)} · ${placeOf(quote, options.language)}`, quote, options);
}

/** Title and date of a quote's report. */
export function titleOf({ reportId, reportTitle }: Quote, { language, dates }: CitationOptions): string {
  const date = dates?.get(reportId);
  const title = shorten(oneLine(reportTitle), TITLE_LENGTH);
  if (date === undefined) return title;
  return language === 'zh' ? `${title}（${date}）` : `${title} (${date})`;
}

function reportLine(ofReport: readonly Numbered[], options: CitationOptions): string {
  const [first] = ofReport;
  const said = areAllAbove(ofReport, options) ? ` · ${WORDS[options.language].verbatim}` : '';
  return first ? `*${escapeMrkdwn(titleOf(first.quote, options))}*${said}` : '';
}

function isAbove({ quote }: Numbered, { above }: CitationOptions): boolean {
  return above?.has(oneLine(quote.text)) ?? false;
}

function areAllAbove(ofReport: readonly Numbered[], options: CitationOptions): boolean {
  return ofReport.every((each) => isAbove(each, options));
}

/** Neighbours of one page and section, as far as their quotes stand above: they need one line together. */
function ofOnePlace(ofReport: readonly Numbered[], options: CitationOptions): Numbered[][] {
  const groups: Numbered[][] = [];
  for (const each of ofReport) {
    const last = groups.at(-1);
    const [first] = last ?? [];
    const isOfIt =
      first !== undefined &&
      isAbove(first, options) &&
      isAbove(each, options) &&
      placeOf(first.quote, options.language) === placeOf(each.quote, options.language);
    if (last && isOfIt && citationLine([...last, each], false, options).length <= LIMITS.sectionText) last.push(each);
    else groups.push([each]);
  }
  return groups;
}

function citationLine(together: readonly Numbered[], isSaid: boolean, options: CitationOptions): string {
  const [first] = together;
  if (!first) return '';
  const label = placeOf(first.quote, options.language);
  const numbers = together.map(({ number, quote }) => linked(`[${number}]`, quote, options)).join(' ');
  const place =
    together.length === 1
      ? `*[${first.number}]* ${linked(label, first.quote, options)}`
      : `${numbers} ${escapeMrkdwn(shorten(oneLine(label), LABEL_LENGTH))}`;
  if (isAbove(first, options)) return isSaid ? place : `${place} · ${WORDS[options.language].verbatim}`;
  return `${place} “${escapeMrkdwn(shorten(oneLine(first.quote.text), QUOTE_LENGTH))}”`;
}

function placeOf({ path, place }: Quote, language: Language): string {
  return citationLabel(path.slice(-2), place, language);
}

function linked(label: string, quote: Quote, { linkTo }: CitationOptions): string {
  const text = escapeMrkdwn(shorten(oneLine(label), LABEL_LENGTH));
  return linkTo === undefined ? text : `<${linkTo(quote)}|${text.replaceAll('|', '¦')}>`;
}

/** Sentences as quotes are compared with them. */
export function sentencesAbove(claims: readonly Pick<Claim, 'text'>[]): Set<string> {
  return new Set(claims.map(({ text }) => oneLine(text)));
}
