/** Addresses by what stands first in them; every other one is `other`. */
const ROUTES = [
  'answers',
  'history',
  'look',
  'add',
  'summary',
  'search',
  'figures',
  'check',
  'flag',
  'review',
  'reports',
  's',
  'sign-in',
  'sign-out',
  'assets',
  'slack',
  'api',
  'mcp',
];

/**
 * What kind of page was asked for, as one of a few words: never the address, which holds questions and what opens
 * something.
 */
export function servedRoute(target: string): string {
  const path = target.split('?', 1)[0]?.replace(/^\/w\/[^/]+/u, '') ?? '';
  const [, first = ''] = path.split('/');
  if (first === '') return 'ask';
  return ROUTES.includes(first) ? first : 'other';
}
