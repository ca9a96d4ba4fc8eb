import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FoundPattern } from './support/patterns/find-patterns.ts';
import { findPatterns, writtenPatterns } from './support/patterns/find-patterns.ts';

const SRC = resolve(import.meta.dirname, '../src');
/** Code that no room is in, held to be as light on the eye. */
const OTHERS = ['tests', 'bench', 'bin', 'samples', 'site'].map((name) => resolve(import.meta.dirname, '..', name));

/** What each room may import besides itself. */
const LANGUAGE = ['domain', 'text', 'quantities', 'dictionary', 'lexicon'] as const;
const ALLOWED: Record<string, readonly string[]> = {
  domain: [],
  text: ['domain'],
  quantities: ['domain', 'text', 'lexicon'],
  dictionary: ['domain', 'text', 'lexicon'],
  lexicon: ['domain', 'text'],
  statements: LANGUAGE,
  words: ['domain'],
  watch: ['domain'],
  outlets: ['domain', 'text'],
  layout: ['domain', 'text'],
  compare: [...LANGUAGE, 'statements'],
  ingest: [...LANGUAGE, 'statements'],
  retrieve: [...LANGUAGE, 'statements'],
  verify: [...LANGUAGE, 'compare'],
  model: [...LANGUAGE, 'compare', 'verify'],
  answer: [...LANGUAGE, 'statements', 'compare', 'retrieve', 'verify', 'model'],
  check: [...LANGUAGE, 'statements', 'compare', 'retrieve', 'verify', 'model', 'words'],
  summarise: [...LANGUAGE, 'statements', 'compare', 'retrieve', 'verify', 'model', 'figures'],
  figures: [...LANGUAGE, 'statements', 'compare', 'retrieve', 'verify'],
  kinds: [...LANGUAGE, 'statements', 'compare', 'retrieve', 'verify', 'model', 'answer', 'summarise', 'figures'],
  review: ['domain', 'text', 'verify', 'outlets'],
  usage: ['domain', 'text'],
  slack: ['domain', 'text', 'watch', 'lexicon', 'words', 'outlets'],
  programs: ['domain', 'text', 'words', 'outlets'],
  mcp: ['domain', 'words', 'outlets', 'programs'],
  web: ['domain', 'text', 'watch', 'words', 'outlets', 'programs'],
  adapters: ['domain', 'text', 'watch', 'dictionary', 'words', 'outlets', 'layout', 'programs'],
  wiring: [
    ...LANGUAGE,
    'statements',
    'words',
    'ingest',
    'retrieve',
    'verify',
    'model',
    'answer',
    'compare',
    'check',
    'summarise',
    'figures',
    'kinds',
    'review',
    'usage',
    'slack',
    'programs',
    'mcp',
    'web',
    'adapters',
    'outlets',
    'watch',
    'config.ts',
    'model-config.ts',
    'watch-config.ts',
    'slack-config.ts',
    'program-config.ts',
    'reading-config.ts',
    'web-config.ts',
    'listed-values.ts',
  ],
  'config.ts': [
    'domain',
    'model-config.ts',
    'program-config.ts',
    'reading-config.ts',
    'slack-config.ts',
    'watch-config.ts',
    'web-config.ts',
  ],
  'program-config.ts': [],
  'slack-config.ts': ['listed-values.ts'],
  'web-config.ts': ['domain', 'listed-values.ts'],
  'reading-config.ts': ['domain'],
  'listed-values.ts': [],
  'watch-config.ts': ['domain'],
  'model-config.ts': ['domain'],
  'library.ts': ['domain', 'outlets', 'programs', 'adapters', 'wiring', 'config.ts'],
  'main.ts': ['domain', 'text', 'watch', 'wiring', 'config.ts'],
  // Types of a result may be named by the command that prints it; functions come through the wiring.
  commands: [
    'domain',
    'text',
    'words',
    'outlets',
    'watch',
    'ingest',
    'retrieve',
    'answer',
    'programs',
    'mcp',
    'wiring',
    'config.ts',
    'main.ts',
  ],
};

/** Libraries that only one room may know. */
const ONLY_IN: Record<string, string> = {
  '@slack/bolt': 'slack',
  hono: 'web',
  '@modelcontextprotocol/sdk': 'mcp',
  '@hono/node-server': 'web',
  'hnswlib-node': 'adapters',
  'node:sqlite': 'adapters',
  pg: 'adapters',
  'pdfjs-dist': 'adapters',
  '@langchain': 'adapters',
  langchain: 'adapters',
  '@huggingface/transformers': 'adapters',
  vega: 'adapters',
  'vega-lite': 'adapters',
  '@resvg/resvg-js': 'adapters',
  piscina: 'adapters',
  docx: 'adapters',
  pdfkit: 'adapters',
  fontkit: 'adapters',
  commander: 'commands',
  'prom-client': 'adapters',
  '@opentelemetry': 'adapters',
};

interface SourceFile {
  room: string;
  path: string;
  text: string;
  /** Rooms and packages that it imports. */
  imports: string[];
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map(read);

function read(path: string): SourceFile {
  const text = readFileSync(join(SRC, path), 'utf8');
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu)].map((match) => match[1] ?? '');
  const imports = specifiers.map((name) =>
    name.startsWith('.') ? roomOf(relative(SRC, resolve(SRC, dirname(path), name))) : name,
  );
  return { room: roomOf(path), path, text, imports };
}

function codeIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|mjs|js)$/u.test(path))
    .map((path) => join(folder, path));
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

describe('the house', () => {
  it.each(Object.keys(ALLOWED))('has something in %s', (room) => {
    expect(files.filter((file) => file.room === room)).not.toEqual([]);
  });

  it('has no room that is not on the plan', () => {
    expect(files.filter(({ room }) => !(room in ALLOWED))).toEqual([]);
  });

  it.each(files)('lets $path import downwards only', ({ room, imports }) => {
    const rooms = imports.filter((name) => name in ALLOWED && name !== room);
    expect(rooms.filter((name) => !ALLOWED[room]?.includes(name))).toEqual([]);
  });

  it.each(Object.entries(ONLY_IN))('keeps %s in %s', (library, room) => {
    const users = files.filter(({ imports }) =>
      imports.some((name) => name === library || name.startsWith(`${library}/`)),
    );
    expect(users.filter((file) => file.room !== room).map(({ path }) => path)).toEqual([]);
  });

  it('reads the environment in config.ts only', () => {
    expect(files.filter(({ text }) => text.includes('process.env')).map(({ path }) => path)).toEqual(['config.ts']);
  });

  it('reads the settings where their secrets are hidden from then on', () => {
    expect(
      files.filter(({ path, text }) => path !== 'config.ts' && text.includes('readConfig')).map(({ path }) => path),
    ).toEqual(['commands/read-settings.ts']);
  });

  it('writes to the terminal through one door only', () => {
    const writers = files.filter(({ text }) => /process\.std(?:out|err)|console[.[]/u.test(text));
    expect(writers.map(({ path }) => path)).toEqual(['commands/terminal.ts']);
  });

  it('sees with the eyes of the operator only where the operator or an editor sits', () => {
    const users = files.filter(({ path, text }) => path !== 'domain/audience.ts' && /OPERATOR|'operator'/u.test(text));
    expect(
      users
        .filter(
          ({ room, path }) =>
            room !== 'commands' &&
            room !== 'wiring' &&
            !['library.ts', 'main.ts', 'ingest/ingest-files.ts'].includes(path),
        )
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it('makes a VerifiedAnswer in verify-answer.ts only, and a VerifiedSummary in verify-summary.ts only', () => {
    const makers = files.filter(({ text }) => /VerifiedAnswer\.(?:safeP|p)arse|as VerifiedAnswer/u.test(text));
    expect(makers.map(({ path }) => path)).toEqual(['verify/verify-answer.ts']);
    const summaries = files.filter(({ text }) => /VerifiedSummary\.(?:safeP|p)arse|as VerifiedSummary/u.test(text));
    expect(summaries.map(({ path }) => path)).toEqual(['verify/verify-summary.ts']);
  });

  it('keeps every file short enough to be read in one go', () => {
    const codeLines = (text: string) => text.split('\n').filter((line) => !/^\s*(?:$|\/\/|\/\*|\*)/u.test(line)).length;
    expect(files.filter(({ text }) => codeLines(text) > 250).map(({ path }) => path)).toEqual([]);
  });
});

/** Rooms where patterns may hold Chinese characters: what cuts texts and reads figures. */
const READS_CHINESE = ['lexicon', 'quantities', 'text'];
/** Columns of a line, and characters of a pattern that is written in one piece. */
const LONGEST = 120;
/** What stands on two columns: Chinese characters, and the marks that are as wide. */
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60\uffe0-\uffe6]/gu;
/** Of a thousand lines; 22 before there was a lexicon. */
const MOST_PATTERNS = 16;

function widthOf(line: string): number {
  return line.length + (line.match(WIDE)?.length ?? 0);
}

describe('patterns', () => {
  let patterns: FoundPattern[] = [];
  beforeAll(async () => {
    patterns = await findPatterns();
  }, 300_000);
  const fileOf = ({ where }: FoundPattern) => where.split(':')[0] ?? '';
  const filesWith = (isSuch: (pattern: FoundPattern) => boolean) =>
    [...new Set(patterns.filter(isSuch).map(fileOf))].toSorted();

  it('know no Chinese, by its words or by its script, but where texts and figures are read', () => {
    const isChinese = ({ source }: FoundPattern) => /\p{Script=Han}|Script(?:_Extensions)?=Han\b/u.test(source);
    const elsewhere = [...patterns, ...writtenPatterns()].filter(
      (pattern) => isChinese(pattern) && !READS_CHINESE.includes(roomOf(pattern.where)),
    );
    expect([...new Set(elsewhere.map(fileOf))].toSorted()).toEqual([]);
  });

  it('can be read in one go, and so can lines', () => {
    expect(filesWith(({ source, isBuilt }) => !isBuilt && source.length > LONGEST)).toEqual([]);
    const isLong = (path: string) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .some((line) => widthOf(line) > LONGEST);
    expect([SRC, ...OTHERS].flatMap(codeIn).filter((path) => isLong(path))).toEqual([]);
  });

  it('are few, each counted wherever it stands', () => {
    const lines = files.reduce((sum, { text }) => sum + text.trimEnd().split('\n').length, 0);
    expect(writtenPatterns().length / (lines / 1000)).toBeLessThanOrEqual(MOST_PATTERNS);
  });
});
