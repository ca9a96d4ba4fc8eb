import type { SeenAnswer } from '../domain/given-answer.ts';
import type { Visit, WebSteps } from './visit.ts';

/** Turns of a conversation that are shown, and that a question is understood by. */
const TURNS = 12;

/** An answer after those that it follows up, oldest first; none where it cannot be seen. */
export async function conversationOf(
  id: string | undefined,
  { session }: Pick<Visit, 'session'>,
  { answers }: Pick<WebSteps, 'answers'>,
): Promise<SeenAnswer[]> {
  const turns: SeenAnswer[] = [];
  let next = id;
  while (next !== undefined && turns.length < TURNS) {
    const turn: SeenAnswer | undefined = await answers.find(next, session ? 'editor' : 'everyone');
    if (turn) turns.unshift(turn);
    next = turn?.after;
  }
  return turns;
}
