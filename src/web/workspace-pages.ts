import { Html } from './html.ts';
import type { GrownPage, Reply } from './visit.ts';

/** An address below `/w/TEAM`, without that; any other as it is. */
export function splitBase(url: URL): { workspace?: { team: string; base: string }; url: URL } {
  const [, team, path = ''] = /^\/w\/([A-Z0-9]{1,41})(\/.*)?$/u.exec(url.pathname) ?? [];
  if (team === undefined) return { url };
  const inner = new URL(url);
  // Two slashes would begin an address elsewhere.
  inner.pathname = path.replace(/^\/+/u, '/') || '/';
  return { workspace: { team, base: `/w/${team}` }, url: inner };
}

/** A reply whose links and forms stay below a base. Assets are the same everywhere. */
export function belowBase(base: string, reply: Reply): Reply {
  if (base === '' || reply.kind === 'file') return reply;
  if (reply.kind === 'page') return { ...reply, page: withLinksBelow(base, reply.page) };
  if (reply.kind === 'growing') return { ...reply, grow: async (show) => grownBelow(base, await reply.grow(show)) };
  return { ...reply, to: base + reply.to };
}

function grownBelow(base: string, { page, address }: GrownPage): GrownPage {
  return { page: withLinksBelow(base, page), ...(address === undefined ? {} : { address: base + address }) };
}

/** Text of reports has no such attributes: quotation marks in it are escaped. */
function withLinksBelow(base: string, { source }: Html): Html {
  return new Html(source.replaceAll(/ (href|src|action)="\/(?!assets\/)/gu, ` $1="${base}/`));
}
