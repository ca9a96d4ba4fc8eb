/** What waits, and for whom. */
export interface Waiting {
  person: string;
}

/**
 * What waits for a thread, in a fair order: each person's first before anybody's second, what is being done for them
 * counted; among equals in the order of arrival.
 */
export class FairQueue<T extends Waiting> {
  readonly #waiting = new Set<T>();
  readonly #running = new Map<string, number>();

  /** How many wait. */
  get size(): number {
    return this.#waiting.size;
  }

  /** How many wait for a person. */
  sizeOf(person: string): number {
    return [...this.#waiting].filter((one) => one.person === person).length;
  }

  /** Puts one at the end. */
  push(one: T): void {
    this.#waiting.add(one);
  }

  /** Takes the next one, whose work begins; undefined when none waits. */
  take(): T | undefined {
    // Of each person the first that waits; the fewer are being done for somebody, the sooner it is their turn.
    const firsts = new Map<string, T>();
    for (const one of this.#waiting) if (!firsts.has(one.person)) firsts.set(one.person, one);
    const [next] = [...firsts.values()].toSorted((a, b) => this.#runningFor(a) - this.#runningFor(b));
    if (next === undefined) return undefined;
    this.#waiting.delete(next);
    this.#running.set(next.person, this.#runningFor(next) + 1);
    return next;
  }

  /** The work of one that was taken has ended. */
  finish({ person }: Waiting): void {
    const left = (this.#running.get(person) ?? 0) - 1;
    if (left > 0) this.#running.set(person, left);
    else this.#running.delete(person);
  }

  /** Takes one out that does not want to wait any more; false when it does not wait. */
  remove(one: T): boolean {
    return this.#waiting.delete(one);
  }

  #runningFor({ person }: Waiting): number {
    return this.#running.get(person) ?? 0;
  }
}
