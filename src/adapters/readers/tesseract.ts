import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Recogniser } from '../../domain/ports.ts';
import { given } from '../../domain/given.ts';

/** Tesseract on this machine; of the languages that are asked for, those that are installed, at least one. */
export interface Tesseract extends Recogniser {
  version: string;
  /** Languages that are asked for and not installed. */
  missing: string[];
}

/** Where Tesseract is looked for, and in which languages it is to read. */
export interface TesseractSearch {
  languages: string[];
  /** As the shell has it in PATH. */
  path: string;
  data?: string | undefined;
}

/** Time to say which languages there are, in milliseconds. */
const LIST_MS = 10_000;
/** Most that it may say of one page, in bytes: a page full of words gives some 300,000. */
const MOST_BYTES = 20_000_000;

/** Looks for Tesseract; undefined when it is not installed, or with none of the languages. */
export async function findTesseract({ languages, path, data }: TesseractSearch): Promise<Tesseract | undefined> {
  const program = path
    .split(delimiter)
    .map((folder) => join(folder, process.platform === 'win32' ? 'tesseract.exe' : 'tesseract'))
    .find(isProgram);
  if (program === undefined) return undefined;
  const env = environment(data);
  const listed = await run(program, ['--list-langs'], { env, timeoutMs: LIST_MS }).catch(() => '');
  const installed = new Set(listed.split('\n').map((line) => line.trim()));
  const found = languages.filter((language) => installed.has(language));
  if (found.length === 0) return undefined;
  const version = (await run(program, ['--version'], { env, timeoutMs: LIST_MS })).split('\n')[0]?.trim() ?? '';
  const missing = languages.filter((language) => !installed.has(language));
  return { program, version, languages: found, missing, ...given({ data }) };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not for us
  }
}

/**
 * The words of a picture as hOCR: with their boxes, base lines and how sure each is.
 * @param picture PNG
 * @param dots an inch
 * @throws Error when it fails or takes longer than `timeoutMs`
 */
export function recognise(
  { program, languages, data }: Recogniser,
  picture: Uint8Array,
  { dots, timeoutMs }: { dots: number; timeoutMs: number },
): Promise<string> {
  const args = ['stdin', 'stdout', '-l', languages.join('+'), '--dpi', String(Math.round(dots)), 'hocr'];
  return run(program, args, { env: environment(data), timeoutMs, input: picture });
}

/** Nothing of this process's environment, and so no secret; one thread, for pages are read side by side. */
function environment(data: string | undefined): Record<string, string> {
  return { OMP_THREAD_LIMIT: '1', ...given({ TESSDATA_PREFIX: data }) };
}

function run(
  program: string,
  args: string[],
  { env, timeoutMs, input }: { env: Record<string, string>; timeoutMs: number; input?: Uint8Array },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'ignore'] });
    const parts: Buffer[] = [];
    let length = 0;
    const clock = setTimeout(() => stop(`takes longer than ${timeoutMs / 1000} seconds`), timeoutMs);
    function stop(reason: string): void {
      child.kill('SIGKILL');
      reject(new Error(`Tesseract ${reason}`));
    }
    child.stdout.on('data', (part: Buffer) => {
      parts.push(part);
      length += part.length;
      if (length > MOST_BYTES) stop('says more than a page can hold');
    });
    child.on('error', (cause) => {
      clearTimeout(clock);
      reject(new Error(`Tesseract cannot be started: ${cause.message}`, { cause }));
    });
    child.on('close', (code) => {
      clearTimeout(clock);
      if (code === 0) resolve(Buffer.concat(parts).toString('utf8'));
      else reject(new Error(`Tesseract ended with ${String(code)}`));
    });
    child.stdin.on('error', () => undefined); // it ended before it had read all; `close` says so
    child.stdin.end(input);
  });
}
