import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ConfigurationError } from '../domain/errors.ts';
import type { Installed } from '../domain/ports.ts';

/** Bytes of a nonce and of a tag of AES-256-GCM. */
const NONCE = 12;
const TAG = 16;

/** What is sealed has more bytes than these. */
export const LEAST_SEALED = NONCE + TAG;

const Kept = z.object({ team: z.string(), botToken: z.string(), botUserId: z.string() });

/** Encrypts installations, each bound to its workspace: a copied row opens nothing. */
export interface Seal {
  seal(installed: Installed): Uint8Array;
  /** @throws ConfigurationError when it was sealed with another key, or for another workspace */
  unseal(sealed: Uint8Array, team: string): Installed;
}

/**
 * Seals with AES-256-GCM.
 * @param tokenKey a secret, at least 32 characters
 */
export function createSeal(tokenKey: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', tokenKey, '', 'footnote installations', 32));
  return {
    seal: (installed) => seal(JSON.stringify(installed), installed.team, key),
    unseal: (sealed, team) => Kept.parse(JSON.parse(unseal(sealed, team, key))),
  };
}

function seal(text: string, team: string, key: Buffer): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(team));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function unseal(sealed: Uint8Array, team: string, key: Buffer): string {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG })
      .setAAD(Buffer.from(team))
      .setAuthTag(sealed.subarray(-TAG));
    return decipher.update(sealed.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
  } catch (cause) {
    throw new ConfigurationError(
      `The token of workspace ${team} cannot be read: TOKEN_KEY is not the one it was kept with, or its row is ` +
        'damaged. Set the earlier key, or install the app there again.',
      { cause },
    );
  }
}
