import { posix } from 'node:path';
import type { Tokens } from 'marked';
import { Marked } from 'marked';

/** A page as it is written to the site. */
export interface RenderedPage {
  /** Path of its Markdown file within the project. */
  source: string;
  /** Path within the site. */
  path: string;
  title: string;
  /** Its content. */
  html: string;
  /** What can be linked to: ids of its headings. */
  ids: string[];
  /** What it links to and shows, as it is written there. */
  links: string[];
}

/**
 * Where a Markdown file of the project stands in the site.
 * @param source path within the project; of a folder, with a slash at its end
 */
export function pathOf(source: string): string {
  if (source === 'README.md') return 'index.html';
  const within = source.replace(/^docs\//u, '').replace(/README\.md$/u, 'index.html');
  return within.endsWith('/') ? `${within}index.html` : within.replace(/\.md$/u, '.html');
}

/**
 * Renders a Markdown file.
 * @param source its path within the project
 * @param isPage whether a path of the project is a page of the site
 */
export function renderPage(source: string, markdown: string, isPage: (source: string) => boolean): RenderedPage {
  const [ids, links]: [string[], string[]] = [[], []];
  const to = (href: string): string => {
    links.push(href);
    return addressOf(href, source, isPage);
  };
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading): string {
        const id = idOf(text, ids);
        ids.push(id);
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link): string {
        return `<a href="${escape(to(href))}">${this.parser.parseInline(tokens)}</a>`;
      },
      image({ href, text }: Tokens.Image): string {
        return `<img src="${escape(to(href))}" alt="${escape(text)}" loading="lazy">`;
      },
    },
  });
  const html = marked
    .parse(markdown, { async: false })
    .replaceAll('<table>', '<div class="scroll" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>');
  return { source, path: pathOf(source), title: titleOf(markdown, source), html, ids, links };
}

function titleOf(markdown: string, source: string): string {
  return /^# (.+)$/mu.exec(markdown)?.[1] ?? source;
}

/** As GitHub names headings, so that one link serves there and here. */
function idOf(text: string, taken: readonly string[]): string {
  const plain = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/gu, '-');
  const count = taken.filter((id) => id === plain || id.startsWith(`${plain}-`)).length;
  return count === 0 ? plain : `${plain}-${count}`;
}

/** An address of the project as one of the site; what is elsewhere stays as it is. */
function addressOf(href: string, source: string, isPage: (source: string) => boolean): string {
  if (isElsewhere(href) || href.startsWith('#')) return href;
  const [file = '', id] = href.split('#', 2);
  const meant = meantBy(file, source);
  const target = isPage(meant) ? pathOf(meant) : placeOf(meant);
  const from = posix.dirname(pathOf(source));
  return posix.relative(from, target) + (id === undefined ? '' : `#${id}`);
}

/** The file or folder of the project that a link on a page means. */
export function meantBy(link: string, source: string): string {
  const folder = source.endsWith('/') ? source : posix.dirname(source);
  return posix.join(folder, link.split('#', 1).join(''));
}

/** Where a file of the project that is no page stands in the site. */
export function placeOf(file: string): string {
  return file.replace(/^docs\//u, '');
}

/** Whether an address leads out of the project. */
export function isElsewhere(href: string): boolean {
  return /^[a-z]+:/u.test(href);
}

/** A text within an attribute. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
