/** A command as it is completed. */
export interface Completed {
  name: string;
  description: string;
  /** Its options, and the commands within it. */
  words: readonly string[];
}

/** Options that may stand before a command. */
const GLOBAL = ['--help', '--version', '--workspace'];

/**
 * Lines of a script for bash: the first word is a command, what begins with a dash an option of it, anything else a
 * word of it or a file.
 */
export function bashCompletion(commands: readonly Completed[]): string[] {
  return [
    '# eval "$(footnote completion bash)" in ~/.bashrc',
    '_footnote() {',
    '  local current="${COMP_WORDS[COMP_CWORD]}" words=""',
    '  case "${COMP_WORDS[1]}" in',
    ...commands.map(({ name, words }) => `    ${name}) words="${words.join(' ')}" ;;`),
    '  esac',
    `  if [ "$COMP_CWORD" -eq 1 ]; then words="${[...commands.map(({ name }) => name), ...GLOBAL].join(' ')}"; fi`,
    '  COMPREPLY=( $(compgen -W "$words" -- "$current") )',
    '  if [ "$COMP_CWORD" -gt 1 ] && [ "${#COMPREPLY[@]}" -eq 0 ]; then COMPREPLY=( $(compgen -f -- "$current") ); fi',
    '}',
    'complete -o filenames -F _footnote footnote',
  ];
}

/** The same for zsh, which shows what each command does. */
export function zshCompletion(commands: readonly Completed[]): string[] {
  return [
    '#compdef footnote',
    '# eval "$(footnote completion zsh)" in ~/.zshrc, after compinit',
    '_footnote() {',
    '  local -a commands',
    '  commands=(',
    ...commands.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`),
    '  )',
    `  if (( CURRENT == 2 )); then _describe command commands; compadd -- ${GLOBAL.join(' ')}; return; fi`,
    '  case "${words[2]:-}" in',
    ...commands.map(({ name, words }) => `    ${name}) compadd -- ${words.join(' ')} ;;`),
    '  esac',
    '  _files',
    '}',
    'compdef _footnote footnote',
  ];
}

/** A text that zsh takes as one word, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
