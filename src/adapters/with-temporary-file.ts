import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Lets something read bytes as a file of a name, and removes the file afterwards. */
export async function withTemporaryFile<T>(name: string, bytes: Uint8Array, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-'));
  try {
    // A name with folders in it must not lead out of the folder.
    const path = join(folder, basename(name.replaceAll('\\', '/')) || 'report');
    await writeFile(path, bytes);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
