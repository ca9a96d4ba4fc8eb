import type { RequestListener } from 'node:http';

/** A page of a notebook: its blocks, and pages below it by their ids. */
export interface NotebookPage {
  title: string;
  edited: string;
  blocks: readonly Record<string, unknown>[];
}

/** A service that speaks as much of Notion as is needed to read pages, with blocks within blocks. */
export function aNotebook(pages: Readonly<Record<string, NotebookPage>>): RequestListener {
  return (request, response) => {
    const send = (status: number, body: unknown) =>
      void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    if (request.headers.authorization !== 'Bearer notion-token-of-a-test')
      return send(401, { object: 'error', status: 401, code: 'unauthorized', message: 'API token is invalid.' });
    const [, kind, id = '', children] =
      /^\/v1\/(pages|blocks|databases)\/([\w-]+)(\/children)?/u.exec(request.url ?? '') ?? [];
    const page = pages[id];
    if (kind === 'pages' && page) return send(200, pageObject(id, page));
    if (kind === 'blocks' && children !== undefined && page) return send(200, listOf(page.blocks.map(full)));
    if (kind === 'blocks' && children !== undefined && id.startsWith('rows-of-'))
      return send(200, listOf(rowsOf(pages, id)));
    return send(404, { object: 'error', status: 404, code: 'object_not_found', message: `Could not find ${id}.` });
  };
}

function listOf(results: unknown[]): unknown {
  return { object: 'list', results, has_more: false, next_cursor: null };
}

function pageObject(id: string, { title, edited }: NotebookPage): unknown {
  return {
    object: 'page',
    id,
    url: `https://www.notion.so/${id}`,
    created_time: edited,
    last_edited_time: edited,
    parent: { type: 'workspace', workspace: true },
    properties: { title: { id: 'title', type: 'title', title: textOf(title) } },
  };
}

/** A text as Notion has it. */
export function textOf(content: string): unknown[] {
  const annotations = {
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
    code: false,
    color: 'default',
  };
  return [{ type: 'text', text: { content, link: null }, annotations, plain_text: content, href: null }];
}

/** A block of text: `paragraph`, `heading_2`. */
export function textBlock(type: string, content: string): Record<string, unknown> {
  return { type, [type]: { rich_text: textOf(content), color: 'default', is_toggleable: false } };
}

/** A table; its rows are blocks below it. */
export function tableBlock(rows: readonly string[][]): Record<string, unknown> {
  const head = { table_width: rows[0]?.length ?? 0, has_column_header: true, has_row_header: false };
  return { id: 'rows-of-table', type: 'table', has_children: true, table: head, rows };
}

function full(block: Record<string, unknown>, at: number): Record<string, unknown> {
  const { rows: _rows, ...own } = block;
  return { object: 'block', id: `block-${at}`, has_children: false, parent: {}, created_time: '', ...own };
}

function rowsOf(pages: Readonly<Record<string, NotebookPage>>, id: string): unknown[] {
  const table = Object.values(pages).flatMap(({ blocks }) => blocks.filter((block) => block['id'] === id))[0];
  const rows: unknown = table?.['rows'];
  if (!Array.isArray(rows)) return [];
  return rows.map((cells: string[], at) =>
    full({ type: 'table_row', table_row: { cells: cells.map((cell) => textOf(cell)) } }, at),
  );
}
