/** What the scripted model was asked. */
export interface ModelCall {
  family: 'openai' | 'anthropic' | 'ollama' | 'gemini' | 'mistral';
  /** How the answer must come: as arguments of a tool, as text under a JSON schema, or as free text. */
  structure: 'tool' | 'schema' | 'text';
  /** Name of the tool, or empty. */
  tool: string;
  /** Everything that it was told, system and person, in order. */
  prompt: string;
  /** The name of the model that was asked for. */
  model: string;
}

/** What the scripted model does about a call. */
export type Reply =
  | { kind: 'says'; value: unknown }
  /** Text as it is, whatever was asked for: broken JSON, prose, nothing. */
  | { kind: 'text'; text: string }
  | { kind: 'status'; status: number; headers?: Record<string, string>; message?: string }
  /** Takes the call and never answers. */
  | { kind: 'hangs' }
  /** Says the beginning of a value and drops the connection. */
  | { kind: 'stops'; value: unknown; after: number }
  /** Never comes to an end. */
  | { kind: 'endless'; text: string };

/** Tokens that every complete reply reports. */
export const USAGE = { input: 120, output: 30 };
