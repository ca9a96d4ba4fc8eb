/** A text to be found. */
export interface BenchPassage {
  id: string;
  title?: string | undefined;
  text: string;
  /** Nobody asks for it: it only makes the set larger. */
  isFiller?: boolean;
}

/** A question with the passages that answer it. */
export interface BenchQuestion {
  id: string;
  question: string;
  goldIds: string[];
}

/** What a system under test can do. */
export interface System {
  ingest(passages: BenchPassage[]): Promise<void>;
  /** Ids of passages, best first, none twice. */
  search(question: string, limit: number): Promise<string[]>;
  /** The whole answer; absent where a system only searches. */
  ask?(question: string): Promise<void>;
  /** Parts that it stored. */
  count(): Promise<number>;
  /** Where what was stored stays: another process asks. */
  close?(): Promise<void>;
}

/** The first of each id, in order. */
export function distinctIds(ids: string[], limit: number): string[] {
  return [...new Set(ids)].slice(0, limit);
}
