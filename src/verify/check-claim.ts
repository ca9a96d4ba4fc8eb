import type { CitedAnswer, Claim, Passage, Quote, Reckoned, Withheld } from '../domain/answer.ts';
import { given } from '../domain/given.ts';
import { findQuote } from './find-quote.ts';
import type { Prove } from '../compare/prove.ts';
import { groundsOf } from './grounds-of.ts';
import { holdsCells } from './holds-cells.ts';
import { followsFromOrder } from './ranked-figures.ts';
import { followsFromCells, tellReckoned } from './reckoned-cells.ts';

/** A sentence with what it says it copied from which passage. */
export type DraftClaim = CitedAnswer['claims'][number];

/** What became of the sentences of a draft. */
export interface CheckedClaims {
  claims: Claim[];
  withheld: Withheld[];
}

/** What became of one sentence; `isSettled`: nobody's judgement proves it. */
export type ClaimCheck =
  | { kind: 'proved'; claim: Claim }
  | { kind: 'withheld'; withheld: Withheld; isSettled: boolean };

/**
 * Checks each sentence against the passages it cites: its quotes must be there word for word, and prove what it says.
 */
export function checkClaims(drafts: readonly DraftClaim[], passages: readonly Passage[], prove: Prove): CheckedClaims {
  const checks = drafts.map((draft) => checkClaim(draft, passages, prove));
  return {
    claims: checks.flatMap((check) => (check.kind === 'proved' ? [check.claim] : [])),
    withheld: checks.flatMap((check) => (check.kind === 'withheld' ? [check.withheld] : [])),
  };
}

/** Checks one sentence: its quotes must be there word for word, and prove its facts. */
export function checkClaim(draft: DraftClaim, passages: readonly Passage[], prove: Prove): ClaimCheck {
  const withhold = (reason: string, isSettled = true): ClaimCheck => ({
    kind: 'withheld',
    withheld: { text: draft.text, reason },
    isSettled,
  });
  if (draft.citations.length === 0) return withhold('no citation');
  const quotes: Quote[] = [];
  for (const citation of draft.citations) {
    const passage = passages.find(({ ref }) => ref === citation.passage);
    if (!passage) return withhold(`passage ${citation.passage} was not retrieved`);
    const quote = findQuote(passage, citation.quote);
    if (!quote) return withhold(`the quote is not in passage ${citation.passage}`);
    quotes.push(quote);
  }
  const known = draft.as === 'quoted' ? provedAsQuoted(draft, quotes) : provedBy(draft, quotes, { passages, prove });
  if ('degree' in known) return { kind: 'proved', claim: { text: draft.text, quotes, ...known } };
  return withhold(`no quote holds ${known.unproved.join(', ')}`, known.isSettled);
}

type Known = Pick<Claim, 'degree' | 'computed'>;

function provedBy(
  { text, reckoned, computed: isComputed, as }: DraftClaim,
  quotes: readonly Quote[],
  { passages, prove }: { passages: readonly Passage[]; prove: Prove },
): Known | { unproved: string[]; isSettled: boolean } {
  const grounds = groundsOf(quotes, passages);
  const rows = (grounds.statements ?? []).flatMap(({ statement: { kind, text: row } }) =>
    kind === 'row' ? [row] : [],
  );
  if (reckoned && follows(text, reckoned, { rows, quotes: quotes.map((quote) => quote.text) }))
    return { degree: 'computed', computed: tellReckoned(reckoned) };
  if (!reckoned && rows.some((row) => holdsCells(row, text))) return { degree: 'verbatim' };
  const { degree, unproved, isSettled = false, computed } = prove(text, grounds);
  if (degree !== 'none') return { degree: isComputed ? 'computed' : degree, ...given({ computed }) };
  // What a model judged stands where no code knows better.
  return as === 'judged' && !isSettled ? { degree: 'judged' } : { unproved, isSettled };
}

function follows(
  text: string,
  reckoned: Reckoned,
  held: { rows: readonly string[]; quotes: readonly string[] },
): boolean {
  return reckoned.operation === 'rank'
    ? followsFromOrder(text, reckoned, held)
    : followsFromCells(text, reckoned, held.rows);
}

/** The quotes themselves, and nothing else. */
function provedAsQuoted({ text }: DraftClaim, quotes: readonly Quote[]): ReturnType<typeof provedBy> {
  return quotedText(quotes) === text ? { degree: 'quoted' } : { unproved: [text], isSettled: true };
}

/** Quotes that stand for a sentence, one after another. */
export function quotedText(quotes: readonly Pick<Quote, 'text'>[]): string {
  return quotes.map(({ text }) => text).join(' … ');
}
