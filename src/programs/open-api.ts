import { z } from 'zod';
import type { Operation } from './operations.ts';
import { OPERATIONS } from './operations.ts';

/** What is wrong with a request, after RFC 9457. */
export const ProblemJson = z.object({
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('What is wrong, in words.'),
  requestId: z.string().describe('As in the log, and in X-Request-Id.'),
});

const PROBLEMS: Record<string, string> = {
  400: 'The request is written wrongly, or blank.',
  401: 'There is no token, or none that is valid.',
  403: 'The door is closed, or a page of another site asks.',
  404: 'It names a report or a page that is not there.',
  413: 'It is longer than what is taken at once.',
  415: 'It is not JSON.',
  500: 'Something went wrong; the log says more under the number.',
  503: 'Too many ask at once, or it took too long.',
};

/**
 * The HTTP API as an OpenAPI 3.1 file, made from the schemas that requests are read with.
 * @param version of the program
 */
export function openApi(version: string): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Footnote',
      version,
      description: 'Answers from industry reports, with a checked citation under every sentence.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths: Object.fromEntries(OPERATIONS.map((operation) => [`/api/v1/${operation.name}`, pathOf(operation)])),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'One of API_TOKENS.' } },
      responses: { problem: { description: 'A problem.', content: problemContent } },
      schemas: { ...schemasOf('input'), ...schemasOf('output') },
    },
  };
}

const refTo = (id: string) => `#/components/schemas/${id}`;
const problemContent = { 'application/problem+json': { schema: { $ref: refTo('Problem') } } };

function pathOf({ name, title, description, input, inQuery }: Operation) {
  const responses = {
    200: {
      description: 'Done.',
      content: { 'application/json': { schema: { $ref: refTo(idOf(name, 'output')) } } },
    },
    ...Object.fromEntries(
      Object.entries(PROBLEMS).map(([status, said]) => [status, { description: said, content: problemContent }]),
    ),
  };
  const post = {
    operationId: name,
    summary: title,
    description,
    requestBody: {
      required: true,
      content: { 'application/json': { schema: { $ref: refTo(idOf(name, 'input')) } } },
    },
    responses,
  };
  if (!inQuery) return { post };
  const { properties = {}, required = [] } = z.toJSONSchema(input, { io: 'input' });
  const parameters = Object.entries(properties).map(([parameter, schema]) => ({
    name: parameter,
    in: 'query',
    required: required.includes(parameter),
    schema,
  }));
  return { post, get: { operationId: `${name}InQuery`, summary: title, description, parameters, responses } };
}

/** `AskRequest`, `AskResult`. */
function idOf(name: string, io: 'input' | 'output'): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${io === 'input' ? 'Request' : 'Result'}`;
}

/** The schemas of all operations by their names. */
function schemasOf(io: 'input' | 'output'): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  for (const operation of OPERATIONS) registry.add(operation[io], { id: idOf(operation.name, io) });
  if (io === 'output') registry.add(ProblemJson, { id: 'Problem' });
  const { schemas } = z.toJSONSchema(registry, { io, uri: refTo });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => {
      const { $schema: _dialect, $id: _address, ...rest } = schema;
      return [id, rest];
    }),
  );
}
