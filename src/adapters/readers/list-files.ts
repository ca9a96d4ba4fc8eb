import type { Dirent } from 'node:fs';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files that were named, or lie in a folder that was named. */
export interface ListedFiles {
  /** In the order of the arguments; within a folder by name. Hidden files are left out. */
  files: string[];
  /** What cannot be looked at, and why: arguments that name nothing, folders that may not be read. */
  missing: { path: string; reason: string }[];
}

/**
 * Lists the files behind paths of files and folders. Links to folders are followed where they are named, not where they
 * are met: they may lead in a circle.
 */
export function listFiles(paths: string[]): ListedFiles {
  const listed: ListedFiles = { files: [], missing: [] };
  for (const path of paths) looking(path, listed, () => listNamed(path, listed));
  return listed;
}

function listNamed(path: string, listed: ListedFiles): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) listed.missing.push({ path, reason: `${path}: there is no such file or folder; check the path.` });
  else if (stat.isDirectory()) listFolder(path, listed);
  else listed.files.push(path);
}

function listFolder(folder: string, listed: ListedFiles): void {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    looking(path, listed, () => listEntry(entry, path, listed));
  }
}

function listEntry(entry: Dirent, path: string, listed: ListedFiles): void {
  if (entry.isDirectory()) listFolder(path, listed);
  else if (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    listed.missing.push({ path, reason: `${path}: is a link to a folder; name the folder itself.` });
  } else listed.files.push(path);
}

/** What cannot be looked at is told, and the rest goes on. */
function looking(path: string, { missing }: ListedFiles, look: () => void): void {
  try {
    look();
  } catch (error) {
    missing.push({
      path,
      reason:
        `${path}: cannot be looked at (${codeOf(error)}); check that you may read it, and that no ` +
        'link leads in a circle.',
    });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
