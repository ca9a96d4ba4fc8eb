import type { VisibleLibrary } from '../domain/ports.ts';
import type { ReadingRoom } from './wire-footnote.ts';

/** What example questions are found with, and when anew. */
type ExamplesRoom = Pick<ReadingRoom, 'examples'> & { library: Pick<VisibleLibrary, 'reports'> };

/**
 * Example questions of a library, found in the background once for each state of it. None while they are being found: a
 * page does not wait for them.
 * @param log takes a line when they could not be found; with the next visit it is tried again
 */
export function rememberExamples(
  { library, examples }: ExamplesRoom,
  log: (line: string) => void,
): () => Promise<string[]> {
  let known: { state: string; examples: string[] } | undefined;
  let trying: string | undefined;

  async function find(state: string): Promise<void> {
    try {
      known = { state, examples: await examples() };
    } catch (error) {
      log(`No example questions could be tried: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      trying = undefined;
    }
  }

  return async () => {
    const state = (await library.reports()).map(({ id }) => id).join(' ');
    if (known?.state === state) return known.examples;
    if (trying !== state) {
      trying = state;
      void find(state);
    }
    return [];
  };
}
