import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ConfigurationError } from '../../domain/errors.ts';
import type { Prompt } from '../../domain/model.ts';
import { PROMPT_VARIABLES } from '../../domain/prompts.ts';
import type { Prompts } from '../../domain/prompts.ts';

const FORM = /^---\s*\nvariables:(?<variables>[^\n]*)\n---\s*\n(?<body>[^]*)$/u;
const BODY = /^# Instructions\s*\n(?<instructions>[^]*?)\n# Message\s*\n(?<message>[^]*)$/u;
const VARIABLE = /\{\{\s*(?<name>[^{}]*?)\s*\}\}/gu;

/**
 * Reads the prompts of a folder, one Markdown file each.
 * @throws ConfigurationError that lists every mistake in every file
 */
export function loadPrompts(folder: string): Prompts {
  const problems: string[] = [];
  const loaded = new Map(
    Object.entries(PROMPT_VARIABLES).map(([name, variables]) => [
      name,
      readPrompt(join(folder, `${name}.md`), variables, problems),
    ]),
  );
  if (problems.length > 0)
    throw new ConfigurationError(
      `The prompts need a correction (${folder}; README.md there explains ` +
        `them):\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  return {
    fill(name, values) {
      const { instructions = '', message = '' } = loaded.get(name) ?? {};
      const known: Record<string, string> = values;
      const filled = (text: string) => text.replaceAll(VARIABLE, (whole, variable: string) => known[variable] ?? whole);
      return { instructions: filled(instructions), message: filled(message) };
    },
  };
}

function readPrompt(path: string, expected: readonly string[], problems: string[]): Prompt | undefined {
  const file = basename(path);
  const text = readText(path);
  if (text === undefined) return void problems.push(`${file}: is missing`);
  const form = FORM.exec(text.replaceAll('\r\n', '\n'))?.groups;
  const parts = BODY.exec(form?.['body'] ?? '')?.groups;
  if (!form || !parts)
    return void problems.push(
      `${file}: must begin with ---, variables: …, ---, and have the headings # Instructions and # Message`,
    );
  const { variables = '' } = form;
  const { instructions = '', message = '' } = parts;
  if (instructions.trim() === '') problems.push(`${file}: says nothing under # Instructions`);
  if (message.trim() === '') problems.push(`${file}: says nothing under # Message`);
  problems.push(...variableProblems(file, variables, `${instructions}\n${message}`, expected));
  return { instructions: instructions.trim(), message: message.trim() };
}

function variableProblems(file: string, line: string, body: string, expected: readonly string[]): string[] {
  const named = line
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const used = new Set([...body.matchAll(VARIABLE)].map(({ groups }) => groups?.['name'] ?? ''));
  return [
    ...expected
      .filter((name) => !named.includes(name))
      .map((name) => `${file}: the line "variables:" must name ${name}`),
    ...expected.filter((name) => !used.has(name)).map((name) => `${file}: {{${name}}} is used nowhere`),
    ...[...new Set([...named, ...used])]
      .filter((name) => !expected.includes(name))
      .map((name) => `${file}: there is no variable ${name}; there are ${expected.join(', ')}`),
  ];
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
