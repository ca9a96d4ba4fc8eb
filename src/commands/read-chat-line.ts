/** What a line of a conversation wants. */
export type ChatLine =
  | { kind: 'ask'; text: string }
  /** Number of a quote of the last answer, or of a choice that it gave. */
  | { kind: 'number'; number: number }
  | { kind: 'new' | 'reports' | 'help' | 'quit' | 'nothing' }
  | { kind: 'unknown'; name: string };

const COMMANDS = ['new', 'reports', 'help', 'quit'] as const;
/** `/3` or `3`: a quote, or what may have been meant. */
const NUMBER = /^\/?(\d{1,3})$/u;

/** Reads a line of a conversation: what begins with a slash is no question. */
export function readChatLine(line: string): ChatLine {
  const text = line.trim();
  if (text === '') return { kind: 'nothing' };
  const [, number] = NUMBER.exec(text) ?? [];
  if (number !== undefined) return { kind: 'number', number: Number(number) };
  if (!text.startsWith('/')) return { kind: 'ask', text };
  const name = text.slice(1).toLowerCase();
  const known = COMMANDS.find((each) => each === name);
  return known ? { kind: known } : { kind: 'unknown', name: text };
}
