import { z } from 'zod';
import type { Passage, Question } from '../domain/answer.ts';
import { ModelError } from '../domain/errors.ts';
import type { LanguageModel } from '../domain/ports.ts';
import type { Prompts } from '../domain/prompts.ts';
import type { Retrieval } from '../retrieve/retrieve-passages.ts';
import { words } from '../lexicon/lexicon.ts';
import { askModel } from '../model/ask-model.ts';
import { showPassages } from '../model/show-passages.ts';
import { isOfConversation } from './of-conversation.ts';
import { holdsHan } from '../text/holds-letters.ts';

/**
 * What a helping call gives; when it fails, what there is without it: a question is answered without help rather than
 * not at all.
 */
async function orWithout<T>(help: Promise<T>): Promise<T | undefined> {
  return help.catch((error: unknown) => {
    if (error instanceof ModelError) return undefined;
    throw error;
  });
}

/** A model that helps to ask. */
export interface Asking {
  model: LanguageModel;
  prompts: Prompts;
  signal: AbortSignal;
  retrieve(question: Question): Promise<Retrieval>;
}

const Completed = z.object({ question: z.string().min(1).max(500) });
const Split = z.object({ questions: z.array(z.string().min(1).max(500)) });
const Order = z.object({ passages: z.array(z.string()) });
/** Most questions that one question is taken apart into. */
const PARTS = 4;
/** Passages for each part beside those of the whole. */
const PER_PART = 3;
/** Asks for more than one fact. */
const BROAD = words('broad');
const LONG = { zh: 40, en: 120 };

/**
 * The last question of a conversation as one that can be understood alone; without earlier turns the question itself.
 */
export async function completeWithModel(question: Question, { model, prompts, signal }: Asking): Promise<Question> {
  if (question.earlier.length === 0) return question;
  const turns = question.earlier.map((turn) => `- ${turn}`).join('\n');
  const prompt = prompts.fill('complete-question', { turns, question: question.text });
  const completed = await orWithout(askModel(model, { prompt, schema: Completed }, signal));
  const text = completed?.question ?? '';
  if (text === '') return question;
  // What the conversation did not say the model made up: then the question is completed as it is without a model.
  return isOfConversation(text, [...question.earlier, question.text]) ? { ...question, text, earlier: [] } : question;
}

/**
 * What retrieval finds for a question and, when it is broad, for each of the questions that it is made of; the findings
 * take turns.
 * @param always takes every question apart, not only broad ones
 */
export async function retrieveBroadly(question: Question, asking: Asking, always: boolean): Promise<Retrieval> {
  const whole = await asking.retrieve(question);
  if (!always && !isBroad(question.text)) return whole;
  const { model, prompts, signal, retrieve } = asking;
  const prompt = prompts.fill('split-question', { question: question.text });
  const split = await orWithout(askModel(model, { prompt, schema: Split }, signal));
  const questions = split?.questions ?? [];
  if (questions.length < (always ? 1 : 2)) return whole;
  const parts = await Promise.all(
    questions.slice(0, PARTS).map((text) => retrieve({ ...question, text, earlier: [] })),
  );
  return {
    ...whole,
    passages: takeTurns(
      [whole, ...parts].map(({ passages }) => passages),
      whole.passages.length + PER_PART * parts.length,
    ),
  };
}

/** The passages in the order that the model gives them; those that it leaves out come last. */
export async function rankWithModel(retrieval: Retrieval, { model, prompts, signal }: Asking): Promise<Retrieval> {
  const { question, passages } = retrieval;
  const prompt = prompts.fill('rank-passages', { question: question.text, passages: showPassages(passages) });
  const ranked = await orWithout(askModel(model, { prompt, schema: Order }, signal));
  const order = ranked?.passages ?? [];
  const named = order.flatMap((ref) => passages.find((passage) => passage.ref === ref) ?? []);
  return { ...retrieval, passages: numbered([...new Set([...named, ...passages])]) };
}

function isBroad(text: string): boolean {
  return BROAD.isIn(text) || text.length > LONG[holdsHan(text) ? 'zh' : 'en'];
}

/** The first of each list, then the second of each, none twice. */
function takeTurns(lists: Passage[][], limit: number): Passage[] {
  const taken = new Map<string, Passage>();
  for (let at = 0; at < limit && taken.size < limit; at++) {
    for (const list of lists) {
      const passage = list[at];
      const key = passage && `${passage.chunk.reportId} ${passage.chunk.order}`;
      if (passage && key !== undefined && !taken.has(key)) taken.set(key, passage);
    }
  }
  return numbered([...taken.values()].slice(0, limit));
}

function numbered(passages: Passage[]): Passage[] {
  return passages.map((passage, at) => ({ ...passage, ref: `P${at + 1}` }));
}
