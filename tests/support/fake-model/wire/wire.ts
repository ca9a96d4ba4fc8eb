import type { ModelCall } from '../reply.ts';

/** How one family of providers writes a streamed answer. */
export interface WireFormat {
  contentType: string;
  /** The call that a request makes; undefined when it is no request of this family. */
  read(path: string, body: unknown): ModelCall | undefined;
  /** Frames before the first piece of the answer, one for each piece, and those after the last. */
  opening(call: ModelCall): string[];
  piece(call: ModelCall, text: string, isFirst: boolean): string;
  closing(call: ModelCall): string[];
  /** True when an answer that is a tool call comes in one piece. */
  isWhole?(call: ModelCall): boolean;
}

/** A server-sent event. */
export function sse(data: unknown, event?: string): string {
  return (
    `${event === undefined ? '' : `event: ${event}\n`}data: ` +
    `${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`
  );
}
