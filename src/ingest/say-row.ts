import type { Table, TableRow } from '../domain/table.ts';
import { tableUnit } from '../quantities/table-unit.ts';
import { holdsHan } from '../text/holds-letters.ts';

/** The end of a figure without a unit of its own; within brackets, so does the unit. */
const BARE = /(?<=\d)(?=[)）]?$)/u;

/** A head that says of what its figures are shares: `% of adults`, `占比（%）`. */
const SHARE = /^[%％]|[(（][%％][)）]/u;

/** Lines above a table that are said with its rows: at most so many, of so many characters. */
const NAMES = 2;
const NAME_LENGTH = 80;

/**
 * What a row says, as a person would say it: what it belongs to, its label, and under each head its value with the unit
 * of the table.
 */
export function sayRow({ above, stub, heads }: Table, { groups, label, cells }: TableRow): string {
  const unit = tableUnit([...above, stub]);
  const isChinese = holdsHan([label, ...heads.flat()].join(''));
  const values = cells.flatMap(({ text }, at) => {
    if (text === '') return [];
    const head = (heads[at] ?? []).join(' ');
    const own = SHARE.test(head) ? '%' : undefined;
    const value = own !== undefined || (isChinese && unit !== undefined) ? text.replace(BARE, own ?? unit ?? '') : text;
    return [head === '' ? value : `${head} ${value}`];
  });
  const of = isChinese ? '，' : ', ';
  const said = `${[...groups, label].join(of)}${isChinese ? '：' : ': '}${values.join(isChinese ? '；' : '; ')}`;
  // What names the table says whose figures they are, and of when.
  const names = above.filter((line) => line.length <= NAME_LENGTH && tableUnit([line]) === undefined).slice(-NAMES);
  const notes = [...(isChinese || unit === undefined ? [] : [unit]), ...names];
  return notes.length === 0 ? said : `${said} (${notes.join(of)})`;
}

/** Words of a table that are not those of its rows. */
export function tableWords({ above, stub, heads, rows }: Table): string[] {
  return [...new Set([...above, stub, ...heads.flat(), ...rows.flatMap(({ groups }) => groups)])].filter(
    (words) => words !== '',
  );
}
