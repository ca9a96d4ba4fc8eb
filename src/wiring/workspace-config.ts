import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { idsIn } from '../domain/audience.ts';
import { ConfigurationError } from '../domain/errors.ts';

/** Ids of workspaces; they name folders and stand in addresses. */
const TEAM_ID = /^[TE][A-Z0-9]{1,40}$/u;

/**
 * The settings under which a workspace has a library of its own: a folder, web pages below `/w/TEAM`, and the editors
 * that the settings name for it. What is signed for one workspace opens nothing in another.
 * @throws ConfigurationError when that is not the id of a workspace, or all workspaces have one library
 */
export function workspaceConfig(config: Config, team: string): Config {
  if (!TEAM_ID.test(team))
    throw new ConfigurationError(`${team || '(nothing)'} is no id of a Slack workspace: they look like T0456EFGH.`);
  if (config.libraries === 'shared')
    throw new ConfigurationError('All workspaces have one library. LIBRARY=per-workspace gives each its own.');
  const { baseUrl, linkSecret, database } = config;
  return {
    ...config,
    indexDirectory: join(config.indexDirectory, 'workspaces', team),
    ...(database ? { database: { ...database, library: team } } : {}),
    editors: idsIn(
      team,
      config.editors.filter((id) => id.includes('/')),
    ),
    // Open pages are the shared library's: a workspace's are for its editors, and for holders of a signed link.
    webAccess: 'links',
    ...(baseUrl === undefined ? {} : { baseUrl: `${baseUrl}/w/${team}` }),
    ...(linkSecret === undefined
      ? {}
      : { linkSecret: createHmac('sha256', linkSecret).update(`workspace ${team}`).digest('base64url') }),
  };
}

/** True for a workspace that may have a library of its own. */
export function mayHaveLibrary({ libraries }: Pick<Config, 'libraries'>, team: string): boolean {
  return libraries === 'per-workspace' && TEAM_ID.test(team);
}
