import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPrompts } from '../../src/adapters/models/prompt-files.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const PROMPTS = resolve(import.meta.dirname, '../../prompts');

/** The project's prompts with some files changed; null removes one. */
function promptsWith(changes: Record<string, ((text: string) => string) | null>): string {
  const folder = aTemporaryFolder();
  cpSync(PROMPTS, folder, { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    const file = join(folder, `${name}.md`);
    if (change) writeFileSync(file, change(readFileSync(file, 'utf8')));
    else rmSync(file);
  }
  return folder;
}

describe('the prompts', () => {
  it('are filled in, a value never read as a variable', () => {
    const { message } = loadPrompts(PROMPTS).fill('compose-answer', {
      question: '{{passages}}?',
      language: 'English',
      passages: '<passage ref="P1">$& {{question}}</passage>',
    });
    expect(message).toBe('Question: {{passages}}?\n\n<passage ref="P1">$& {{question}}</passage>');
  });

  it('can be written on Windows', () => {
    const folder = promptsWith({ 'split-question': (text) => text.replaceAll('\n', '\r\n') });
    expect(loadPrompts(folder).fill('split-question', { question: 'Why?' }).message).toBe('Why?');
  });

  it('are refused with every mistake at once', () => {
    const folder = promptsWith({
      'check-claim': null,
      'split-question': () => '',
      'complete-question': (text) => text.replace('{{turns}}', '{{thread}}'),
      'rank-passages': (text) => text.replace(/# Instructions[^]*# Message/u, '# Instructions\n\n# Message'),
    });
    expect(() => loadPrompts(folder)).toThrow(`The prompts need a correction (${folder}; README.md there explains them):
  - complete-question.md: {{turns}} is used nowhere
  - complete-question.md: there is no variable thread; there are turns, question
  - split-question.md: must begin with ---, variables: …, ---, and have the headings # Instructions and # Message
  - check-claim.md: is missing
  - rank-passages.md: says nothing under # Instructions`);
  });
});
