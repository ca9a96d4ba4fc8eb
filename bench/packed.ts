// Whether the package works where it is installed: `npm run bench -- package` packs it, installs it in an empty
// project, and tries there, with the Node that came along, the library, its types, the retriever and the command line.
// Needs the registry of npm, and some minutes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'footnote-packed-'));

const TRIED = `
import { FootnoteRetriever, openFootnote } from 'footnote';
import type { OpenedFootnote } from 'footnote';

const footnote: OpenedFootnote = await openFootnote({ index: 'index', settings: { OCR: 'off' } });
const { added } = await footnote.ingest(['node_modules/footnote/samples/cloud-market-2020.pdf']);
const { answer, claims } = await footnote.ask('2020年第三季度亚马逊云的市占率是多少？');
const pages: (string | number | null)[] = claims.flatMap(({ citations }) => citations.map(({ page }) => page));
const documents = await new FootnoteRetriever({ footnote, k: 2 }).invoke('亚马逊云的市占率');
// @ts-expect-error a draft is a text
await footnote.check(7).catch((error: Error) => console.log(error.message));
await footnote.close();
console.log(JSON.stringify([added.length, answer.includes('32%'), pages, documents.length]));
`;

function run(command: string, args: readonly string[], cwd = folder): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return stdout.trim();
}

function is(what: string, found: string, right: string): void {
  if (!found.includes(right)) throw new Error(`${what}: ${found}`);
  console.log(`${what}: ${right}`);
}

try {
  const tarball = run('npm', ['pack', '--pack-destination', folder], PROJECT).split('\n').at(-1) ?? '';
  writeFileSync(join(folder, 'package.json'), '{"type": "module", "allowScripts": {"hnswlib-node": true}}');
  run('npm', ['install', '--no-audit', '--no-fund', `./${tarball}`]);
  writeFileSync(join(folder, 'tried.ts'), TRIED);
  const options = ['--module', 'nodenext', '--target', 'es2024', '--lib', 'es2024,dom', '--skipLibCheck', '--strict'];
  const compiler = join(PROJECT, 'node_modules/typescript/bin/tsc');
  run(process.execPath, [compiler, '--ignoreConfig', '--noEmit', ...options, '--types', '', 'tried.ts']);
  console.log('types: as said');
  is('library', run(process.execPath, ['tried.ts']), '[1,true,[1],2]');
  is('command line', run('npx', ['--no-install', 'footnote', 'reports', '--json']), '"reports":[');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
