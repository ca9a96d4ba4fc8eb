import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { ConfigurationError } from '../domain/errors.ts';
import type { Finding } from '../domain/finding.ts';
import { readSettings } from './read-settings.ts';
import { createStatusLine, print, printJson } from './terminal.ts';

/** Where a finding's words begin. */
const INDENT = 14;
const MARKS: Record<Finding['state'], string> = { fine: '✓', off: '–', wrong: '✗' };

/** `footnote doctor`: what is set up, what is wrong and what to do about it. */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('check settings, index, prompts, model, embeddings and Slack, with real calls')
    .option('--json', 'print everything as one JSON object')
    .action(async ({ json }: { json?: boolean }) => {
      const findings = await findingsOf(settings());
      if (json) printJson({ findings });
      else print(...findings.flatMap(findingLines));
      process.exitCode = findings.some(({ state }) => state === 'wrong') ? 1 : 0;
    });
}

async function findingsOf(config: Config | Finding): Promise<Finding[]> {
  if ('part' in config) return [config];
  // The other commands start without what this one asks for.
  const { examine } = await import('../wiring/wire-doctor.ts');
  const line = createStatusLine();
  return [
    { part: 'settings', state: 'fine', detail: 'can be read' },
    ...(await examine(config, (part) => line.show(`Looking at ${part}…`))),
  ];
}

function settings(): Config | Finding {
  try {
    return readSettings();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { part: 'settings', state: 'wrong', detail: error.message };
  }
}

function findingLines({ part, state, detail, advice }: Finding): string[] {
  const lines = [...detail.split('\n'), ...(advice === undefined ? [] : [`→ ${advice}`])];
  return lines.map((line, at) => (at === 0 ? `${MARKS[state]} ${part}` : '').padEnd(INDENT) + line);
}
