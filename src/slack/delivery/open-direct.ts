import { ServiceError } from '../../domain/errors.ts';
import type { Clock } from './call-slack.ts';
import { callSlack } from './call-slack.ts';
import type { Client } from './target.ts';

/**
 * The channel in which a person and the bot talk alone.
 * @throws ServiceError when Slack opens none
 */
export async function openDirect(user: string, client: Client, clock: Clock): Promise<string> {
  const { channel } = await callSlack(() => client.conversations.open({ users: user }), clock);
  if (channel?.id === undefined || channel.id === '')
    throw new ServiceError(
      `Slack opened no direct conversation with ${user}. Check that the app has the scope im:write.`,
    );
  return channel.id;
}
