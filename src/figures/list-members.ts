import type { ContentWord } from '../compare/content-words.ts';
import type { Zone } from '../compare/figure-zones.ts';
import type { ReadText } from '../compare/read-text.ts';
import { tellsInOrder } from '../compare/figure-zones.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Span } from '../domain/report.ts';
import type { Clause } from '../domain/statement.ts';
import type { Bound, IsWord } from './bind-measure.ts';
import { nounPhrases, partAtOf } from './noun-phrases.ts';

/** `甲、乙、丙三家公司的份额分别为…`: as many names as figures, in order. */
export function namedMember(
  figure: Quantity,
  clause: Clause,
  { text, figures }: ReadText,
  isWord: IsWord,
): Bound | undefined {
  const stretch = text.slice(clause.span.start, clause.span.end);
  const own = figures.filter(({ start }) => start >= clause.span.start && start < clause.span.end);
  const [first] = own;
  if (!first || own.length < 2 || !tellsInOrder(stretch)) return undefined;
  const names = clause.names.filter(({ kind, span }) => kind !== 'guess' && span.end <= first.start);
  const distinct = names.filter(({ name }, at) => names.findIndex((other) => other.name === name) === at);
  const name = distinct[own.indexOf(figure)];
  const last = distinct.at(-1);
  if (distinct.length !== own.length || !name || !last) return undefined;
  const phrase = nounPhrases(text, { start: last.span.end, end: first.start }, figures, isWord).at(-1);
  const measure = phrase && (partAtOf(phrase)?.what ?? phrase.text);
  return measure === undefined ? undefined : { subject: name.name, measure, base: measure, unsure: [] };
}

/** `甲和乙的份额分别为32%和19%`: the words of its own member are whose, those that all members share what. */
export function listedMember(
  figure: Quantity,
  zone: Zone,
  { figures, text }: ReadText,
  zones: ReadonlyMap<number, Zone>,
): Bound | undefined {
  const others = figures.filter(
    (other) => other.start !== figure.start && zones.get(other.start)?.clause.start === zone.clause.start,
  );
  const [first] = [figure, ...others].toSorted((a, b) => a.start - b.start);
  const isListed =
    first !== undefined && others.length > 0 && zone.own.every(({ end }) => end <= first.start) && first !== figure;
  const isFirst = first === figure && others.some((other) => isElsewhere(zones.get(other.start), other, figure));
  if (!isListed && !isFirst) return undefined;
  const isShared = (word: ContentWord) =>
    others.some((other) => zones.get(other.start)?.own.some(({ start }) => start === word.start));
  const own = zone.own.filter((word) => !isShared(word));
  const shared = zone.own.filter(isShared);
  if (own.length === 0 || shared.length === 0) return undefined;
  const measure = hullText(text, shared);
  return { subject: hullText(text, own), measure, base: measure, unsure: [] };
}

/** The words that a figure is bound to stand before another figure: it is a member of a list. */
function isElsewhere(zone: Zone | undefined, figure: Span, first: Span): boolean {
  return (
    zone !== undefined &&
    zone.own.length > 0 &&
    zone.own.every(({ end }) => end <= first.start) &&
    figure.start > first.end
  );
}

function hullText(text: string, spans: readonly Span[]): string {
  return text.slice(Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end))).trim();
}
