import { compareQuantities } from '../quantities/compare-quantities.ts';
import type { FoundName } from '../lexicon/names.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import { coreOf } from './affinity.ts';
import type { ReadClaim } from './read-claim.ts';
import type { Clause, Evidence } from './read-evidence.ts';

/** So much of a word must stand in a clause. */
const HELD = 0.5;
/** Words of a smaller share of the heaviest one's weight hold sentences together. */
const TELLING = 0.17;

/** Characters of a date at the head of a clause, with its comma. */
const DATE_LENGTH = 12;

/** What a clause says of the claim's facts. */
interface ReadClause {
  presence: number[];
  quantities: Quantity[];
  /** Companies and places. */
  names: string[];
}

/**
 * True when a claim is put together of clauses that speak of different things: a word of it stands only beside another
 * date, amount or company than the clause that says most of the claim.
 * `甲于1日进入问询阶段，乙于3日进入受理阶段` is no evidence for
 * `甲于1日进入受理阶段`.
 */
export function isPatched(claim: ReadClaim, { clauses }: Evidence): boolean {
  const read = withTheirDates(clauses).map((clause) => readClause(clause, claim));
  const core = coreOf(read, claim);
  return (
    core !== undefined &&
    isWordElsewhere(
      claim,
      core,
      read.filter((one) => one !== core),
    )
  );
}

/** `2013年，甲提出…`: a date at the head goes with the clause that follows it. */
function withTheirDates(clauses: readonly Clause[]): Clause[] {
  const joined: Clause[] = [];
  for (const clause of clauses) {
    const before = joined.at(-1);
    if (before && before.text.length <= DATE_LENGTH && /\d/u.test(before.text)) {
      joined[joined.length - 1] = {
        span: { start: before.span.start, end: clause.span.end },
        text: before.text + clause.text,
        presence: clause.presence.map((share, at) => Math.max(share, before.presence[at] ?? 0)),
      };
    } else joined.push(clause);
  }
  return joined;
}

function readClause({ text, presence }: Clause, { names }: ReadClaim): ReadClause {
  return {
    presence,
    quantities: findQuantities(text),
    names: names
      .find(text)
      .filter(({ kind }) => kind !== 'term')
      .map(nameOf),
  };
}

/** One form for all that a name goes by. */
function nameOf({ forms, text }: FoundName): string {
  return forms[0] ?? text;
}

/** A telling word of the claim stands only in clauses that rival the core. */
function isWordElsewhere(claim: ReadClaim, core: ReadClause, others: ReadClause[]): boolean {
  const least = TELLING * Math.max(...claim.words.map(({ weight }) => weight));
  return claim.words.some(({ concept, weight }) => {
    if (weight < least || holds(core, concept)) return false;
    const holders = others.filter((other) => holds(other, concept));
    return holders.length > 0 && holders.every((other) => isRival(claim, core, other));
  });
}

/** The other clause has another date, amount or company in the place of one of the claim's that the core has. */
function isRival(claim: ReadClaim, core: ReadClause, other: ReadClause): boolean {
  const isOtherQuantity =
    [...claim.figures, ...claim.dates].some((wanted) => isInsteadOf(wanted, core, other, claim)) ||
    claim.dates.some((wanted) => isInsteadOf(wanted, other, core, claim));
  const wantedNames = claim.names
    .find(claim.text)
    .filter(({ kind }) => kind === 'company')
    .map(nameOf);
  const isOtherName =
    wantedNames.some((name) => core.names.includes(name) && !other.names.includes(name)) &&
    other.names.some((name) => !wantedNames.includes(name));
  return isOtherQuantity || isOtherName;
}

/** One clause has a quantity of the claim, the other one in its place that the claim does not name. */
function isInsteadOf(wanted: Quantity, one: ReadClause, other: ReadClause, { figures, dates }: ReadClaim): boolean {
  const strange = other.quantities.filter((found) => ![...figures, ...dates].some((claimed) => isMet(claimed, found)));
  return (
    has(one, wanted) && !has(other, wanted) && strange.some((found) => compareQuantities(wanted, found) === 'different')
  );
}

function holds({ presence }: ReadClause, concept: number): boolean {
  return (presence[concept] ?? 0) >= HELD;
}

function has({ quantities }: ReadClause, wanted: Quantity): boolean {
  return quantities.some((found) => isMet(wanted, found));
}

function isMet(wanted: Quantity, found: Quantity): boolean {
  return ['same', 'compatible'].includes(compareQuantities(wanted, found));
}
