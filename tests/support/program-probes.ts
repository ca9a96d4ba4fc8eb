import type { Probe } from './audience-probes.ts';
import { pick } from './fuzz-runs.ts';

type Random = () => number;

/** Programs outside, by the token that lets them in: one sees what is for everyone, one what a channel sees. */
export const PROGRAMS = [
  { name: 'crm', token: 'crm-token-0123456789abcdef0123456789', sees: '' },
  { name: 'sales', token: 'sales-token-0123456789abcdef01234567', sees: ':T1/CSALES' },
] as const;

/** Value of the setting that lets them in. */
export const API_TOKENS = PROGRAMS.map(({ name, token, sees }) => `${name}:${token}${sees}`).join(', ');

/** What may be said of a report: a text and an id, each of which may be one of the hidden report. */
interface Told {
  text(random: Random): string;
  id(random: Random): string;
}

/** What a program outside calls, by either of its doors. */
export function aProgramProbe(told: Told, random: Random): Probe['send'] {
  const { token } = pick<(typeof PROGRAMS)[number]>(PROGRAMS, random);
  const [name, given] = aCall(told, random);
  if (random() < 0.6) return ({ call }) => call(`/api/v1/${name}`, token, given);
  const uri = `footnote://report/${told.id(random)}${pick(['', '/page/1', '/page/2'], random)}`;
  const [method, params] = pick<[string, object]>(
    [
      ['tools/call', { name, arguments: given }],
      ['tools/call', { name, arguments: given }],
      ['resources/read', { uri }],
      ['resources/list', {}],
    ],
    random,
  );
  return ({ call }) => call('/mcp', token, { jsonrpc: '2.0', id: 1, method, params });
}

/** Name of an operation, and what is given to it. */
type Call = [string, Record<string, unknown>];

function aCall({ text, id }: Told, random: Random): Call {
  const some = text(random);
  const reports = random() < 0.2 ? { reports: [id(random)] } : {};
  const page = pick<object>([{ number: 1 }, { page: 1 }, { quote: some.slice(0, 20) || '星' }], random);
  return pick<Call>(
    [
      ['ask', { question: some, ...reports }],
      ['ask', { turns: [text(random) || '星野云', some || '？'], ...reports }],
      ['search', { question: some, limit: 200, ...reports }],
      ['check', { draft: some, ...reports }],
      ['verify', { claim: some || '星野云', quotes: [text(random).slice(0, 60) || '星野云'], ...reports }],
      ['summarize', { request: some }],
      ['figures', { words: some, limit: 500, ...reports }],
      ['reports', {}],
      ['page', { report: id(random), ...page }],
    ],
    random,
  );
}
