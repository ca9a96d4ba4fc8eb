/** What `footnote doctor` finds about one part. */
export interface Finding {
  part: 'settings' | 'files' | 'prompts' | 'lexicon' | 'model' | 'embeddings' | 'index' | 'ocr' | 'slack' | 'database';
  /** `off`: not set up, and nothing wrong with that. */
  state: 'fine' | 'off' | 'wrong';
  /** What is so, in a sentence. */
  detail: string;
  /** What to do about it. */
  advice?: string;
}
