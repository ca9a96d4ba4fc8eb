import type { NameReader } from '../dictionary/read-names.ts';
import type { FigureFact } from '../domain/figure-fact.ts';
import type { Report } from '../domain/report.ts';
import { readFacts } from '../figures/read-facts.ts';
import type { DraftFigure } from '../verify/verify-summary.ts';
import type { Block, ReadChunk } from './read-blocks.ts';

/** Longest label, in characters: a longer one is half a sentence. */
const LABEL = 90;
/** What a cell does not hold itself: the unit that its head or its table gives. */
const UNIT = /\s{0,4}(?:\((?<table>in [^()]{1,60})\)|(?<head>[^\d().,%％\s]{1,30}|%))$/u;

/**
 * Figures of the tables of a section, one of each row, with holder, measure, period and unit: where one of these is not
 * certain there is none.
 * @param limit most of them, in reading order
 */
export function tableFigures(
  chunks: readonly ReadChunk[],
  blocks: readonly Block[],
  { report, names, limit }: { report: Report; names: NameReader; limit: number },
): DraftFigure[] {
  if (limit <= 0) return [];
  const facts = chunks.flatMap((read) => readFacts({ ...read, report }, names).facts);
  const sure = facts.filter(
    ({ statement, unsure, period }) => statement.kind === 'row' && !unsure.includes('unit') && period,
  );
  const first = sure.filter(
    ({ quote }, at) => sure.findIndex((other) => other.quote.span.start === quote.span.start) === at,
  );
  return first.flatMap((fact) => draftOf(fact, blocks)).slice(0, limit);
}

function draftOf(fact: FigureFact, blocks: readonly Block[]): DraftFigure[] {
  const { subject, measure, period, value, quote } = fact;
  const block = blocks.find(
    ({ passage: { chunk } }) => chunk.span.start <= quote.span.start && quote.span.end <= chunk.span.end,
  );
  const isPrinted = quote.text.includes(value.text);
  const unit = isPrinted ? undefined : UNIT.exec(value.text);
  const printed = isPrinted ? value.text : value.text.slice(0, unit?.index ?? 0);
  const counted = unit?.groups?.['table'] ?? unit?.groups?.['head'];
  const label = [subject, measure, period?.text].filter(Boolean).join(' · ');
  const named = counted === undefined ? label : `${label} (${counted})`;
  if (!block || printed === '' || named.length > LABEL) return [];
  return [{ label: named, value: printed, citation: { passage: block.passage.ref, quote: quote.text } }];
}
