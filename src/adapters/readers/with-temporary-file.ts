import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';

/** Longest name that every file system takes, in characters of up to three bytes. */
const NAME_LENGTH = 80;

/**
 * Lets something read bytes as a file of a name, and removes the file afterwards. A name that no file can have is made
 * into one.
 */
export async function withTemporaryFile<T>(
  name: string,
  bytes: Uint8Array,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-'));
  try {
    const path = join(folder, nameOfFile(name));
    await writeFile(path, bytes);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A name with folders in it must not lead out of the folder; one that is too long keeps its beginning and its format.
 */
function nameOfFile(name: string): string {
  const base = basename(name.replaceAll('\\', '/').replaceAll('\0', ''));
  if (base === '' || base === '.' || base === '..') return 'report';
  const extension = extname(base).slice(0, NAME_LENGTH / 2);
  return base.length <= NAME_LENGTH ? base : base.slice(0, NAME_LENGTH - extension.length).toWellFormed() + extension;
}
