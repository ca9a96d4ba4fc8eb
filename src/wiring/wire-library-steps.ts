import { withTemporaryFile } from '../adapters/readers/with-temporary-file.ts';
import type { Config } from '../config.ts';
import { idsIn, OPERATOR } from '../domain/audience.ts';
import type { LibrarySteps } from '../slack/steps.ts';
import type { Footnote } from './wire-footnote.ts';
import { READERS } from './readers.ts';

/** What the librarians of a workspace do, in Slack's terms. */
export function librarySteps(
  { librarians, announceIn }: Config['slackUse'],
  { library, seenBy, ingest, remove }: Footnote,
  team: string,
): LibrarySteps {
  return {
    isLibrarian: (user, userGroups) => [user, ...userGroups].some((id) => idsIn(team, librarians).includes(id)),
    extensions: READERS.flatMap(({ extensions }) => extensions),
    announceIn: idsIn(team, announceIn),
    remove,
    audienceOf: (reportId) => library.audienceOf(reportId),
    setAudience: (reportId, audience) => library.setAudience(reportId, audience),
    async add({ name, bytes }, { viewer, audience, replaces }) {
      const brought = { by: viewer, replaces: replaces === undefined ? [] : [replaces] };
      const { added, held, refused } = await withTemporaryFile(name, bytes, (path) =>
        ingest([path], { brought, audience }),
      );
      if (refused[0]) return { outcome: 'refused', reason: refused[0].reason };
      const id = added[0]?.id ?? held[0] ?? '';
      const report = (await seenBy(OPERATOR).library.reports()).find((each) => each.id === id);
      const seenNow = await library.audienceOf(id);
      if (!report || seenNow === undefined) return { outcome: 'refused', reason: 'it was removed again just now' };
      const change = replaces === undefined ? 'added' : 'replaced';
      return {
        outcome: added.length === 0 ? 'unchanged' : change,
        report,
        audience: seenNow,
      };
    },
  };
}
