// A process that runs one command of the command line after the other, each as a process of its own would: with its
// arguments, its folder, its settings and nothing else. They share what is loaded, which takes most of the time.
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { z } from 'zod';

const PROGRAM = pathToFileURL(resolve(import.meta.dirname, '../../src/commands/footnote.ts')).href;

const Call = z.object({
  id: z.int(),
  args: z.array(z.string()),
  folder: z.string(),
  env: z.record(z.string(), z.string()),
});
type Call = z.infer<typeof Call>;

let said = { stdout: '', stderr: '' };
for (const name of ['stdout', 'stderr'] as const)
  process[name].write = (text: unknown) => {
    said[name] += String(text);
    return true;
  };

async function runCommand({ id, args, folder, env }: Call): Promise<void> {
  said = { stdout: '', stderr: '' };
  process.chdir(folder);
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, env);
  process.argv.splice(1, process.argv.length, 'footnote', ...args);
  process.exitCode = undefined;
  process.stdout.removeAllListeners('error');
  // Another name each time: the module of the program is what runs it.
  await import(`${PROGRAM}?command=${id}`);
  tell(id, statusNow());
}

function statusNow(): number {
  return Number(process.exitCode ?? 0);
}

function tell(id: number, status: number): void {
  process.send?.({ id, ended: { status, ...said } });
}

process.on('message', (message) => {
  const call = Call.parse(message);
  process.exit = (status) => {
    tell(call.id, Number(status ?? statusNow()));
    throw new Error('The command ends here.');
  };
  void runCommand(call);
});
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
