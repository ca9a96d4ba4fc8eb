import { pick } from './fuzz-runs.ts';
import { requestLines } from './raw-request.ts';

type Random = () => number;

const OPERATIONS = [
  'ask',
  'search',
  'check',
  'verify',
  'summarize',
  'figures',
  'reports',
  'page',
  'nothing',
  '',
] as const;
const FIELDS = ['question', 'query', 'draft', 'text', 'rows', 'claim', 'quotes', 'request', 'report', 'page', 'limit'];
const FIELDS_OF_RPC = ['jsonrpc', 'id', 'method', 'params', 'name', 'arguments', 'uri', 'protocolVersion', '__proto__'];
const METHODS_OF_RPC = [
  'initialize',
  'ping',
  'tools/list',
  'tools/call',
  'resources/read',
  'resources/list',
  'notifications/cancelled',
  'nothing/there',
] as const;

/** A request at the doors of programs, with their token, a wrong one or none, and a body that may be any JSON. */
export function aRandomProgramRequest(
  { apiToken, reportId }: { apiToken: string; reportId: string },
  random: Random,
): string {
  const token = pick([apiToken, apiToken, apiToken, apiToken, `${apiToken}x`, '', '\u00e9', 'a'.repeat(9000)], random);
  const address = pick(
    [
      '/mcp',
      '/mcp',
      '/mcp/x',
      `/api/v1/${pick(OPERATIONS, random)}`,
      `/api/v1/${pick(OPERATIONS, random)}`,
      `/api/v1/${pick(OPERATIONS, random)}/x?question=EUV`,
      '/api/v2/ask',
      '/api/openapi.json',
      '/api',
      '/healthz',
      '/readyz',
      '/metrics',
    ],
    random,
  );
  const headers = {
    Authorization: pick([`Bearer ${token}`, `Bearer ${token}`, `bearer  ${token}`, `Basic ${token}`, token], random),
    'Content-Type': pick(['application/json', 'application/json', 'application/json; charset=x', 'text/plain'], random),
    Accept: pick(['application/json, text/event-stream', 'application/json', 'text/html', '*/*;q=2'], random),
    ...(random() < 0.2 ? { 'Mcp-Session-Id': pick(['x', 'y'.repeat(500)], random) } : {}),
    ...(random() < 0.2 ? { 'Mcp-Protocol-Version': pick(['2025-06-18', '1'], random) } : {}),
  };
  const method = pick(['POST', 'POST', 'POST', 'POST', 'GET', 'DELETE', 'PUT', 'OPTIONS'], random);
  return requestLines(method, address, headers, method === 'GET' ? '' : body(reportId, random));
}

function body(reportId: string, random: Random): string {
  const kind = random();
  if (kind < 0.1) return pick(['', '{', '[', 'null', '1', '"', '[[[]]]', '\u0000', '{"a":1}{"b":2}', 'NaN'], random);
  if (kind < 0.13) return `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  if (kind < 0.16) return `{"question":"${'a'.repeat(400_000)}"}`;
  if (kind < 0.5) return JSON.stringify(anObject(FIELDS, reportId, random));
  const call = {
    jsonrpc: '2.0',
    id: pick([1, 'a', null, 1.5, -1], random),
    method: pick(METHODS_OF_RPC, random),
    params: {
      name: pick(OPERATIONS, random),
      arguments: anObject(FIELDS, reportId, random),
      uri: pick([`footnote://report/${reportId}/page/1`, 'footnote://report/x', 'file:///etc/passwd', ''], random),
    },
  };
  if (kind < 0.8) return JSON.stringify(call);
  if (kind < 0.9) return JSON.stringify([call, anObject(FIELDS_OF_RPC, reportId, random), call]);
  return JSON.stringify(anObject(FIELDS_OF_RPC, reportId, random));
}

function anObject(fields: readonly string[], reportId: string, random: Random): Record<string, unknown> {
  return Object.fromEntries(
    fields.filter(() => random() < 0.4).map((field) => [field, aValue(reportId, random)] as const),
  );
}

function aValue(reportId: string, random: Random): unknown {
  return pick(
    [
      'EUV?',
      '市占率',
      'Memory rose by 78.9%.',
      reportId,
      '',
      '\u0000',
      'constructor',
      0,
      -1,
      1e300,
      1,
      null,
      true,
      [],
      ['x', 1],
      {},
      { text: 'x' },
      [{ id: '1', claim: 'Memory rose by 78.9%.', quotes: ['Memory rose by 78.9%.'] }],
    ],
    random,
  );
}
