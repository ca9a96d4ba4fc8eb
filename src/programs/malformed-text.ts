import type { z } from 'zod';

/**
 * What is wrong with a request, in sentences for whoever wrote the program: `question` is missing. It takes no
 * `questoin`; it takes `question`, `turns`, `reports`.
 */
export function malformedText({ issues }: z.ZodError, given: unknown, { shape }: z.ZodObject): string {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return `Give one JSON object: it takes ${listed(Object.keys(shape))}.`;
  return issues.map((issue) => sentenceOf(issue, given, shape)).join(' ');
}

function sentenceOf(issue: z.core.$ZodIssue, given: object, shape: object): string {
  if (issue.code === 'unrecognized_keys')
    return `It takes no ${listed(issue.keys)}; it takes ${listed(Object.keys(shape))}.`;
  const where = `\`${issue.path.join('.')}\``;
  if (!hasValue(given, issue.path)) return `${where} is missing.`;
  return `${where}: ${issue.message}.`;
}

function hasValue(given: object, path: readonly PropertyKey[]): boolean {
  const [key, ...rest] = path;
  const value: unknown = key === undefined ? given : Reflect.get(given, key);
  if (rest.length === 0) return value !== undefined;
  return typeof value === 'object' && value !== null && hasValue(value, rest);
}

function listed(keys: readonly string[]): string {
  return keys.length === 0 ? 'nothing' : keys.map((key) => `\`${key}\``).join(', ');
}
