import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../../domain/errors.ts';
import { makeIndexFolder } from '../sqlite/make-index-folder.ts';
import type { StoredFile } from '../sqlite/storage-error.ts';
import { storageError } from '../sqlite/storage-error.ts';

/** Bytes of a secret: as many as the hash that it keys. */
const SECRET_BYTES = 32;
/** What a secret looks like, also one that somebody put there: zeros of a damaged disk would be known to everybody. */
const SECRET = /^[!-~]{32,}$/u;
const DIFFERENT = 8;

/**
 * The secret of an index that signs links and sessions; made when it is first needed, readable by its owner only.
 * @throws ConfigurationError when the file holds less than a secret
 * @throws StorageError when it cannot be read or made
 */
export function readLinkSecret(directory: string): string {
  const file = secretFile(directory);
  try {
    makeIndexFolder(directory);
    if (!existsSync(file.path)) makeSecret(file.path);
    const secret = readFileSync(file.path, 'utf8').trim();
    if (SECRET.test(secret) && new Set(secret).size >= DIFFERENT) return secret;
  } catch (error) {
    throw storageError(file, error) ?? error;
  }
  throw new ConfigurationError(`${file.path} is no secret any more, it is cut or overwritten. ${file.ifDamaged}`);
}

/** Whole or not at all: a secret that was half written, on a full disk, would be taken for one. */
function makeSecret(path: string): void {
  const part = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(part, randomBytes(SECRET_BYTES).toString('base64url'), { mode: 0o600, flush: true });
    linkSync(part, path);
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!exists) throw error;
  } finally {
    rmSync(part, { force: true });
  }
}

/** The file, as messages speak of it. */
export function secretFile(directory: string): StoredFile {
  return {
    path: join(directory, 'link-secret'),
    holds: 'what signs links and sign-ins',
    ifDamaged:
      'Put it back from a backup (`footnote restore`); or delete it, and a new one is made: links that ' +
      'were sent before open no more.',
  };
}
