import { setImmediate as breathe } from 'node:timers/promises';

/** Makes turns, one after another: between two of them the process takes what Slack delivers meanwhile. */
export function createTurns(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => breathe());
    return last;
  };
}
