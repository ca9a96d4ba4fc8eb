import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { UnreadableReportError } from '../../domain/errors.ts';
import type { Origin, OriginDocument } from '../../domain/origin.ts';
import { documentName } from './document-name.ts';
import { guardedFetch } from './guarded-fetch.ts';
import type { OriginHelp } from './origin-help.ts';
import { serviceProblem } from './origin-help.ts';

type ConfluenceOrigin = Origin & { loader: 'confluence' };

/** A page as the service gives it; more is not read. */
const Page = z.looseObject({
  id: z.string(),
  title: z.string(),
  body: z.object({ storage: z.object({ value: z.string() }) }),
  version: z.object({ number: z.number(), when: z.string() }).partial().optional(),
});
type Page = z.infer<typeof Page>;
const Answer = z.looseObject({ size: z.int().min(0), results: z.array(Page) });

/**
 * The pages of a space. LangChain's `ConfluencePagesLoader` walks through it; what it fetches goes through our own
 * `fetch`, and the pages are kept as they are written, for its plain text has no headings and no tables.
 * @throws UnreadableReportError when the space cannot be read
 */
export async function confluenceDocuments(origin: ConfluenceOrigin, help: OriginHelp): Promise<OriginDocument[]> {
  const { ConfluencePagesLoader } = await import('@langchain/community/document_loaders/web/confluence');
  const fetchPage = guardedFetch(help.allowPrivate);
  const { baseUrl, space, username, tokenFrom } = origin;
  const token = tokenFrom === undefined ? undefined : help.secret(tokenFrom);
  const pages: Page[] = [];
  let problem: unknown;

  class Keeping extends ConfluencePagesLoader {
    /** The loader logs what goes wrong and gives an empty list: an empty space and a wrong token would look alike. */
    protected override async fetchConfluenceData(url: string) {
      try {
        const answer = await asked(fetchPage, url, authorization(username, token));
        pages.push(...answer.results);
        return { ...answer, results: [] };
      } catch (error) {
        problem = error;
        return { size: 0, results: [] };
      }
    }
  }
  await new Keeping({ baseUrl: baseUrl.replace(/\/$/u, ''), spaceKey: encodeURIComponent(space) }).load();
  if (problem !== undefined) throw serviceProblem(`${new URL(baseUrl).host}, space ${space}`, problem);
  return pages.map((page) => documentOf(page, origin));
}

async function asked(fetchPage: typeof fetch, url: string, headers: Record<string, string>) {
  const response = await fetchPage(url, { headers: { Accept: 'application/json', ...headers } });
  if (!response.ok) throw new UnreadableReportError(`${new URL(url).host}: answers with status ${response.status}.`);
  return Answer.parse(await response.json());
}

/** A name and a token are Atlassian's cloud, a token alone is a server's. */
function authorization(username: string | undefined, token: string | undefined): Record<string, string> {
  if (token === undefined) return {};
  if (username === undefined) return { Authorization: `Bearer ${token}` };
  return { Authorization: `Basic ${Buffer.from(`${username}:${token}`).toString('base64')}` };
}

function documentOf(page: Page, { name, baseUrl, space }: ConfluenceOrigin): OriginDocument {
  const { id, title, version } = page;
  return {
    id,
    address: `${baseUrl.replace(/\/$/u, '')}/spaces/${encodeURIComponent(space)}/pages/${encodeURIComponent(id)}`,
    version: `${version?.number ?? ''} ${version?.when ?? ''} ${title}`,
    open: () =>
      Promise.resolve({ file: documentName(name, id, '.html'), bytes: new TextEncoder().encode(htmlOf(page)) }),
  };
}

/** A page in the format of the wiki as a web page: what macros are told is no text, code is. */
function htmlOf({ title, body, version }: Page): string {
  const text = body.storage.value
    .replaceAll(/<ac:parameter\b[^>]*>[^<]*<\/ac:parameter>/gu, '')
    .replaceAll(/<ri:[^>]*\/>/gu, '')
    .replaceAll(/<!\[CDATA\[(?<code>[^]*?)\]\]>/gu, (_all, code: string) => `<pre>${escaped(code)}</pre>`);
  const date = version?.when === undefined ? '' : `<meta name="date" content="${escaped(version.when)}">`;
  const head = `<meta charset="utf-8"><title>${escaped(title)}</title>${date}`;
  return `<!doctype html><html><head>${head}</head><body><h1>${escaped(title)}</h1>${text}</body></html>`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (sign) => ESCAPES[sign] ?? sign);
}
