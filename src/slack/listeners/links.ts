import type { App } from '@slack/bolt';
import { z } from 'zod';
import { unfurlOf } from '../views/unfurl.ts';
import type { Shared } from './shared.ts';

const Links = z.object({
  channel: z.string(),
  message_ts: z.string(),
  user: z.string(),
  links: z.array(z.object({ url: z.string() })),
  unfurl_id: z.string().optional(),
  source: z.enum(['composer', 'conversations_history']).optional(),
});

/**
 * Shows what a link to a source page leads to: report, date and page, no quote, and nothing of a report that not all
 * who read the channel may see.
 */
export function listenToLinks(app: App, { steps, viewers }: Shared): void {
  app.event('link_shared', async ({ event, context, client }) => {
    const { channel, message_ts: ts, user, links, unfurl_id: unfurlId, source } = Links.parse(event);
    const place = { kind: 'channel' as const, channel };
    const viewer =
      channel.startsWith('C') || channel.startsWith('G') || channel.startsWith('D')
        ? await viewers.of({ team: context.teamId ?? '', user, place }, client)
        : { kind: 'everyone-only' as const };
    const own = await steps.libraryOf(context.teamId ?? '');
    const reports = await own.reports(viewer);
    const unfurls = links.flatMap(({ url }) => {
      const page = own.pageOf?.(url);
      const report = page && reports.find(({ id }) => id === page.reportId);
      return report ? [[url, unfurlOf(report, page)] as const] : [];
    });
    if (unfurls.length === 0) return;
    // A message that is still being written has no timestamp yet.
    const where = source === 'composer' && unfurlId !== undefined ? { source, unfurl_id: unfurlId } : { channel, ts };
    await client.chat.unfurl({ ...where, unfurls: Object.fromEntries(unfurls) });
  });
}
