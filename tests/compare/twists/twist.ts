/** A passage, what may be said of a quote from it and what may not, though each word and figure stands there. */
export interface Twist {
  /** What is done to the sentence. */
  kind: string;
  passage: string;
  /** Copied from the passage; absent: all of it. */
  quotes?: readonly string[];
  truths: readonly string[];
  lies: readonly string[];
}
