import { z } from 'zod';
import { ServiceError } from '../../domain/errors.ts';
import type { Client } from '../delivery/target.ts';

/** Longest time that a download may take, in milliseconds. */
const TIMEOUT_MS = 120_000;

const Info = z.object({ file: z.object({ name: z.string().nullish(), url_private_download: z.string() }) });

/**
 * The bytes of a file that was shared in Slack.
 * @throws ServiceError when Slack does not give it
 */
export async function downloadFile(id: string, { client, token }: { client: Client; token: string }): Promise<Uint8Array> {
  const { file } = Info.parse(await client.files.info({ file: id }));
  const response = await fetch(file.url_private_download, { headers: { Authorization: `Bearer ${token}` }, signal: AbortSignal.timeout(TIMEOUT_MS) });
  // Without the scope files:read Slack answers with its sign-in page.
  if (!response.ok || response.headers.get('content-type')?.startsWith('text/html')) {
    throw new ServiceError(`Slack did not give the file ${id} (${response.status}). Check that the app has the scope files:read.`);
  }
  return new Uint8Array(await response.arrayBuffer());
}
