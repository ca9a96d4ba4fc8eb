import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../domain/errors.ts';

/** Bytes of a secret: as many as the hash that it keys. */
const SECRET_BYTES = 32;

/**
 * The secret of an index that signs links and sessions; made when it is first needed, readable by its owner only.
 * @throws ConfigurationError when the file holds less than a secret
 */
export function readLinkSecret(directory: string): string {
  const path = join(directory, 'link-secret');
  mkdirSync(directory, { recursive: true });
  try {
    writeFileSync(path, randomBytes(SECRET_BYTES).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!exists) throw error;
  }
  const secret = readFileSync(path, 'utf8').trim();
  if (Buffer.byteLength(secret) < SECRET_BYTES) throw new ConfigurationError(`${path} is too short for a secret: delete it and a new one is made; links that were sent before open no more.`);
  return secret;
}
