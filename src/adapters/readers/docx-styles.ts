import type { MarkupElement } from './markup.ts';
import { attribute, childOf, childrenOf } from './markup.ts';
import { given } from '../../domain/given.ts';

/** What the style of a paragraph or a run says of its text. */
export interface DocxStyle {
  /** Level of the heading, from 1. */
  level?: number;
  isTitle: boolean;
  /** A line of a list of contents. */
  isContents: boolean;
  isHidden: boolean;
  isBold: boolean;
}

const PLAIN: DocxStyle = { isTitle: false, isContents: false, isHidden: false, isBold: false };
/** A style is based on another, and that on another: at most so often. */
const DEPTH = 20;

/** Reads the styles of a document: by id, what each says, with those that it is based on. */
export function readStyles(root: MarkupElement | undefined): (id: string | undefined) => DocxStyle {
  const styles = new Map(childrenOf(root, 'style').map((style) => [attribute(style, 'styleId') ?? '', style]));
  const read = (id: string | undefined, depth: number): DocxStyle => {
    const style = id === undefined ? undefined : styles.get(id);
    if (!style || depth > DEPTH) return PLAIN;
    const base = read(attribute(childOf(style, 'basedon'), 'val'), depth + 1);
    return { ...base, ...ownStyle(style, id ?? '', base) };
  };
  const known = new Map<string, DocxStyle>();
  return (id) => {
    if (id === undefined) return PLAIN;
    const style = known.get(id) ?? read(id, 0);
    known.set(id, style);
    return style;
  };
}

function ownStyle(style: MarkupElement, id: string, base: DocxStyle): DocxStyle {
  const name = attribute(childOf(style, 'name'), 'val') ?? id;
  const numbered = /^heading (?<level>[1-9])$/iu.exec(name)?.groups?.['level'];
  const level = numbered === undefined ? outlineLevel(childOf(style, 'ppr')) : Number(numbered);
  const run = childOf(style, 'rpr');
  return {
    ...base,
    ...given({ level }),
    isTitle: /^title$/iu.test(name),
    isContents: /^toc (?:\d|heading$)/iu.test(name) || base.isContents,
    isHidden: toggled(run, 'vanish') ?? base.isHidden,
    isBold: toggled(run, 'b') ?? base.isBold,
  };
}

/** The level that a paragraph has in the outline, from 1; none for body text. */
export function outlineLevel(properties: MarkupElement | undefined): number | undefined {
  const value = attribute(childOf(properties, 'outlinelvl'), 'val');
  return value !== undefined && /^[0-8]$/u.test(value) ? Number(value) + 1 : undefined;
}

/** Whether a property is set, or taken back; undefined where nothing is said. */
export function toggled(properties: MarkupElement | undefined, name: string): boolean | undefined {
  const element = childOf(properties, name);
  return element ? !['0', 'false', 'off'].includes(attribute(element, 'val') ?? '1') : undefined;
}
