import type { Command } from 'commander';
import type { Audience } from '../domain/audience.ts';
import { ConfigurationError } from '../domain/errors.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';
import type { AudienceOptions } from './audience-options.ts';
import { addAudienceOptions, audienceOf } from './audience-options.ts';
import type { Run } from './command.ts';
import { findReport } from './find-report.ts';
import { print, printJson } from './terminal.ts';

type Options = AudienceOptions & { json?: boolean };

/** `footnote audience REPORT`, with `everyone` or channels, groups and people to change it. */
export function addAudienceCommand(program: Command, run: Run): void {
  const command = program
    .command('audience <report> [everyone]')
    .description('show or set who may see a report: see docs/audiences.md');
  addAudienceOptions(command)
    .option('--json', 'print one JSON object')
    .action((name: string, word: string | undefined, options: Options) =>
      run((footnote) => showAudience(footnote, name, word, options)),
    );
}

async function showAudience(
  footnote: Footnote,
  name: string,
  word: string | undefined,
  { json, ...named }: Options,
): Promise<void> {
  if (word !== undefined && word !== 'everyone')
    throw new ConfigurationError(`${word}: say everyone, or name some with --channel, --group and --person.`);
  const { id, title, file } = await findReport(footnote, name);
  const wanted = audienceOf({ ...named, everyone: word === 'everyone' });
  if (wanted !== undefined) await footnote.library.setAudience(id, wanted);
  const audience = await footnote.library.audienceOf(id);
  if (audience === undefined)
    throw new ConfigurationError(`Report ${id} has just been removed: \`footnote reports\` lists what is there.`);
  if (json) printJson({ report: id, audience });
  else print(`${title} (${file}) is shown to ${audienceText(audience)}.`);
}

function audienceText(audience: Audience): string {
  if (audience === 'everyone') return 'everyone';
  const parts = [
    ['channel', audience.channels],
    ['user group', audience.userGroups],
    ['person', audience.people],
  ] as const;
  const named = parts.flatMap(([kind, ids]) => ids.map((id) => `${kind} ${id}`));
  return named.length === 0 ? 'nobody' : named.join(', ');
}
