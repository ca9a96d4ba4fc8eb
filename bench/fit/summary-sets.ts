import { z } from 'zod';
import type { RetrievalParts } from '../../src/retrieve/retrieve-passages.ts';
import { stemOf } from '../../src/retrieve/meant-reports.ts';
import type { OutlineNode } from '../../src/summarise/outline-nodes.ts';
import { outlineNodes } from '../../src/summarise/outline-nodes.ts';
import { fold } from '../../src/text/fold-text.ts';
import { nameOf, linesOf, openReports } from './question-sets.ts';
import type { SetPlace } from './question-sets.ts';

/** A request for a summary, with the section that is meant and what its points must hold, each in its spellings. */
export const FitRequest = z.object({
  id: z.string(),
  request: z.string(),
  /** By file without its ending; absent where a set is on one report. */
  report: z.string().optional(),
  section_path: z.array(z.string()).min(1),
  must_have: z.array(z.array(z.string())),
});
export type FitRequest = z.infer<typeof FitRequest>;

/** A request with the report that it is left out with. */
export interface SetRequest {
  request: FitRequest;
  set: string;
  /** Requests of one group are left out together: those on one report. */
  group: string;
  parts: RetrievalParts;
}

/** Opens the sets of requests one after the other, and does something with the requests of each. */
export async function eachRequest<T>(
  places: readonly SetPlace[],
  read: (one: SetRequest) => Promise<T[]>,
): Promise<{ read: T[]; described: string }> {
  const done: T[] = [];
  const described: string[] = [];
  for (const place of places) {
    const { parts, close } = await openReports(place);
    const requests = linesOf(place, FitRequest);
    const set = nameOf(place.questions);
    for (const request of requests)
      done.push(...(await read({ request, set, parts, group: request.report?.normalize('NFKC') ?? set })));
    described.push(`${set}: ${requests.length} requests`);
    await close();
  }
  return { read: done, described: described.join('; ') };
}

/** True for the section that a request means: it is called so, and stands in the report. */
export function isMeant({ section_path: path, report }: FitRequest, node: OutlineNode): boolean {
  const isReport =
    report === undefined || stemOf(node.stored.report.file).normalize('NFKC') === report.normalize('NFKC');
  const [wanted, own] = [plain(path.at(-1) ?? ''), plain(node.path.at(-1) ?? '')];
  return isReport && own.length > 1 && (own.includes(wanted) || wanted.includes(own));
}

/** The section that a request means, the longest that is called so; undefined when the outline lacks it. */
export async function meantSection({ request, parts }: SetRequest): Promise<OutlineNode | undefined> {
  const reports = await parts.library.reports();
  const stored = await Promise.all(reports.map(({ id }) => parts.library.report(id)));
  const nodes = stored.flatMap((one) => (one ? outlineNodes(one).filter((node) => isMeant(request, node)) : []));
  return nodes.toSorted((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))[0];
}

function plain(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
}
