/** A sentence as reports write them, one that says what it says, and one that looks like it and does not. */
export type ReportTwist = readonly [kind: string, passage: string, truth: string, lie: string];
