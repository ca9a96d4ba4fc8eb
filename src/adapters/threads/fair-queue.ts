/** What waits, and for whom. */
export interface Waiting {
  person: string;
  /** Takes seconds rather than a moment. */
  isLong: boolean;
}

/** How much may be done at a time. */
export interface FairLimits {
  /** For one person: whoever asks for everything leaves room for others. */
  perPerson: number;
  /** Of what is long: a question does not wait behind drafts. */
  long: number;
}

/**
 * What waits for a thread, in a fair order: each person's first before anybody's second, what is being done for them
 * counted; among equals in the order of arrival.
 */
export class FairQueue<T extends Waiting> {
  readonly #limits: FairLimits;
  readonly #waiting = new Set<T>();
  readonly #running = new Map<string, number>();
  #long = 0;

  constructor(limits: FairLimits) {
    this.#limits = limits;
  }

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

  /** Takes the next one, whose work begins; undefined when none may begin. */
  take(): T | undefined {
    // Of each person the first that may begin; the fewer are being done for somebody, the sooner it is their turn.
    const firsts = new Map<string, T>();
    for (const one of this.#waiting) if (!firsts.has(one.person) && this.#mayBegin(one)) firsts.set(one.person, one);
    const [next] = [...firsts.values()].toSorted((a, b) => this.#runningFor(a) - this.#runningFor(b));
    if (next === undefined) return undefined;
    this.#waiting.delete(next);
    this.#running.set(next.person, this.#runningFor(next) + 1);
    if (next.isLong) this.#long += 1;
    return next;
  }

  /** The work of one that was taken has ended. */
  finish({ person, isLong }: Waiting): void {
    const left = (this.#running.get(person) ?? 0) - 1;
    if (left > 0) this.#running.set(person, left);
    else this.#running.delete(person);
    if (isLong) this.#long -= 1;
  }

  /** Takes one out that does not want to wait any more; false when it does not wait. */
  remove(one: T): boolean {
    return this.#waiting.delete(one);
  }

  #mayBegin(one: T): boolean {
    return this.#runningFor(one) < this.#limits.perPerson && (!one.isLong || this.#long < this.#limits.long);
  }

  #runningFor({ person }: Waiting): number {
    return this.#running.get(person) ?? 0;
  }
}
