/** What an address leads to. */
export type Route =
  | { kind: 'ask' }
  | { kind: 'outline'; reportId: string }
  | { kind: 'source'; reportId: string; page: number }
  | { kind: 'asset'; name: string }
  | { kind: 'slack' }
  | { kind: 'nowhere' };

/** Finds the route of a path; whatever cannot be decoded leads nowhere. */
export function routeRequest(path: string): Route {
  if (path === '/') return { kind: 'ask' };
  if (path === '/slack/events') return { kind: 'slack' };
  const [, first, second, third, fourth, ...rest] = path.split('/').map(decode);
  if (rest.length > 0 || second === undefined || second === '') return { kind: 'nowhere' };
  if (first === 'assets' && third === undefined) return { kind: 'asset', name: second };
  if (first !== 'reports') return { kind: 'nowhere' };
  if (third === undefined) return { kind: 'outline', reportId: second };
  if (third === 'pages' && /^[1-9]\d{0,6}$/.test(fourth ?? '')) return { kind: 'source', reportId: second, page: Number(fourth) };
  return { kind: 'nowhere' };
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return ''; // broken percent-encoding: an empty segment leads nowhere
  }
}
