import { given } from '../domain/given.ts';
import { words } from '../lexicon/lexicon.ts';
import { readNumeral } from '../text/numerals.ts';
import type { PlacedStatement } from './read-place.ts';
import { hanRuns, holdsHan } from '../text/holds-letters.ts';
import { listMarksAt } from '../text/numbering.ts';

/** Statements that a report lists side by side, with the one that leads up to them. */
export interface List {
  lead: PlacedStatement | undefined;
  items: PlacedStatement[];
}

const ORDERED = words('list mark');
const COLON = /[：:]$/u;
/** `Label: what is said of it`, where several stand under a line that ends with a colon. */
const LABELLED = /^[^：:，。,.;；]{2,40}[：:]/u;
/** A clause or two that end with a colon. */
const LEAD = /^[^：:。；;\t]{2,60}[：:]\s*/u;
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
  for (const { kind, mark } of listMarksAt(text)) {
    const number = numberIn(mark);
    // `（图）` and `北京、` are no numbers.
    if (number !== undefined || !holdsHan(mark)) return { kind, ...given({ number }) };
  }
  if (ORDERED.atStart(afterLead(text))) return { kind: 'words' };
  return LABELLED.test(text) ? { kind: 'labels' } : undefined;
}

/** `有三个问题：一是…`: what leads to a list may hold its first item. */
function afterLead(text: string): string {
  const lead = LEAD.exec(text)?.[0] ?? '';
  const rest = text.slice(lead.length);
  return ORDERED.atStart(rest) ? rest : text;
}

function numberIn(mark: string): number | undefined {
  const digits = /\d{1,2}/u.exec(mark)?.[0];
  const number = digits === undefined ? readNumeral(hanRuns(mark)[0]?.run ?? '') : Number(digits);
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
  const items = run.flatMap((at) => statements[at] ?? []);
  const before = statements[(run[0] ?? 0) - 1];
  const isLead = before && (COLON.test(before.statement.text) || before.statement.kind === 'heading');
  const [first] = items;
  const holdsLead = first && afterLead(first.statement.text) !== first.statement.text;
  if (holdsLead) return { lead: first, items };
  return { lead: isLead ? before : undefined, items };
}
