import type { Prompt } from './model.ts';

/** What each prompt is told. The files in `prompts/` name the same variables. */
export const PROMPT_VARIABLES = {
  'compose-answer': ['question', 'language', 'passages'],
  'complete-question': ['turns', 'question'],
  'split-question': ['question'],
  'check-claim': ['claims', 'language'],
  'find-evidence': ['claim', 'passages'],
  'rank-passages': ['question', 'passages'],
  'summarise-part': ['language', 'points', 'passages'],
  'summarise-whole': ['language', 'points', 'claims'],
} as const satisfies Record<string, readonly string[]>;
export type PromptName = keyof typeof PROMPT_VARIABLES;

/** The prompts, ready to be filled in. */
export interface Prompts {
  /** The prompt with a value for each of its variables. */
  fill<N extends PromptName>(name: N, values: Record<(typeof PROMPT_VARIABLES)[N][number], string>): Prompt;
}
