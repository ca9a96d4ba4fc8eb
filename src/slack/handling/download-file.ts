import { z } from 'zod';
import { ServiceError, TransferError } from '../../domain/errors.ts';
import { sameHostFetch } from '../../outlets/same-host-fetch.ts';
import type { Client } from '../delivery/target.ts';

/** Longest time that a download may take, in milliseconds. */
const TIMEOUT_MS = 120_000;
/** Where Slack keeps files. A file that another app only points to lies elsewhere. */
const SLACKS = /(?:^|\.)slack(?:-files|-gov)?\.com$/u;

const Info = z.object({ file: z.object({ name: z.string().nullish(), url_private_download: z.string() }) });

/**
 * The bytes of a file that was shared in Slack.
 * @param maxBytes largest that is taken, whatever Slack said of its size
 * @throws ServiceError when Slack does not give it, or more of it, or sends elsewhere for it: the token goes to Slack
 *   only
 */
export async function downloadFile(
  id: string,
  maxBytes: number,
  { client, token }: { client: Client; token: string },
): Promise<Uint8Array> {
  const { file } = Info.parse(await client.files.info({ file: id }));
  const url = new URL(file.url_private_download);
  const isSlacks =
    (url.protocol === 'https:' && SLACKS.test(url.hostname)) || url.origin === new URL(client.slackApiUrl).origin;
  if (!isSlacks)
    throw new TransferError(
      'redirected',
      `The file ${id} is not kept by Slack but at ${url.host}: the token is not sent there.`,
    );
  const response = await sameHostFetch({ maxBytes })(url, {
    headers: { Authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  // Without the scope files:read Slack answers with its sign-in page.
  if (!response.ok || response.headers.get('content-type')?.startsWith('text/html')) {
    void response.body?.cancel();
    throw new ServiceError(
      `Slack did not give the file ${id} (${response.status}). Check that the app has the scope files:read.`,
    );
  }
  return new Uint8Array(await response.arrayBuffer());
}
