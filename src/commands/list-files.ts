import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files that were named, or lie in a folder that was named. */
export interface ListedFiles {
  /** In the order of the arguments; within a folder by name. Hidden files are left out. */
  files: string[];
  /** Arguments that name nothing. */
  missing: { path: string; reason: string }[];
}

/** Lists the files behind paths of files and folders. */
export function listFiles(paths: string[]): ListedFiles {
  const listed: ListedFiles = { files: [], missing: [] };
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) listed.missing.push({ path, reason: `${path}: there is no such file or folder; check the path.` });
    else if (stat.isDirectory()) listed.files.push(...filesIn(path));
    else listed.files.push(path);
  }
  return listed;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]));
}
