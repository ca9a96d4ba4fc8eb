/** Longer texts are seldom read twice, in characters. */
const LONGEST = 4000;
/** What a text costs besides its characters. */
const EACH = 50;

/**
 * The same function, which knows what it gave for a text before: a sentence of a report is read for each claim that
 * comes near it. What is given must not be changed.
 * @param most characters of the texts that are remembered, each counting 50 more; all are forgotten together before
 *   they are more
 */
export function remember<T>(read: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>();
  let held = 0;
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    if (text.length > LONGEST) return value;
    held += text.length + EACH;
    if (held > most) {
      known.clear();
      held = text.length + EACH;
    }
    known.set(text, value);
    return value;
  };
}

/** The same for what is read of an object: known as long as the object is. */
export function rememberFor<K extends object, T>(read: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { value: T }>();
  return (key) => {
    const before = known.get(key);
    if (before) return before.value;
    const value = read(key);
    known.set(key, { value });
    return value;
  };
}
