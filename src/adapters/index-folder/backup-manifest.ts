import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from '../../domain/errors.ts';

/** Name of the list in a backup of what is in it. */
export const MANIFEST = 'manifest.json';

/** Paths below the folder, with `/` between names, none of which leads out of it. */
const Path = z.string().regex(/^(?!\.)[\w.-]+(?:\/(?!\.)[\w.-]+)*$/u);

const Manifest = z.object({
  format: z.literal('footnote-backup'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  files: z.array(z.object({ path: Path, bytes: z.int().min(0), sha256: z.string().length(64) })),
});
export type Manifest = z.infer<typeof Manifest>;

/** A file as the list names it. */
export function entryOf(folder: string, path: string): Manifest['files'][number] {
  const bytes = readFileSync(join(folder, path));
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * The list of a backup.
 * @throws ConfigurationError when the folder holds none, or not all that its list names
 */
export function readManifest(folder: string): Manifest {
  const manifest = Manifest.safeParse(readJson(join(folder, MANIFEST)));
  if (!manifest.success)
    throw new ConfigurationError(
      `${folder} holds no backup of Footnote: its ${MANIFEST} is missing or damaged. Nothing was changed.`,
    );
  const wrong = manifest.data.files.filter((entry) => !isWhole(folder, entry)).map(({ path }) => path);
  if (wrong.length > 0)
    throw new ConfigurationError(
      `The backup ${folder} is damaged: ${wrong.join(', ')} missing or not as written. Take another one; ` +
        'nothing was changed.',
    );
  return manifest.data;
}

/** True when a file is in a folder as the list has it. */
export function isWhole(folder: string, entry: Manifest['files'][number]): boolean {
  try {
    return entryOf(folder, entry.path).sha256 === entry.sha256;
  } catch {
    return false;
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
