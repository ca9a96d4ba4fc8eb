import type { LittleReport, LittleTable } from './little-report.ts';
import { placed, widthOf, xml } from './little-report.ts';
import { aZip } from './zip.ts';

/** A table of a web page. */
export function anHtmlTable({ heads, rows }: Pick<LittleTable, 'heads' | 'rows'>, isHeadMarked = true): string {
  const cellOf =
    (name: string) =>
    ({ text, rows: height = 1, columns = 1 }: (typeof rows)[number][number]) =>
      `<${name}${height > 1 ? ` rowspan="${height}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}>` +
      `${xml(text)}</${name}>`;
  const head = heads.map((row) => `<tr>${row.map(cellOf(isHeadMarked ? 'th' : 'td')).join('')}</tr>`).join('');
  const body = rows.map((row) => `<tr>${row.map(cellOf('td')).join('')}</tr>`).join('');
  return `<table>${isHeadMarked ? `<thead>${head}</thead>` : head}<tbody>${body}</tbody></table>`;
}

function bodyOf({ title, date, sections }: LittleReport, isHeadMarked = true): string {
  return [
    `<h1>${xml(title)}</h1><p>${xml(date)}</p>`,
    ...sections.flatMap(({ heading, paragraphs, table }) => [
      `<h2>${xml(heading)}</h2>`,
      ...paragraphs.map((text) => `<p>${xml(text)}</p>`),
      ...(table ? [...table.above.map((text) => `<p>${xml(text)}</p>`), anHtmlTable(table, isHeadMarked)] : []),
    ]),
  ].join('\n');
}

/** A report as a web page, with a menu, a head and a foot around it. */
export function anHtml(report: LittleReport, isHeadMarked = true): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>${xml(report.title)} | The House</title></head><body>
<header><a href="/">The House</a></header>
<nav><ul><li><a href="/a">About us</a></li><li><a href="/b">Careers</a></li></ul></nav>
<main>${bodyOf(report, isHeadMarked)}</main>
<footer>© The House. All rights reserved.</footer></body></html>`;
}

/** A report in Markdown; cells that take up several columns stand in the first of them. */
export function aMarkdown({ title, date, sections }: LittleReport): string {
  return [
    `# ${title}`,
    date,
    ...sections.flatMap(({ heading, paragraphs, table }) => [
      `## ${heading}`,
      ...paragraphs,
      ...(table ? [...table.above, aMarkdownTable(table)] : []),
    ]),
  ].join('\n\n');
}

function aMarkdownTable({ heads, rows }: LittleTable): string {
  const all = [...heads, ...rows];
  const width = widthOf(all);
  const line = (row: number) => {
    const cells = Array.from({ length: width }, () => '');
    for (const cell of placed(all).filter((each) => each.row === row))
      cells[cell.column] = cell.text.replaceAll('|', '\\|');
    return `| ${cells.join(' | ')} |`;
  };
  return [line(0), `|${' --- |'.repeat(width)}`, ...all.slice(1).map((_, at) => line(at + 1))].join('\n');
}

/** A report as an e-book: a document a section. */
export function anEpub(report: LittleReport): Uint8Array {
  const [first, ...rest] = report.sections.map((section) => ({ ...report, sections: [section] }));
  const documents = [bodyOf(first ?? report), ...rest.map((each) => bodyOf(each).replace(/^.*<\/p>\n/u, ''))];
  const names = documents.map((_, at) => `part${at}.xhtml`);
  const items = names
    .map((name, at) => `<item id="i${at}" href="${name}" media-type="application/xhtml+xml"/>`)
    .join('');
  return aZip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    'OEBPS/book.opf':
      `<package xmlns:dc="dc"><metadata><dc:title>${xml(report.title)}</dc:title></metadata><manifest>${items}` +
      '<item id="nav" href="nav.xhtml" properties="nav"/></manifest><spine><itemref idref="nav"/>' +
      `${names.map((_, at) => `<itemref idref="i${at}"/>`).join('')}</spine></package>`,
    'OEBPS/nav.xhtml': '<html><body><nav><ol><li><a href="part0.xhtml">Start</a></li></ol></nav></body></html>',
    ...Object.fromEntries(
      documents.map((body, at) => [
        `OEBPS/part${at}.xhtml`,
        `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>`,
      ]),
    ),
  });
}

/** A table as comma-separated values; cells that take up several columns stand in the first of them. */
export function aCsv({ above, heads, rows }: LittleTable, mark = ','): string {
  const all = [...heads, ...rows];
  const width = widthOf(all);
  const quoted = (text: string) => (/[",;\n\t]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = all.map((_, row) => {
    const cells = Array.from({ length: width }, () => '');
    for (const cell of placed(all).filter((each) => each.row === row)) cells[cell.column] = quoted(cell.text);
    return cells.join(mark);
  });
  return [...above.map(quoted), ...lines].join('\n');
}
