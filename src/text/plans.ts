/** Marks of what is planned or forecast; 将近 is `nearly`. */
const PLANNED = /将(?!近)|计划|拟(?!合|人)|预计|预期|预测|有望|力争|争取|努力|目标|规划|明年|未来|今后|\bwill\b|\bplan(?:s|ned|ning)?\b|\bexpect|\bforecast|\baims?\b|\btarget/iu;
/** How what is done is asked for. */
const ASKS_DONE = /[\p{Script=Han}]了|已|建成|完成|目前|现在|至今|截至|累计|一共|总共|\b(?:has|have|had|did|was|were|so far|currently|already)\b/iu;
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
