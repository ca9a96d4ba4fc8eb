import type { Passage } from '../domain/answer.ts';
import { compareStatements } from '../compare/compare-statements.ts';
import type { FactKind } from '../compare/fault.ts';
import { evidenceOf } from '../compare/read-grounds.ts';
import type { ReadText } from '../compare/read-text.ts';
import { findDates } from '../quantities/dates.ts';
import type { Compared } from './find-evidence.ts';
import type { CheckParts } from './check-claim.ts';
import { bestOf } from './check-claim.ts';
import { quoteOf } from './quote-of.ts';
import type { Decision } from './decide.ts';
import { checkFeatures, decide } from './decide.ts';
import { findEvidence } from './find-evidence.ts';
import { readClaimFor } from './read-claim.ts';

/** Whether a sentence is so, with the quote that tells it. */
export interface DecidedClaim {
  verdict: 'yes' | 'no';
  passage: Passage;
  quote: string;
}

type Decided = Compared & Decision;

/** What is surely not so: another figure, the other direction, a denial. Another name or time decides nothing. */
const TELLING: readonly FactKind[] = ['figure', 'direction', 'negation'];
/** Of what is not so this share of the words is said, those aside that are said otherwise. */
const LEAST_OF_NO = 0.8;
/** One that says the opposite and fits so much less leaves it undecided; a share of the claim's words. */
const OPPOSITE = 0.3;

/**
 * Whether a sentence is so, where a statement of the reports tells it for sure and none tells the opposite: figure
 * against figure, direction against direction, or a denial. Undefined in any doubt.
 * @param reports ids or file names of the reports that tell it; absent: all
 */
export async function decideClaim(
  text: string,
  parts: CheckParts,
  reports?: string[],
): Promise<DecidedClaim | undefined> {
  const readClaim = readClaimFor(text, parts.comparing.resources);
  const { passages } = await parts.retrieve({ text, earlier: [], ...(reports ? { reports } : {}) });
  const found = findEvidence(readClaim, passages, parts.comparing.resources).map((compared): Decided => ({
    ...compared,
    ...decide(compared.comparison, parts.comparing.checks),
  }));
  const tell = (one: Decided) => verdictOf(one, readClaim, parts.comparing);
  const best = bestOf(found);
  const verdict = best && tell(best);
  const quote = best && quoteOf(best)?.text;
  if (!verdict || quote === undefined) return undefined;
  const near = found.filter((other) => other !== best && other.fit >= best.fit - OPPOSITE);
  const isOpposed = near.some((other) => (tell(other) ?? verdict) !== verdict);
  return isOpposed ? undefined : { verdict, passage: best.passage, quote };
}

/** What a statement tells by itself and the headings above it: the sentence before may speak of another thing. */
function verdictOf(
  { passage, statement, verdict }: Decided,
  readClaim: (passage: Passage) => ReadText,
  { resources, checks }: CheckParts['comparing'],
): DecidedClaim['verdict'] | undefined {
  // By which of its cells a row says it is not told.
  const isOfCells = quoteOf({ passage, statement })?.text.includes('\t') === true;
  if (verdict === 'not_found' || isOfCells) return undefined;
  const title = [passage.report.title, passage.report.company ?? '', ...passage.chunk.path].join('\n');
  const evidence = evidenceOf(statement, passage, undefined, resources);
  const alone = { ...evidence, context: { text: title, title, dates: findDates(title) } };
  const claim = readClaim(passage);
  const comparison = compareStatements(claim, alone, resources);
  const told = decide(comparison, checks);
  // What only follows from figures by some sum or share may follow by chance.
  const isHeld = comparison.figures.every(({ outcome }) => outcome === 'held');
  if (told.verdict === 'supported')
    return verdict === 'supported' && isHeld && movesAlike(claim, evidence.quotes) ? 'yes' : undefined;
  if (told.verdict !== 'contradicted' || !told.faults.every(({ fact }) => TELLING.includes(fact))) return undefined;
  // A sentence of several that rise and fall does not tell by itself which of them this one is.
  const isOfChange =
    claim.moves.some(({ axis }) => axis === 'change') && told.faults.some(({ fact }) => fact === 'direction');
  const tellsBoth = isOfChange && movesAlike(claim, evidence.quotes);
  return verdict === 'contradicted' && !tellsBoth && checkFeatures(comparison).beside >= LEAST_OF_NO ? 'no' : undefined;
}

/** That something rose is told by a word that says so, never by the rest of a sentence. */
function movesAlike({ moves }: ReadText, quotes: readonly ReadText[]): boolean {
  const told = quotes.flatMap((quote) => quote.moves);
  return moves
    .filter(({ axis }) => axis === 'change')
    .every(({ sign }) => told.some((other) => other.axis === 'change' && other.sign === sign));
}
