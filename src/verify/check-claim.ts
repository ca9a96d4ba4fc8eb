import type { CitedAnswer, Claim, Passage, Quote, Withheld } from '../domain/answer.ts';
import { findQuote } from './find-quote.ts';
import type { Prove } from '../compare/prove.ts';
import { groundsOf } from './grounds-of.ts';

/** A sentence with what it says it copied from which passage. */
export type DraftClaim = CitedAnswer['claims'][number];

/** Behind the label of a row, and between its cells, as rows are said with their heads. */
const PARTS = /：|: |；|; /u;
/** What a table is counted in, behind a row. */
const UNIT = / \((?<unit>[^()]+)\)$/u;

/**
 * True when a claim is the label of a row that is quoted whole, with some of its cells and their heads, each as the
 * report has it, and what its table is counted in.
 */
function holdsCells(row: string, claim: string): boolean {
  const unit = UNIT.exec(claim)?.groups?.['unit'];
  if (unit !== undefined && row.lastIndexOf(` (${unit}`) > 0 && holdsCells(row, claim.replace(UNIT, ''))) return true;
  const [label = '', ...cells] = claim.split(PARTS);
  const at = label === '' ? -1 : row.indexOf(label);
  const [own, ...others] = at < 0 ? [] : row.slice(at).split(PARTS);
  return (
    own === label &&
    cells.length > 0 &&
    cells.every((cell) => others.some((other) => other === cell || other.startsWith(`${cell} (`)))
  );
}

/** What became of the sentences of a draft. */
export interface CheckedClaims {
  claims: Claim[];
  withheld: Withheld[];
}

/** What became of one sentence. */
export type ClaimCheck = { kind: 'proved'; claim: Claim } | { kind: 'withheld'; withheld: Withheld };

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
export function checkClaim(claim: DraftClaim, passages: readonly Passage[], prove: Prove): ClaimCheck {
  const withhold = (reason: string): ClaimCheck => ({ kind: 'withheld', withheld: { text: claim.text, reason } });
  if (claim.citations.length === 0) return withhold('no citation');
  const quotes: Quote[] = [];
  for (const citation of claim.citations) {
    const passage = passages.find(({ ref }) => ref === citation.passage);
    if (!passage) return withhold(`passage ${citation.passage} was not retrieved`);
    const quote = findQuote(passage, citation.quote);
    if (!quote) return withhold(`the quote is not in passage ${citation.passage}`);
    quotes.push(quote);
  }
  const grounds = groundsOf(quotes, passages);
  const isOfRow = (grounds.statements ?? []).some(
    ({ statement }) => statement.kind === 'row' && holdsCells(statement.text, claim.text),
  );
  const unproved = isOfRow ? [] : prove(claim.text, grounds);
  if (unproved.length > 0) return withhold(`no quote holds ${unproved.join(', ')}`);
  return { kind: 'proved', claim: { text: claim.text, quotes } };
}
