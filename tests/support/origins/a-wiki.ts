import type { RequestListener } from 'node:http';

/** A page of a wiki, in its own format. */
export interface WikiPage {
  id: string;
  title: string;
  value: string;
  version: { number: number; when: string };
}

/** A service that speaks as much of Confluence as is needed to walk through a space, one page an answer. */
export function aWiki(space: string, pages: readonly WikiPage[]): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://service');
    const isAllowed = request.headers.authorization === 'Bearer wiki-token-of-a-test';
    if (!isAllowed) return void response.writeHead(401, { 'Content-Type': 'application/json' }).end('{}');
    if (url.pathname !== '/wiki/rest/api/content' || url.searchParams.get('spaceKey') !== space)
      return void response.writeHead(404).end('{}');
    const start = Number(url.searchParams.get('start') ?? 0);
    const results = pages.slice(start, start + 1).map(({ value, ...rest }) => ({
      ...rest,
      type: 'page',
      status: 'current',
      body: { storage: { value } },
    }));
    return void response
      .writeHead(200, { 'Content-Type': 'application/json' })
      .end(JSON.stringify({ size: results.length, results }));
  };
}
