import { z } from 'zod';

type Listener = (event: { data: unknown }) => void;

/** One end of a line: what is said at the other end is heard here. */
interface End {
  postMessage(message: unknown): void;
  addEventListener(name: string, listener: Listener, options?: { signal?: AbortSignal }): void;
  removeEventListener(name: string, listener: Listener): void;
  terminate(): void;
}

/** Containers within a message that the speaker fills anew for the next one; what they hold is handed over as it is. */
const COPIED_DEPTH = 3;

/**
 * A line between the two halves of pdf.js within one thread. Its own copies every character of a page with all that is
 * known of it; here only the lists are copied that the half which reads empties after it has sent them.
 */
export function openPdfLine(): { here: undefined; there: End } {
  const [here, there] = [anEnd(), anEnd()];
  here.reaches(there);
  there.reaches(here);
  // The types know of workers in browsers alone, as nothing.
  return { here: z.custom<undefined>((value) => value !== undefined).parse(here), there };
}

function anEnd(): End & { reaches(other: End & { hear(message: unknown): void }): void; hear(message: unknown): void } {
  const listeners = new Set<Listener>();
  let other: { hear(message: unknown): void } | undefined;
  return {
    reaches: (far) => void (other = far),
    hear: (data) => listeners.forEach((listener) => listener({ data })),
    postMessage(message) {
      const copy = copied(message, COPIED_DEPTH);
      void Promise.resolve().then(() => other?.hear(copy));
    },
    addEventListener(_name, listener, { signal } = {}) {
      listeners.add(listener);
      signal?.addEventListener('abort', () => listeners.delete(listener));
    },
    removeEventListener: (_name, listener) => void listeners.delete(listener),
    terminate: () => listeners.clear(),
  };
}

function copied(value: unknown, depth: number): unknown {
  if (depth === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => copied(each, depth - 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copied(each, depth - 1)]));
}
