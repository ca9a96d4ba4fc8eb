import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { bashCompletion, zshCompletion } from '../../src/commands/completion-script.ts';
import { COMMANDS, nameOf } from '../../src/commands/command-list.ts';
import { runFootnote } from '../support/run-footnote.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const SOME = [
  { name: 'ask', description: "answer: it's cited", words: ['--json', '--file', '--help'] },
  { name: 'audience', description: 'show or set', words: ['--channel', '--help'] },
];

/** What bash offers for the words that were typed; the last is being typed. */
function offered(script: readonly string[], ...typed: string[]): string[] {
  const lines = [
    ...script,
    `COMP_WORDS=(${typed.map((word) => `'${word}'`).join(' ')})`,
    `COMP_CWORD=${typed.length - 1}`,
    '_footnote',
    String.raw`printf '%s\n' "${'${COMPREPLY[@]}'}"`,
  ];
  return execFileSync('bash', ['-c', lines.join('\n')], { encoding: 'utf8', cwd: import.meta.dirname })
    .trim()
    .split('\n')
    .toSorted();
}

describe('completion in bash', () => {
  it('offers commands first, then what belongs to the command, else files', () => {
    const script = bashCompletion(SOME);
    expect([
      offered(script, 'footnote', 'a'),
      offered(script, 'footnote', 'ask', '--'),
      offered(script, 'footnote', 'ask', '--json', 'completion.t'),
      offered(script, 'footnote', '--w'),
    ]).toEqual([['ask', 'audience'], ['--file', '--help', '--json'], ['completion.test.ts'], ['--workspace']]);
  });
});

describe('completion in zsh', () => {
  it('describes each command, whatever is in the words, and offers its options', () => {
    const script = zshCompletion(SOME);
    expect([script[0], script.includes(String.raw`    'ask:answer: it'\''s cited'`), script.at(-1)]).toEqual([
      '#compdef footnote',
      true,
      'compdef _footnote footnote',
    ]);
    expect(script).toContain('    audience) compadd -- --channel --help ;;');
  });
});

describe('footnote completion', () => {
  it('prints what bash takes, with every command and its options', async () => {
    const { status, stdout } = await runFootnote(aTemporaryFolder(), 'completion', 'bash');
    const script = stdout.trimEnd().split('\n');
    expect(status).toBe(0);
    expect(offered(script, 'footnote', '')).toEqual(
      [...COMMANDS.map(nameOf), '--help', '--version', '--workspace'].toSorted(),
    );
    expect(offered(script, 'footnote', 'log', '')).toEqual(['--help', 'export', 'verify']);
    expect(offered(script, 'footnote', 'search', '--')).toEqual(['--file', '--help', '--json']);
  });

  it('says which shells there are', async () => {
    const { status, stderr } = await runFootnote(aTemporaryFolder(), 'completion', 'fish');
    expect([status, stderr.split('\n')[0]]).toEqual([1, 'There is completion for bash and zsh, and none for fish.']);
  });
});
