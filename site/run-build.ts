// Builds the site of the documentation: npm run docs [FOLDER].
import { resolve } from 'node:path';
import { buildSite } from './build-site.ts';
import { GROUPS } from './pages.ts';

const out = resolve(process.argv[2] ?? resolve(import.meta.dirname, 'html'));
const { pages, broken } = buildSite(resolve(import.meta.dirname, '..'), out, GROUPS);
for (const link of broken) process.stderr.write(`A link leads nowhere: ${link}\n`);
process.stdout.write(`${pages.length} pages are in ${out}: open index.html there.\n`);
process.exitCode = broken.length > 0 ? 1 : 0;
