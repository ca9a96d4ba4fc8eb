import type { Table, TableRow } from '../domain/table.ts';
import { tableUnit } from '../quantities/table-unit.ts';

/** A figure without a unit of its own. */
const BARE = /\d[)）]?$/u;

/**
 * What a row says, as a person would say it: what it belongs to, its label, and under each head its value with the unit
 * of the table.
 */
export function sayRow({ above, stub, heads }: Table, { groups, label, cells }: TableRow): string {
  const unit = tableUnit([...above, stub]);
  const isChinese = /\p{Script=Han}/u.test([label, ...heads.flat()].join(''));
  const values = cells.flatMap(({ text }, at) => {
    if (text === '') return [];
    const head = (heads[at] ?? []).join(' ');
    const value = isChinese && unit !== undefined && BARE.test(text) ? text + unit : text;
    return [head === '' ? value : `${head} ${value}`];
  });
  const of = isChinese ? '，' : ', ';
  const said = `${[...groups, label].join(of)}${isChinese ? '：' : ': '}${values.join(isChinese ? '；' : '; ')}`;
  return !isChinese && unit !== undefined ? `${said} (${unit})` : said;
}

/** Words of a table that are not those of its rows. */
export function tableWords({ above, stub, heads, rows }: Table): string[] {
  return [...new Set([...above, stub, ...heads.flat(), ...rows.flatMap(({ groups }) => groups)])].filter(
    (words) => words !== '',
  );
}
