import { z } from 'zod';
import type { Origin, OriginDocument } from '../../domain/origin.ts';
import { given } from '../../domain/given.ts';
import { documentName } from './document-name.ts';
import { guardedFetch } from './guarded-fetch.ts';
import type { OriginHelp } from './origin-help.ts';
import { loadLoader, serviceProblem } from './origin-help.ts';
import { oneLine } from '../../text/white-space.ts';

type NotionOrigin = Origin & { loader: 'notion' };

const PACKAGES = ['@notionhq/client@5.26.0', 'notion-to-md@3.1.9'];

const TITLE = '_title';

/** What the loader says of a page; more is not read. */
const PageFacts = z.looseObject({
  notionId: z.string(),
  url: z.string().optional(),
  last_edited_time: z.string().optional(),
  /** The loader gives each by its name, and the title once more by this one. */
  properties: z.record(z.string(), z.unknown()).default({}),
});

/**
 * A page and those below it, as LangChain's `NotionAPILoader` gives them: Markdown, which our reader reads.
 * @throws UnreadableReportError when the page cannot be read; ConfigurationError without Notion's packages
 */
export async function notionDocuments(origin: NotionOrigin, help: OriginHelp): Promise<OriginDocument[]> {
  const { NotionAPILoader } = await loadLoader(
    () => import('@langchain/community/document_loaders/web/notionapi'),
    PACKAGES,
  );
  const { page: id, baseUrl, tokenFrom, name } = origin;
  const auth = help.secret(tokenFrom);
  const guarded = guardedFetch(help.allowPrivate);
  try {
    const loader = new NotionAPILoader({
      id,
      clientOptions: { auth, baseUrl, retry: false, fetch: (url, init) => textOf(guarded(url, sendable(init))) },
      callerOptions: { maxConcurrency: 3, maxRetries: 1 },
    });
    const loaded = await loader.load();
    return loaded.map(({ pageContent, metadata }) => documentOf(name, pageContent, PageFacts.parse(metadata)));
  } catch (cause) {
    const [first] = cause instanceof AggregateError ? cause.errors : [cause];
    throw serviceProblem(`${new URL(baseUrl).host}, page ${id}`, first);
  }
}

type Sent = { body?: string | FormData; headers?: Record<string, string>; method?: string } | undefined;

function sendable({ body, headers, method }: NonNullable<Sent> = {}): RequestInit {
  return given({ body, headers, method });
}

/** What Notion's client reads of an answer. */
async function textOf(asked: Promise<Response>) {
  const response = await asked;
  const { ok, status, headers } = response;
  return { ok, status, headers, body: null, text: () => response.text() };
}

function documentOf(origin: string, text: string, facts: z.infer<typeof PageFacts>): OriginDocument {
  const { notionId, url, last_edited_time: edited, properties } = facts;
  const title = oneLine(z.string().catch('').parse(properties[TITLE])).trim();
  const matter = [
    ...(title === '' ? [] : [`title: ${title}`]),
    ...(edited === undefined ? [] : [`date: ${edited.slice(0, 10)}`]),
  ];
  const markdown = matter.length === 0 ? text : `---\n${matter.join('\n')}\n---\n${text}`;
  return {
    id: notionId,
    ...(url !== undefined && URL.canParse(url) ? { address: url } : {}),
    ...(edited === undefined ? {} : { version: edited }),
    open: () =>
      Promise.resolve({ file: documentName(origin, notionId, '.md'), bytes: new TextEncoder().encode(markdown) }),
  };
}
