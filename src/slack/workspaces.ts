import { LogLevel, webApi } from '@slack/bolt';
import type { Clock } from './delivery/call-slack.ts';
import { createPace } from './delivery/pace.ts';
import { slackFetch } from './delivery/slack-fetch.ts';
import type { Poster } from './delivery/poster.ts';
import type { Client } from './delivery/target.ts';
import { createPoster } from './delivery/poster.ts';
import type { DrawChart } from './delivery/variants.ts';
import { given } from '../domain/given.ts';

/** A workspace that can be written to. */
export interface Workspace {
  client: Client;
  poster: Poster;
  token: string;
  botUserId: string;
}

/** The bot's token for a workspace, and its user there; undefined when the app is not installed in it. */
export type FindToken = (team: string) => Promise<{ token: string; botUserId?: string } | undefined>;

/** The workspaces of this process, each with one client and one pace. */
export interface Workspaces {
  of(team: string): Promise<Workspace | undefined>;
  botUserId(team: string): Promise<string | undefined>;
  /** Lets go of a workspace, because the app was removed or has a new token. */
  forget(team: string): void;
}

/** Makes the workspaces. Nothing is sent before one is asked for. */
export function createWorkspaces(
  findToken: FindToken,
  { apiUrl, clock, log, drawChart }: { apiUrl?: string; clock: Clock; log(line: string): void; drawChart?: DrawChart },
): Workspaces {
  const open = new Map<string, Promise<Workspace | undefined>>();
  const pace = createPace(clock);
  /**
   * Whose a token is, asked once: Slack delivers what concerns the app, and a token of one workspace must not write for
   * another.
   */
  const owners = new Map<string, Promise<{ team: string; botUserId: string }>>();

  function ownerOf(token: string, client: Client): Promise<{ team: string; botUserId: string }> {
    const known =
      owners.get(token) ??
      client.auth.test().then(({ team_id: team = '', user_id: botUserId = '' }) => ({ team, botUserId }));
    owners.set(token, known);
    known.catch(() => owners.delete(token));
    return known;
  }

  async function connect(team: string): Promise<Workspace | undefined> {
    const found = await findToken(team);
    if (!found) return undefined;
    // What is tried again, and when, is decided call by call: a post that is repeated blindly would be said twice.
    const client = new webApi.WebClient(found.token, {
      fetch: slackFetch,
      logLevel: LogLevel.ERROR,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      ...given({ slackApiUrl: apiUrl }),
    });
    const owner =
      found.botUserId === undefined ? await ownerOf(found.token, client) : { team, botUserId: found.botUserId };
    if (owner.team !== team) return undefined;
    const { botUserId } = owner;
    return {
      client,
      token: found.token,
      botUserId,
      poster: createPoster(client, {
        botUserId,
        clock,
        pace: (key, act) => pace(`${team} ${key}`, act),
        log,
        ...(drawChart ? { drawChart } : {}),
      }),
    };
  }

  const of = (team: string): Promise<Workspace | undefined> => {
    const known = open.get(team) ?? connect(team);
    open.set(team, known);
    known.then((workspace) => !workspace && open.delete(team)).catch(() => open.delete(team));
    return known;
  };
  return { of, botUserId: async (team) => (await of(team))?.botUserId, forget: (team) => void open.delete(team) };
}
