import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../site/build-site.ts';
import { GROUPS } from '../../site/pages.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** A project of a few files. */
function aProject(files: Record<string, string>): string {
  const root = aTemporaryFolder();
  for (const [path, text] of Object.entries({ 'docs/decisions/0001-one.md': '# 1. One\n', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const PAGES = [{ title: 'All', pages: ['README.md', 'docs/a.md', 'docs/decisions/'] }];

describe('the site of the documentation', () => {
  it('leads nowhere that is not there, and needs nothing from the network', () => {
    const out = aTemporaryFolder();
    const { pages, broken } = buildSite(ROOT, out, GROUPS);
    expect(broken).toEqual([]);
    const loaded = pages.flatMap(({ path }) => [
      ...readFileSync(join(out, path), 'utf8').matchAll(/<(?:img|script|link)[^>]*(?:src|href)="(https?:[^"]*)"/gu),
    ]);
    expect(loaded).toEqual([]);
    const addresses = pages.flatMap(({ path }) =>
      [...readFileSync(join(out, path), 'utf8').matchAll(/(?:href|src)="([^":#]+)(?:#[^"]*)?"/gu)].map(([, to = '']) =>
        join(dirname(path), to),
      ),
    );
    const there = new Set(readdirSync(out, { recursive: true, encoding: 'utf8' }));
    expect([...new Set(addresses)].filter((address) => !there.has(address))).toEqual([]);
  });

  it('lists every page of the documentation once', () => {
    const listed = GROUPS.flatMap(({ pages }) => pages);
    const written = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
    expect(listed.filter((page) => /^docs\/[^/]+\.md$/u.test(page)).toSorted()).toEqual(
      written.map((name) => `docs/${name}`).toSorted(),
    );
  });

  it('turns links between files into links between pages, headings included', () => {
    const root = aProject({
      'README.md': '# Start\n\n[a](docs/a.md#how-it-is) and [all](docs/decisions/)\n',
      'docs/a.md': '# A\n\n## How it is\n\n[back](../README.md), [one](decisions/0001-one.md), [it](#how-it-is)\n',
    });
    const out = aTemporaryFolder();
    const { broken } = buildSite(root, out, PAGES);
    const links = (path: string) =>
      [...readFileSync(join(out, path), 'utf8').matchAll(/<p>.*<\/p>/gu)].flatMap(([text]) =>
        [...text.matchAll(/href="([^"]*)"/gu)].map(([, href]) => href),
      );
    expect([links('index.html'), links('a.html'), broken]).toEqual([
      ['a.html#how-it-is', 'decisions/index.html'],
      ['index.html', 'decisions/0001-one.html', '#how-it-is'],
      [],
    ]);
  });

  it('names each link that leads nowhere, and the page that it stands on', () => {
    const root = aProject({
      'README.md': '[gone](docs/gone.md) [no heading](docs/a.md#nowhere) ![no picture](docs/images/no.png)\n',
      'docs/a.md': '[here](#nothing) [elsewhere](https://example.org/)\n',
    });
    expect(buildSite(root, aTemporaryFolder(), PAGES).broken).toEqual([
      'README.md: docs/gone.md',
      'README.md: docs/a.md#nowhere',
      'README.md: docs/images/no.png',
      'docs/a.md: #nothing',
    ]);
  });
});
