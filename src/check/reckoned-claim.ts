import type { CompareResources } from '../compare/compare-statements.ts';
import { stancesOf } from '../compare/compare-stances.ts';
import type { Operand } from '../compare/operands.ts';
import { operandsOf } from '../compare/operands.ts';
import type { ReadText } from '../compare/read-text.ts';
import type { ClaimReckoning } from '../compare/held-against.ts';
import { reckonClaim } from '../compare/reckon-claim.ts';
import { askedReckonings } from '../compare/reckoning-words.ts';
import { tellReckoning } from '../compare/tell-reckoning.ts';
import { tellResult } from '../compare/tell-result.ts';
import type { Passage, Quote } from '../domain/answer.ts';
import { nearStatements } from './find-evidence.ts';
import { quoteOf } from './quote-of.ts';

/** What follows from the reports' figures of a claim that says how a figure follows from others. */
export type ReckonedClaim =
  | { verdict: 'supported'; computed: string; quotes: Quote[] }
  /** Something else follows; what the claim speaks of is not sure enough to contradict it. */
  | { verdict: 'not_found'; quotes: [] }
  | { verdict: 'contradicted'; differences: { claimed: string; found: string; quote: Quote }[]; quotes: Quote[] };

/** Statements whose figures are looked at. */
const STATEMENTS = 40;
/** So much of a claim's words is said at least where its figures follow. */
const SAID = 0.75;
/**
 * What a claim has otherwise than what follows from cells contradicts it where nothing else fits as well, and so well:
 * of 40 true claims written for this none came as far.
 */
const FIT = 1.05;
const SAID_OTHERWISE = 0.78;

/** Whether the figures that a claim speaks of give what it says of them; undefined where they do not decide it. */
export function reckonedClaim(
  readClaim: (passage: Passage) => ReadText,
  passages: readonly Passage[],
  resources: CompareResources,
): ReckonedClaim | undefined {
  const [first] = passages;
  const claim = first && readClaim(first);
  if (!claim?.figures.some((figure) => askedReckonings(figure, claim).length > 0)) return undefined;
  const near = nearStatements(readClaim, passages, resources, STATEMENTS);
  const operands = near.flatMap(({ statement, passage }) =>
    operandsOf(statement, resources.readStatement(statement), passage, resources.names),
  );
  const found = reckonClaim(claim, operands, resources.alike).filter((one) => isToldSo(claim, one.operands));
  const proved = found.filter(({ isTrue, said }) => isTrue && said >= SAID);
  const [best] = proved.toSorted((a, b) => b.fit - a.fit);
  if (best) {
    const quotes = quotesOf(best);
    return quotes && { verdict: 'supported', computed: tellReckoning(best).join('; '), quotes };
  }
  const [only, ...others] = found;
  if (!only) return undefined;
  const quotes = quotesOf(only);
  const [quote] = quotes ?? [];
  const isSure = others.length === 0 && !only.isTrue && only.fit >= FIT && only.said >= SAID_OTHERWISE;
  if (!isSure) return undefined;
  return quotes && quote && areCells(only)
    ? { verdict: 'contradicted', differences: [{ claimed: only.figure.text, found: tellResult(only), quote }], quotes }
    : { verdict: 'not_found', quotes: [] };
}

/** What a cell is of stands above and before it; what a figure of a sentence is of may be read wrongly. */
function areCells({ operands }: ClaimReckoning): boolean {
  return operands.every(({ statement }) => statement.kind === 'row');
}

/** Nothing of it is only planned, doubted or denied where the claim tells it outright. */
function isToldSo(claim: ReadText, operands: readonly Operand[]): boolean {
  const claimed = new Set<string>(stancesOf(claim).map(({ kind }) => kind));
  const held = operands.flatMap(({ statement, figure }) =>
    statement.clauses
      .filter(({ span }) => statement.kind !== 'row' && figure.start >= span.start && figure.start < span.end)
      .flatMap(({ stances }) => stances),
  );
  return (
    held.every((stance) => claimed.has(stance)) && [...claimed].every((stance) => held.some((one) => one === stance))
  );
}

function quotesOf({ operands }: ClaimReckoning): Quote[] | undefined {
  const quotes = operands.map(quoteOf);
  const found = quotes.flatMap((quote) => quote ?? []);
  const isNew = (quote: Quote, at: number) => found.findIndex((other) => other.span.start === quote.span.start) === at;
  return found.length === operands.length ? found.filter(isNew) : undefined;
}
