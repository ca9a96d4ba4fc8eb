/** The fields that have a value. */
export type Given<T extends object> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out the fields that are undefined: an optional field is there with a value, or not there. */
export function given<T extends object>(fields: T): Given<T>;
export function given(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
