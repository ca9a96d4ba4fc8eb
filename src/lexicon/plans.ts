import { PLANNED as SAID_PLANNED } from './stances.ts';

/** Said to be planned, or set in a time to come. */
const PLANNED = new RegExp(`${SAID_PLANNED.source}|努力|明年|未来|今后`, 'iu');
/** How what is done is asked for. */
const ASKS_DONE =
  /[\p{Script=Han}]了|已|建成|完成|目前|现在|至今|截至|累计|一共|总共|\b(?:has|have|had|did|was|were|so far|currently|already)\b/iu;
/** Marks of what is so by now. */
const DONE = /已|[\p{Script=Han}]了|目前|至今|截至|\b(?:has|have|had|was|were|so far|currently|already)\b/iu;

/** True when a question asks for what is done, and not for what is planned. */
export function asksForDone(question: string): boolean {
  return ASKS_DONE.test(question) && !PLANNED.test(question);
}

/** True when a text speaks of something that is done. */
export function saysDone(text: string): boolean {
  return DONE.test(text);
}

/** True when a text speaks of what is planned, and of nothing that is done after that. */
export function isPlan(text: string): boolean {
  const at = text.search(PLANNED);
  return at >= 0 && !DONE.test(text.slice(at));
}
