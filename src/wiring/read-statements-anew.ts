import type { Library } from '../domain/ports.ts';
import { statementReader } from '../statements/statement-reader.ts';

/** A line of progress is told so often, in reports. */
const TELL_EVERY = 10;

/**
 * Makes an index that an earlier version has filled fit this one: what its reports say is read again from their stored
 * text.
 * @param say takes a line for the log, none when nothing is to be done
 */
export async function readStatementsAnew(library: Library, say: (line: string) => void): Promise<void> {
  try {
    await library.readAnew(statementReader, (done, total) => {
      if (done === 0) say(`What the index's reports say is read anew, once: ${total} of them.`);
      else if (done % TELL_EVERY === 0 || done === total) say(`Read anew: ${done} of ${total} reports.`);
    });
  } catch (error) {
    await library.close();
    throw error;
  }
}
