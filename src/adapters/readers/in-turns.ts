/** Does work one after the other: nobody's second before everybody's first. */
export type Turns = <T>(whose: string, work: () => Promise<T>) => Promise<T>;

/** A queue in turns. */
export function inTurns(): Turns {
  /** What waits, by whose it is; whoever had a turn stands last. */
  const waiting = new Map<string, (() => Promise<void>)[]>();
  let isWorking = false;

  async function workOn(): Promise<void> {
    if (isWorking) return;
    isWorking = true;
    for (let next = takeNext(); next; next = takeNext()) await next();
    isWorking = false;
  }

  function takeNext(): (() => Promise<void>) | undefined {
    const [turn] = waiting;
    if (!turn) return undefined;
    const [whose, [work, ...rest]] = turn;
    waiting.delete(whose);
    if (rest.length > 0) waiting.set(whose, rest);
    return work;
  }

  return (whose, work) =>
    new Promise((resolve, reject) => {
      const turn = () => work().then(resolve, reject);
      waiting.set(whose, [...(waiting.get(whose) ?? []), turn]);
      void workOn();
    });
}
