import { randomUUID } from 'node:crypto';
import type { World } from '../world/world.ts';

/**
 * `GET /oauth/v2/authorize`: consents at once, for the workspace in `team` or the first one, and gives the address to
 * go back to.
 */
export function authorize(
  world: World,
  { searchParams }: URL,
): { status: number; location?: string; problem?: string } {
  const redirectUri = searchParams.get('redirect_uri');
  const teamId = searchParams.get('team') ?? [...world.teams.keys()][0] ?? '';
  if (searchParams.get('client_id') !== world.app.clientId) return { status: 400, problem: 'invalid_client_id' };
  if (redirectUri === null) return { status: 400, problem: 'redirect_uri is missing' };
  const scopes = (searchParams.get('scope') ?? '').split(/[ ,]+/u).filter(Boolean);
  if (scopes.some((scope) => !world.scopes.includes(scope))) return { status: 400, problem: 'invalid_scope' };
  const code = randomUUID();
  world.codes.set(code, { teamId, scopes, redirectUri, isUsed: false });
  const back = new URL(redirectUri);
  back.searchParams.set('code', code);
  back.searchParams.set('state', searchParams.get('state') ?? '');
  return { status: 302, location: back.href };
}
