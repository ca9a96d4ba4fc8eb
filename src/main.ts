/** Starts. */
export function startFootnote(): void {}
