import { withTemporaryFile } from '../adapters/readers/with-temporary-file.ts';
import { OPERATOR } from '../domain/audience.ts';
import type { WebSteps } from '../web/visit.ts';
import { READERS } from './readers.ts';
import type { Footnote } from './wire-footnote.ts';

/** How editors add reports on the web: they see all reports, and replace those of the same name. */
export function webAdding({ ingest, seenBy }: Pick<Footnote, 'ingest' | 'seenBy'>): WebSteps['adding'] {
  return {
    extensions: READERS.flatMap(({ extensions }) => extensions),
    async add({ name, bytes }) {
      const { added, held, refused } = await withTemporaryFile(name, bytes, (path) => ingest([path]));
      if (refused[0]) return { outcome: 'refused', reason: refused[0].reason };
      const id = added[0]?.id ?? held[0] ?? '';
      const report = (await seenBy(OPERATOR).library.reports()).find((each) => each.id === id);
      if (!report) return { outcome: 'refused', reason: 'it was removed again just now' };
      return { outcome: added.length === 0 ? 'unchanged' : 'added', id, title: report.title };
    },
  };
}
