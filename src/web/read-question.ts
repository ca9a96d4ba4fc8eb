import { Question } from '../domain/answer.ts';

/** Longest question, and longest earlier turn, in UTF-16 units: about a page; more is a document, not a question. */
export const QUESTION_LENGTH = 2000;

/** How many earlier turns a follow-up carries along: they travel in the address, which servers limit. */
export const EARLIER_TURNS = 3;

/** What an address asks. */
export type Asked =
  | { kind: 'nothing' }
  | { kind: 'problem'; problem: 'empty' | 'too_long' | 'unreadable'; text: string }
  | { kind: 'question'; question: Question };

/** Reads `q` and `earlier` from an address. */
export function readQuestion(parameters: URLSearchParams): Asked {
  const raw = parameters.get('q');
  if (raw === null) return { kind: 'nothing' };
  const text = tidy(raw);
  const earlier = parameters.getAll('earlier').map(tidy).filter(isUsable).slice(-EARLIER_TURNS);
  if (!hasContent(text)) return { kind: 'problem', problem: 'empty', text: '' };
  if (text.includes('\ufffd')) return { kind: 'problem', problem: 'unreadable', text };
  if (text.length > QUESTION_LENGTH) return { kind: 'problem', problem: 'too_long', text };
  return { kind: 'question', question: Question.parse({ text, earlier }) };
}

/** The address of an answer. */
export function questionPath(text: string, earlier: string[] = []): string {
  const parameters = new URLSearchParams({ q: text });
  for (const turn of earlier.slice(-EARLIER_TURNS)) parameters.append('earlier', turn);
  return `/?${parameters.toString()}`;
}

function tidy(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
}

function isUsable(turn: string): boolean {
  return hasContent(turn) && turn.length <= QUESTION_LENGTH;
}

// Zero-width characters and other invisible ones ask nothing.
function hasContent(text: string): boolean {
  return /[^\p{C}\p{Z}]/u.test(text);
}
