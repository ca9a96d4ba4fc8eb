import { isAddress } from '../adapters/readers/fetch-report.ts';
import type { ListedFiles } from '../adapters/readers/list-files.ts';
import { listFiles } from '../adapters/readers/list-files.ts';

/** What was named, to be taken in: files, the files of folders, and addresses as they are. */
export function listReports(paths: string[]): ListedFiles {
  const { files, missing } = listFiles(paths.filter((path) => !isAddress(path)));
  return { files: [...files, ...paths.filter(isAddress)], missing };
}
