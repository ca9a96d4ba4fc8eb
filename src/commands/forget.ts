import type { Command } from 'commander';
import type { Footnote } from '../wiring/wire-footnote.ts';
import type { Run } from './command.ts';
import { print, printJson } from './terminal.ts';

/** `footnote forget PERSON`: deletes what one person asked and said of answers. */
export function addForgetCommand(program: Command, run: Run): void {
  program
    .command('forget <person>')
    .description('delete what a person asked and thought of answers: T0456EFGH/U0123ABCD, web/NAME or web')
    .option('--json', 'print one JSON object')
    .action((person: string, { json }: { json?: boolean }) =>
      run((footnote) => forget(footnote, person, json ?? false)),
    );
}

async function forget({ questions, stores }: Footnote, person: string, json: boolean): Promise<void> {
  const inbox = stores.inbox();
  try {
    const forgotten = (await questions.forgetPerson(person)) + (await inbox.forgetPerson(person));
    if (json) printJson({ person, forgotten });
    else print(`${forgotten} ${forgotten === 1 ? 'entry' : 'entries'} of ${person} deleted.`);
  } finally {
    inbox.close();
  }
}
