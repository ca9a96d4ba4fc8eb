// The bundled Node runs TypeScript as it is; an older system Node only has to find it.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Path of a Node that runs TypeScript without a build: this one, or the one that came with `npm ci`. */
export function findNode() {
  const node = runsTypeScript(process.versions.node) ? process.execPath : bundledNode();
  if (!node) throw new Error(missingNode());
  return node;
}

/** Options of the runtime: without the first, short-lived objects are let pile up to some hundred megabytes. */
export const NODE_OPTIONS = ['--max-semi-space-size=16', '--disable-warning=ExperimentalWarning'];

/** Where compiled code is kept: as far from others' hands as the code itself. */
const KEPT_CODE = fileURLToPath(new URL('../node_modules/.cache/footnote-code', import.meta.url));

/**
 * Has this process, and those that it starts, keep the code that they compile: every start after the first takes half
 * the time. Where the folder cannot be written, nothing is kept. `NODE_COMPILE_CACHE` names another folder.
 */
export function keepCode() {
  process.env.NODE_COMPILE_CACHE ??= KEPT_CODE;
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
}

function missingNode() {
  return (
    `Footnote needs Node 22.18 or newer; this is ${process.versions.node}, and the copy that \`npm ci\` brings along ` +
    `is not there for ${process.platform}-${process.arch}. Run \`npm ci\` without --omit=optional, or install Node 24.`
  );
}

function runsTypeScript(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

function bundledNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const binary = process.platform === 'win32' ? 'node.exe' : 'bin/node';
  try {
    const home = dirname(
      module.createRequire(import.meta.url).resolve(`node-${platform}-${process.arch}/package.json`),
    );
    const path = join(home, binary);
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined; // not installed: the caller says what to do
  }
}
