import type { z } from 'zod';

/** What Slack says is wrong with a part of a payload. */
export interface Problem {
  /** In Slack's words, without the pointer. */
  text: string;
  /** JSON pointer to the part. */
  pointer: string;
}

/** What a schema has against a value, in Slack's words; `at` is where the value stands in the payload. */
export function problemsOf(schema: z.ZodType, value: unknown, at: PropertyKey[]): Problem[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => problemOf(issue, [...at, ...issue.path], value));
}

/** A problem as Slack writes it into `response_metadata.messages`. */
export function message({ text, pointer }: Problem): string {
  return `[ERROR] ${text} [json-pointer:${pointer}]`;
}

/** A place as JSON pointer. */
export function pointerTo(path: PropertyKey[]): string {
  return path.map((part) => `/${String(part)}`).join('');
}

function problemOf(issue: z.core.$ZodIssue, path: PropertyKey[], value: unknown): Problem[] {
  const pointer = pointerTo(path);
  switch (issue.code) {
    case 'too_big':
      return [{ text: tooBig(issue), pointer }];
    case 'too_small':
      return [{ text: tooSmall(issue), pointer }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ text: `invalid additional property: ${key}`, pointer }));
    case 'invalid_type':
    case 'invalid_value':
      return [missing(issue, value, path) ?? { text: `must be ${expected(issue)}`, pointer }];
    case 'invalid_union':
      return [
        'note' in issue && issue.note === 'No matching discriminator'
          ? unsupported(issue, value, path)
          : { text: 'failed to match all allowed schemas', pointer },
      ];
    default:
      return [{ text: issue.message, pointer }];
  }
}

function tooBig({ origin, maximum, message: own }: z.core.$ZodIssueTooBig): string {
  if (origin === 'string') return `must be less than ${Number(maximum) + 1} characters`;
  if (origin === 'array') return `no more than ${maximum} items allowed`;
  return own;
}

function tooSmall({ origin, minimum, message: own }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'string') return `must be more than ${Number(minimum) - 1} characters`;
  if (origin === 'array') return `must provide at least ${minimum} items`;
  return own;
}

function missing(issue: z.core.$ZodIssue, value: unknown, path: PropertyKey[]): Problem | undefined {
  if (valueAt(value, issue.path) !== undefined) return undefined;
  return { text: `missing required field: ${String(path.at(-1))}`, pointer: pointerTo(path.slice(0, -1)) };
}

function unsupported(issue: z.core.$ZodIssue, value: unknown, path: PropertyKey[]): Problem {
  const type = valueAt(value, issue.path);
  if (type === undefined) return { text: 'missing required field: type', pointer: pointerTo(path.slice(0, -1)) };
  return {
    text: `unsupported type: ${typeof type === 'string' ? type : JSON.stringify(type)}`,
    pointer: pointerTo(path),
  };
}

function expected(issue: z.core.$ZodIssueInvalidType | z.core.$ZodIssueInvalidValue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  return issue.expected === 'object' ? 'provided as an object' : `a ${issue.expected}`;
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    value,
  );
}
