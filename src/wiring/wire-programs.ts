import type { Config } from '../config.ts';
import type { Viewer } from '../domain/audience.ts';
import { EVERYONE_ONLY, OPERATOR } from '../domain/audience.ts';
import { VERSION } from '../domain/version.ts';
import type { ProgramSight } from '../program-config.ts';
import type { ProgramDoor } from '../web/program-door.ts';
import type { Footnote } from './wire-footnote.ts';

/** The door for programs on the web server: who may come in, and what they see. */
export function wirePrograms({ programs }: Pick<Config, 'programs'>, footnote: Footnote, log: (line: string) => void) {
  const door: ProgramDoor = {
    version: VERSION,
    programs: programs.map(({ name, token, sees }) => ({ name, token, room: footnote.seenBy(viewerOf(sees)) })),
    async serveMcp({ name, room }, request, { body, asker: { signal, ...asker } }) {
      // Where no agent comes, the protocol is not loaded.
      const { serveHttp } = await import('../mcp/serve-http.ts');
      const parts = { room, version: VERSION, asker, log: (line: string) => log(`${name} by /mcp: ${line}`) };
      return serveHttp(parts, request, { body, signal });
    },
    log,
  };
  return door;
}

function viewerOf(sees: ProgramSight): Viewer {
  if (sees === 'all') return OPERATOR;
  return sees === 'everyone' ? EVERYONE_ONLY : { kind: 'channel', ...sees };
}
