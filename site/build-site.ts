import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { Group } from './pages.ts';
import type { RenderedPage } from './render-page.ts';
import { escape, isElsewhere, meantBy, pathOf, placeOf, renderPage } from './render-page.ts';

const DECISIONS = 'docs/decisions/';

/** A site as it was built. */
export interface BuiltSite {
  pages: RenderedPage[];
  /** Links that lead nowhere: which page, which link. */
  broken: string[];
}

/**
 * Builds the site from the project's Markdown files; needs no network, and neither do its readers.
 * @param root folder of the project
 * @param out folder that is emptied, and then holds the site
 */
export function buildSite(root: string, out: string, groups: readonly Group[]): BuiltSite {
  const decisions = readdirSync(join(root, DECISIONS))
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => DECISIONS + name);
  const sources = [...groups.flatMap(({ pages }) => pages), ...decisions];
  const isPage = (source: string) => sources.includes(source);
  const read = (source: string) =>
    source === DECISIONS ? decisionList(root, decisions) : readFileSync(join(root, source), 'utf8');
  const pages = sources.map((source) => renderPage(source, read(source), isPage));
  rmSync(out, { recursive: true, force: true });
  for (const page of pages) {
    const file = join(out, page.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, pageHtml(page, pages, groups));
  }
  for (const file of linkedFiles(pages, root)) cpSync(join(root, file), join(out, placeOf(file)));
  cpSync(join(import.meta.dirname, 'site.css'), join(out, 'site.css'));
  return { pages, broken: pages.flatMap((page) => brokenIn(page, pages, root)) };
}

function decisionList(root: string, decisions: readonly string[]): string {
  const lines = decisions.map((source) => {
    const [title = source] = /(?<=^# ).+/mu.exec(readFileSync(join(root, source), 'utf8')) ?? [];
    return `- [${title}](${posix.basename(source)})`;
  });
  return ['# Decisions', '', 'What was decided, why, and what was left out.', '', ...lines].join('\n');
}

/** Files that are no pages and are linked to, such as those of `deploy/`. */
function linkedFiles(pages: readonly RenderedPage[], root: string): string[] {
  const all = pages.flatMap(({ source, links }) =>
    links.filter((link) => !isElsewhere(link) && !link.startsWith('#')).map((link) => meantBy(link, source)),
  );
  const isFile = (path: string) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false;
  return [...new Set(all)].filter((path) => !pages.some(({ source }) => source === path) && isFile(path));
}

/** Links of a page to pages, headings and files that are not there. */
function brokenIn({ source, links, ids }: RenderedPage, pages: readonly RenderedPage[], root: string): string[] {
  return links
    .filter((link) => !isElsewhere(link))
    .filter((link) => {
      const [file = '', id] = link.split('#', 2);
      if (file === '') return id === undefined || !ids.includes(id);
      const meant = meantBy(link, source);
      const page = pages.find((each) => each.source === meant);
      if (!page) return !existsSync(join(root, meant));
      return id !== undefined && !page.ids.includes(id);
    })
    .map((link) => `${source}: ${link}`);
}

function pageHtml(page: RenderedPage, pages: readonly RenderedPage[], groups: readonly Group[]): string {
  const from = posix.dirname(page.path);
  const to = (path: string) => escape(posix.relative(from, path));
  const item = (source: string) => {
    const title = pages.find((each) => each.source === source)?.title ?? source;
    const here = source === page.source ? ' aria-current="page"' : '';
    return `<li><a href="${to(pathOf(source))}"${here}>${escape(title)}</a></li>`;
  };
  const contents = groups.map(
    ({ title, pages: sources }) => `<h2>${escape(title)}</h2>\n<ul>${sources.map(item).join('')}</ul>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(page.source === 'README.md' ? page.title : `${page.title} · Footnote`)}</title>
<link rel="stylesheet" href="${to('site.css')}">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header><a class="brand" href="${to('index.html')}">Footnote<sup>1</sup></a></header>
<main id="content">
${page.html}</main>
<nav aria-label="Contents">
${contents.join('\n')}
</nav>
</body>
</html>
`;
}
