import { words } from './lexicon.ts';

/** Said to be planned, or set in a time to come. */
const PLANNED = [words('stance/planned'), words('later')];
/** How what is done is asked for, and marks of what is so by now. */
const DONE = words('done');
const SAID_DONE = words('done/said');

/** True when a question asks for what is done, and not for what is planned. */
export function asksForDone(question: string): boolean {
  return DONE.isIn(question) && !PLANNED.some((marks) => marks.isIn(question));
}

/** True when a text speaks of something that is done. */
export function saysDone(text: string): boolean {
  return SAID_DONE.isIn(text);
}

/** True when a text speaks of what is planned, and of nothing that is done after that. */
export function isPlan(text: string): boolean {
  const starts = PLANNED.flatMap((marks) => marks.find(text).map(({ start }) => start));
  return starts.length > 0 && !SAID_DONE.isIn(text.slice(Math.min(...starts)));
}
