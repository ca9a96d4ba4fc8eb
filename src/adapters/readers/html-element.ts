import type { MarkupElement } from './markup.ts';
import { attribute, childrenOf, isElement, textIn, within } from './markup.ts';
import { withoutSpace } from '../../text/white-space.ts';

/** What an element of a web page is to a reader. */
export type ElementPart =
  | 'unread'
  | 'picture'
  | 'outside'
  | 'hidden'
  | 'navigation'
  | 'contents'
  | 'heading'
  | 'table'
  | 'block'
  | 'break'
  | 'raised'
  | 'inline';

const UNREAD = [
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'select',
  'button',
  'input',
  'textarea',
  'map',
  'dialog',
  'link',
  'meta',
  'rp',
  'rt',
];
const PICTURES = ['img', 'picture', 'svg', 'canvas', 'video', 'audio'];
const OUTSIDE = ['iframe', 'object', 'embed', 'frame', 'applet'];
const BLOCKS = [
  'html',
  'body',
  'p',
  'div',
  'section',
  'article',
  'main',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'blockquote',
  'figure',
  'figcaption',
  'pre',
  'address',
  'details',
  'summary',
  'fieldset',
  'legend',
  'hr',
  'header',
  'footer',
  'center',
  'hgroup',
  'menu',
  'aside',
  'form',
  'td',
  'th',
  'tr',
  'caption',
];
const FURNITURE_ROLES = ['navigation', 'banner', 'contentinfo', 'search', 'complementary', 'menu', 'menubar'];
/** What the article of a page may hold of its own. */
const OF_PAGE = ['header', 'footer'];

/** Tells what an element is; `isInArticle`: it stands in the page's article, whose head and foot are its own. */
export function partOf(element: MarkupElement, isInArticle: boolean): ElementPart {
  const { name } = element;
  if (isUnseen(element)) return 'hidden';
  if (UNREAD.includes(name)) return 'unread';
  if (PICTURES.includes(name)) return 'picture';
  if (OUTSIDE.includes(name)) return 'outside';
  if (isFurniture(element, isInArticle)) return 'navigation';
  if (/^h[1-6]$/u.test(name)) return 'heading';
  if (name === 'table') return 'table';
  if (name === 'br') return 'break';
  if (name === 'sup') return 'raised';
  if (!BLOCKS.includes(name)) return 'inline';
  const menu = menuOf(element);
  return menu ?? 'block';
}

function isUnseen(element: MarkupElement): boolean {
  if (element.attributes['hidden'] !== undefined) return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(element.attributes['style'] ?? '');
}

function isFurniture(element: MarkupElement, isInArticle: boolean): boolean {
  const { name } = element;
  const type = attribute(element, 'type') ?? '';
  if (name === 'nav' || name === 'form') return true;
  // In an e-book a note stands aside, too.
  if (name === 'aside') return !/note/u.test(type) && !/note/u.test(element.attributes['role'] ?? '');
  if (FURNITURE_ROLES.includes(element.attributes['role'] ?? '')) return true;
  return OF_PAGE.includes(name) && !isInArticle;
}

/** A list of so many links, next to nothing but links, each as short as an entry of a menu. */
const MENU = { links: 3, share: 0.8, length: 30 };

/** Blocks that are lists of links: to other pages a menu, within the page its contents. */
function menuOf(element: MarkupElement): 'navigation' | 'contents' | undefined {
  if (!['ul', 'ol', 'div', 'p', 'menu'].includes(element.name) || within(element, 'table').length > 0) return undefined;
  const links = within(element, 'a').filter((link) => link.attributes['href'] !== undefined);
  if (links.length < MENU.links) return undefined;
  const all = lengthOf(element);
  const linked = links.reduce((sum, link) => sum + lengthOf(link), 0);
  if (linked < MENU.share * all || linked > MENU.length * links.length) return undefined;
  return links.every((link) => link.attributes['href']?.startsWith('#')) ? 'contents' : 'navigation';
}

function lengthOf(element: MarkupElement): number {
  return withoutSpace(textIn(element)).length;
}

/** True when all that an element says is in bold. */
export function isAllBold(element: MarkupElement): boolean {
  if (['th', 'b', 'strong'].includes(element.name)) return true;
  const says = element.children.filter((child) => (isElement(child) ? lengthOf(child) > 0 : child.trim() !== ''));
  return says.length > 0 && says.every((child) => isElement(child) && isAllBold(child));
}

/** How far the text of an element is set in, in points. */
export function indentOf(element: MarkupElement): number {
  const style =
    /(?:padding-left|text-indent|margin-left)\s*:\s*(?<length>\d+(?:\.\d+)?)\s*(?<unit>px|pt|em|rem)/iu.exec(
      [element, ...childrenOf(element)].map(({ attributes }) => attributes['style'] ?? '').join(';'),
    )?.groups;
  const length = Number(style?.['length'] ?? 0);
  return /em/u.test(style?.['unit'] ?? '') ? length * EM : length;
}

/** The type's height in points. */
const EM = 12;
