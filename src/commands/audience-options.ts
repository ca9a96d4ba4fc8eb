import type { Command } from 'commander';
import { Audience } from '../domain/audience.ts';
import { ConfigurationError } from '../domain/errors.ts';

/** An audience as it is named on the command line. */
export interface AudienceOptions {
  everyone?: boolean;
  channel?: string[];
  group?: string[];
  person?: string[];
}

/** Lets a command name channels, user groups and people, each as often as needed. */
export function addAudienceOptions(command: Command): Command {
  return command
    .option('--channel <ids...>', 'show to these Slack channels: C0123ABCD, or with its workspace T0456EFGH/C0123ABCD')
    .option('--group <ids...>', 'show to the people of these Slack user groups: S0123ABCD')
    .option('--person <ids...>', 'show to these people: U0123ABCD');
}

/**
 * The audience that was named; undefined when none was.
 * @throws ConfigurationError when it is everyone and somebody, or what should be an id is none
 */
export function audienceOf({ everyone = false, channel, group, person }: AudienceOptions): Audience | undefined {
  const isNamed = [channel, group, person].some((ids) => ids !== undefined);
  if (everyone && isNamed)
    throw new ConfigurationError('Everyone, or some: leave out `everyone`, or the channels, groups and people.');
  if (everyone) return 'everyone';
  if (!isNamed) return undefined;
  const parsed = Audience.safeParse({ channels: channel, userGroups: group, people: person });
  if (parsed.success) return parsed.data;
  throw new ConfigurationError(
    'One of these is no id as Slack writes it: ' +
      `${[channel, group, person].flatMap((ids) => ids ?? []).join(' ')}. Channels begin with C, user groups ` +
      'with S, people with U; Slack shows them at the end of the link to each.',
  );
}
