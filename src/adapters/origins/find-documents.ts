import { readFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { UnreadableReportError } from '../../domain/errors.ts';
import type { Origin, OriginDocument } from '../../domain/origin.ts';
import { fetchReport } from '../readers/fetch-report.ts';
import { listFiles } from '../readers/list-files.ts';
import type { OriginHelp } from './origin-help.ts';

/**
 * The documents that an origin holds now. Its loader's code is loaded here and not before.
 * @throws UnreadableReportError when it cannot be looked at; ConfigurationError when a package or a secret is missing
 */
export async function findDocuments(origin: Origin, help: OriginHelp): Promise<OriginDocument[]> {
  switch (origin.loader) {
    case 's3':
      return (await import('./s3-documents.ts')).s3Documents(origin, help);
    case 'confluence':
      return (await import('./confluence-documents.ts')).confluenceDocuments(origin, help);
    case 'notion':
      return (await import('./notion-documents.ts')).notionDocuments(origin, help);
    case 'web':
      return origin.addresses.map((address) => ({
        id: address,
        address,
        open: async () => {
          const { name, bytes } = await fetchReport(address, { allowPrivate: help.allowPrivate });
          return { file: name, bytes };
        },
      }));
    case 'folder':
  }
  return filesIn(origin.path, help);
}

function filesIn(path: string, { extensions }: OriginHelp): OriginDocument[] {
  const { files, missing } = listFiles([path]);
  if (missing[0]) throw new UnreadableReportError(missing[0].reason);
  const read = files.filter((file) => extensions.includes(extname(file).toLowerCase()));
  return read.map((file) => ({
    id: resolve(file),
    open: async () => ({ file: basename(file), bytes: await readFile(file) }),
  }));
}
