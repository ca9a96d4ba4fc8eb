import { given } from '../domain/given.ts';
import { words } from '../lexicon/lexicon.ts';
import { readNumeral } from '../text/numerals.ts';
import type { PlacedStatement } from './read-place.ts';

/** Statements that a report lists side by side, with the one that leads up to them. */
export interface List {
  lead: PlacedStatement | undefined;
  items: PlacedStatement[];
}

/** Marks by which lists are numbered or dotted: items of one list have marks of one kind. */
const MARKS = [
  /^[(（]\p{Script=Han}{1,3}[)）]/u,
  /^\p{Script=Han}{1,3}[、.．]/u,
  /^[(（]\d{1,2}[)）]/u,
  /^\d{1,2}[、.．)）](?!\d)/u,
  /^[①-⑳]/u,
  /^[(（][a-z][)）]/u,
  /^[–—-]{1,2}/u,
  /^[•●◼■◆▪*·➢✓]/u,
];
const ORDERED = words('list mark');
const CHINESE = /\p{Script=Han}/u;
const COLON = /[：:]$/u;
/** `Label: what is said of it`, where several stand under a line that ends with a colon. */
const LABELLED = /^[^：:，。,.;；]{2,40}[：:]/u;
/** Between two items of one list stand so many other statements at most. */
const BETWEEN = 4;
const LEAST = 2;

/** The lists among statements in reading order. */
export function listsIn(statements: readonly PlacedStatement[]): List[] {
  const marked = statements.map(({ statement }) => markOf(statement.text));
  const kinds = [...new Set(marked.map((mark) => mark?.kind).filter((kind) => kind !== undefined))];
  return kinds.flatMap((kind) => runsOf(kind, marked).map((run) => listOf(run, statements)));
}

interface Mark {
  kind: string;
  /** What the item is numbered with. */
  number?: number;
}

function markOf(text: string): Mark | undefined {
  for (const [kind, mark] of MARKS.entries()) {
    const found = mark.exec(text)?.[0];
    if (found === undefined) continue;
    const number = numberIn(found);
    // `（图）` and `北京、` are no numbers.
    if (number !== undefined || !CHINESE.test(found)) return { kind: String(kind), ...given({ number }) };
  }
  if (ORDERED.atStart(text)) return { kind: 'words' };
  return LABELLED.test(text) ? { kind: 'labels' } : undefined;
}

function numberIn(mark: string): number | undefined {
  const digits = /\d{1,2}/u.exec(mark)?.[0];
  const number = digits === undefined ? readNumeral(/\p{Script=Han}{1,3}/u.exec(mark)?.[0] ?? '') : Number(digits);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

/** Positions of items that stand near each other; numbered ones may have pages between them. */
function runsOf(kind: string, marked: readonly (Mark | undefined)[]): number[][] {
  const runs: number[][] = [];
  for (const [at, mark] of marked.entries()) {
    if (mark?.kind !== kind) continue;
    const last = runs.at(-1);
    const before = marked[last?.at(-1) ?? -1];
    const goesOn =
      mark.number !== undefined && before?.number !== undefined
        ? mark.number === before.number + 1
        : at - (last?.at(-1) ?? 0) <= BETWEEN + 1;
    if (last && goesOn) last.push(at);
    else runs.push([at]);
  }
  return runs.filter(({ length }) => length >= LEAST);
}

function listOf(run: readonly number[], statements: readonly PlacedStatement[]): List {
  const before = statements[(run[0] ?? 0) - 1];
  const lead =
    before && (COLON.test(before.statement.text) || before.statement.kind === 'heading') ? before : undefined;
  return { lead, items: run.flatMap((at) => statements[at] ?? []) };
}
