import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parseSync } from 'vite';
import { z } from 'zod';

const SRC = resolve(import.meta.dirname, '../../../src');

/**
 * A regular expression of the program; `where` is its file and line, below `src`. One is built that is put together of
 * named parts.
 */
const FoundPattern = z.object({ where: z.string(), source: z.string(), flags: z.string(), isBuilt: z.boolean() });
export type FoundPattern = z.infer<typeof FoundPattern>;

/**
 * Every regular expression of the program, none twice: found in a process of its own, for some files of `src` listen to
 * the one that loads them.
 */
export async function findPatterns(): Promise<FoundPattern[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'list-patterns.ts')], {
    maxBuffer: 100e6,
  });
  return z.array(FoundPattern).parse(JSON.parse(stdout));
}

/**
 * Every regular expression that is written in `src`, and every one that is built there while its files are loaded, none
 * twice.
 * @param use calls functions that build further ones
 */
export async function patternsOfThisProcess(use: () => Promise<void>): Promise<FoundPattern[]> {
  const all = [...sourceFiles().flatMap(literalsOf), ...(await built(use))];
  return [
    ...new Map(all.toReversed().map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern])).values(),
  ].toReversed();
}

/**
 * Every place where `src` writes a regular expression or builds one, as often as it stands there; of one that is built,
 * what builds it.
 */
export function writtenPatterns(): FoundPattern[] {
  return sourceFiles().flatMap((path) => {
    const { text, program } = parse(path);
    const found = literalsOf(path);
    visit(program, (node) => {
      if (node.type === 'NewExpression' && named(node['callee']) === 'RegExp')
        found.push({
          where: `${path}:${text.slice(0, node.start).split('\n').length}`,
          source: text.slice(node.start, node.end),
          flags: '',
          isBuilt: true,
        });
    });
    return found;
  });
}

/** True for a pattern that may take more than linear time: one that says `again and again` somewhere. */
export function repeats({ source }: FoundPattern): boolean {
  return /[*+]|\{\d+,\}/u.test(source.replaceAll(/\\./gu, ''));
}

/** Where `new RegExp` stands inside a function, so that loading the file does not build it. */
export function builtLater(): string[] {
  return sourceFiles().flatMap((path) => {
    const { text, program } = parse(path);
    const found: string[] = [];
    visit(program, (node, inFunction) => {
      if (inFunction && node.type === 'NewExpression' && named(node['callee']) === 'RegExp')
        found.push(`${path}: ${argumentOf(text.slice(node.start, node.end))}`);
    });
    return found;
  });
}

/** What a pattern is built from: the first argument. */
function argumentOf(call: string): string {
  return call.slice('new RegExp('.length, call.lastIndexOf(','));
}

function sourceFiles(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
}

const Node = z.looseObject({ type: z.string(), start: z.number(), end: z.number() });
type Node = z.infer<typeof Node>;
const Literal = z.object({ regex: z.object({ pattern: z.string(), flags: z.string() }) });

function parse(path: string): { text: string; program: unknown } {
  const text = readFileSync(join(SRC, path), 'utf8');
  return { text, program: parseSync(path, text, { lang: 'ts' }).program };
}

/**
 * True for a file that begins to work when it is imported: it does something besides declaring. Its literals are read
 * all the same.
 */
function isProgram(path: string): boolean {
  const { body } = z.object({ body: z.array(Node) }).parse(parse(path).program);
  return body.some(({ type }) => type.endsWith('Statement'));
}

function literalsOf(path: string): FoundPattern[] {
  const { text, program } = parse(path);
  const found: FoundPattern[] = [];
  visit(program, (node) => {
    const literal = node.type === 'Literal' ? Literal.safeParse(node) : undefined;
    if (literal?.success)
      found.push({
        where: `${path}:${text.slice(0, node.start).split('\n').length}`,
        source: literal.data.regex.pattern,
        flags: literal.data.regex.flags,
        isBuilt: false,
      });
  });
  return found;
}

function named(node: unknown): string | undefined {
  return z.object({ name: z.string() }).safeParse(node).data?.name;
}

function visit(value: unknown, see: (node: Node, inFunction: boolean) => void, inFunction = false): void {
  if (Array.isArray(value)) return value.forEach((each) => visit(each, see, inFunction));
  if (typeof value !== 'object' || value === null) return undefined;
  const node = Node.safeParse(value);
  if (node.success) see(node.data, inFunction);
  const within = inFunction || (node.success && /Function/u.test(node.data.type));
  for (const child of Object.values(value)) visit(child, see, within);
  return undefined;
}

/** Loads the files, and uses them, with a `RegExp` that notes what files of `src` build. */
async function built(use: () => Promise<void>): Promise<FoundPattern[]> {
  const found: FoundPattern[] = [];
  const plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(plain, {
    construct(target, [source, flags]: [string | RegExp, string?]) {
      const pattern = new target(source, flags);
      const where = /\/src\/(?<file>[^:?)]+)[^:)]*:(?<line>\d+)/u.exec(
        new Error('here').stack?.split('\n')[2] ?? '',
      )?.groups;
      if (where)
        found.push({
          where: `${where['file']}:${where['line']}`,
          source: pattern.source,
          flags: pattern.flags,
          isBuilt: true,
        });
      return pattern;
    },
  });
  try {
    for (const path of sourceFiles()) if (!isProgram(path)) await import(pathToFileURL(join(SRC, path)).href);
    await use();
  } finally {
    globalThis.RegExp = plain;
  }
  return found;
}
