import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { ConfigurationError } from '../../domain/errors.ts';
import { Origins } from '../../domain/origin.ts';
import type { Origin } from '../../domain/origin.ts';

/** Aliases of YAML that are followed: none is needed, and they can grow without end. */
const MOST_ALIASES = 0;

/**
 * The entries of `sources.yaml`; none when there is no such file.
 * @throws ConfigurationError that lists every problem with its entry
 */
export function readOrigins(path: string): Origin[] {
  if (!existsSync(path)) return [];
  const listed = Origins.safeParse(parsed(path) ?? []);
  if (listed.success) return listed.data;
  const problems = listed.error.issues.map(({ path: [at, ...field], message }) =>
    at === undefined ? message : `entry ${Number(at) + 1}, ${field.join('.') || 'as a whole'}: ${message}`,
  );
  throw new ConfigurationError(`${path} needs a correction:\n${problems.map((each) => `  - ${each}`).join('\n')}`);
}

function parsed(path: string): unknown {
  try {
    return z.unknown().parse(parse(readFileSync(path, 'utf8'), { maxAliasCount: MOST_ALIASES }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationError(`${path} cannot be read: ${reason}`, { cause });
  }
}
