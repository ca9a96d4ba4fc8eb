import type { ListResourcesResult, ReadResourceResult, ResourceTemplate } from '@modelcontextprotocol/sdk/types.js';
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import { RefusedError } from '../domain/errors.ts';
import { jsonText } from '../outlets/json-text.ts';
import type { AskedRoom } from '../programs/asked-room.ts';
import { findPage } from '../programs/find-page.ts';
import { outlineJson } from '../programs/report-json.ts';

/** Where a page is read: `N` is its position in the file, from 1, as in the addresses of the web pages. */
export const PAGE_TEMPLATE: ResourceTemplate = {
  name: 'page',
  title: 'A page of a report',
  uriTemplate: 'footnote://report/{id}/page/{number}',
  description:
    'The text of a page; `number` is its position in the file, from 1. The tool `page` takes printed numbers.',
  mimeType: 'text/plain',
};

const REPORT = /^footnote:\/\/report\/([^/]{1,255})(?:\/page\/([1-9]\d{0,5}))?$/u;
/** Reports that are listed at a time. */
const LISTED = 200;

/** The reports, each with its outline, some at a time. */
export async function listResources(
  library: AskedRoom['library'],
  cursor: string | undefined,
): Promise<ListResourcesResult> {
  const start = Number(cursor ?? 0);
  if (!Number.isSafeInteger(start) || start < 0)
    throw new McpError(ErrorCode.InvalidParams, 'This cursor is none that was given.');
  const reports = await library.reports();
  return {
    resources: reports.slice(start, start + LISTED).map(({ id, title, file, publishedOn }) => ({
      uri: `footnote://report/${id}`,
      name: file,
      title,
      description: ['sections with their pages', publishedOn].filter((said) => said !== undefined).join('; '),
      mimeType: 'application/json',
    })),
    ...(start + LISTED < reports.length ? { nextCursor: String(start + LISTED) } : {}),
  };
}

/**
 * A page's text, or the outline of a report.
 * @throws McpError when there is no such resource
 */
export async function readResource(library: AskedRoom['library'], uri: string): Promise<ReadResourceResult> {
  const [, report, number] = REPORT.exec(uri) ?? [];
  if (report === undefined) throw missing(`No resource is called ${uri}.`);
  if (number === undefined) {
    const stored = await library.report(report);
    if (!stored) throw missing(`No report has the id ${report}.`);
    return { contents: [{ uri, mimeType: 'application/json', text: jsonText(outlineJson(stored)) }] };
  }
  try {
    const { stored, page } = await findPage(library, { report, number: Number(number) });
    const { start, end } = page.span;
    return { contents: [{ uri, mimeType: 'text/plain', text: stored.text.slice(start, end) }] };
  } catch (error) {
    throw error instanceof RefusedError ? missing(error.message) : error;
  }
}

/** As the protocol numbers it. */
const RESOURCE_NOT_FOUND = -32_002;

function missing(message: string): McpError {
  return new McpError(RESOURCE_NOT_FOUND, message);
}
