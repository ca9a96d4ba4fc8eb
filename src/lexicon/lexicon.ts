import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../domain/errors.ts';
import type { FormMatcher, FoundForm } from './match-forms.ts';
import { matchForms } from './match-forms.ts';
import type { LexiconRow } from './read-lexicon.ts';
import { readLexicon } from './read-lexicon.ts';

/** Folder of the files that come with the program. */
export const LEXICON_FOLDER = join(import.meta.dirname, '../../lexicon');

let rows: readonly LexiconRow[] | undefined;
/** Rows of the classes that were asked for. */
let byClass = new Map<string, LexiconRow[]>();
let groups = new Map<string, string[][]>();
/** Counts what was loaded, so that matchers follow. */
let edition = 0;
let id: string | undefined;

/**
 * Loads the files that come with the program, and those of another folder besides: its rows are added to ours.
 * Whoever starts a process or a thread calls this once; without it ours are read at the first look-up.
 * @returns how many rows each folder gave
 * @throws ConfigurationError that names each line that is wrong
 */
export function loadLexicon(directory?: string): { ours: number; added: number } {
  const ours = rowsOf(LEXICON_FOLDER);
  const added = directory === undefined ? [] : rowsOf(directory);
  rows = [...ours, ...added];
  byClass = new Map();
  groups = new Map();
  id = undefined;
  edition++;
  return { ours: ours.length, added: added.length };
}

function rowsOf(directory: string): LexiconRow[] {
  return filesOf(directory).flatMap((file) => {
    const path = join(directory, file);
    return readLexicon(readFileSync(path, 'utf8'), path);
  });
}

function filesOf(directory: string): string[] {
  try {
    return readdirSync(directory).filter((file) => file.endsWith('.tsv'));
  } catch (cause) {
    throw new ConfigurationError(`The lexicon cannot be read: ${directory} is no folder that can be opened`, { cause });
  }
}

/** Changes whenever a row does, ours or others'. */
export function lexiconId(): string {
  if (!rows) loadLexicon();
  id ??= createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 8);
  return id;
}

/** The rows of a class and of those below it. */
export function rowsOfClass(kind: string): readonly LexiconRow[] {
  if (!rows) loadLexicon();
  const known = byClass.get(kind);
  if (known) return known;
  const found = (rows ?? []).filter((row) => row.class === kind || row.class.startsWith(`${kind}/`));
  byClass.set(kind, found);
  return found;
}

/** The forms of a class, together for each class below it: each time the same lists, so that they can be compared. */
export function formsByClass(kind: string): readonly (readonly string[])[] {
  const rowsThere = rowsOfClass(kind);
  const known = groups.get(kind);
  if (known) return known;
  const found = [...Map.groupBy(rowsThere, (row) => row.class).values()].map((members) =>
    members.map(({ form }) => form),
  );
  groups.set(kind, found);
  return found;
}

/** The words of a class of the lexicon, and of the classes below it. */
export interface Words {
  /** Where they stand in a text, in order. */
  find(text: string): FoundForm[];
  /** The first of them. */
  first(text: string): FoundForm | undefined;
  /** True when a text holds one. */
  isIn(text: string): boolean;
  /** The longest that a text begins with. */
  atStart(text: string): FoundForm | undefined;
  /** True when a text is one, and nothing else. */
  is(text: string): boolean;
  /** True when a text ends with one. */
  isAtEnd(text: string): boolean;
  /** A text with each of them replaced by as many blanks, so that offsets stay. */
  blank(text: string): string;
}

/** The words of a class: nothing is read before they are looked for. */
export function words(kind: string): Words {
  let matcher: FormMatcher | undefined;
  let read = -1;
  const current = (): FormMatcher => {
    if (!rows) loadLexicon();
    if (!matcher || read !== edition) {
      const members = rowsOfClass(kind);
      if (members.length === 0) throw new RangeError(`The lexicon has no class ${kind}`);
      matcher = matchForms(members);
      read = edition;
    }
    return matcher;
  };
  const find = (text: string) => current().find(text);
  return {
    find,
    first: (text) => current().first(text),
    isIn: (text) => current().first(text) !== undefined,
    atStart: (text) => current().atStart(text),
    is: (text) => current().atStart(text)?.end === text.length,
    isAtEnd: (text) => current().isAtEnd(text),
    blank: (text) =>
      find(text).reduceRight(
        (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
        text,
      ),
  };
}
