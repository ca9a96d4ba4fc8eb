import { Parser } from 'htmlparser2';
import { UnreadableReportError } from '../../domain/errors.ts';
import { FILE_LIMITS } from '../../domain/file-limits.ts';

/** An element with what stands in it, in order. */
export interface MarkupElement {
  /** Lower case, without the prefix of its namespace. */
  name: string;
  /** By their names with prefix, lower case in HTML. */
  attributes: Readonly<Record<string, string>>;
  children: MarkupNode[];
}

/** An element or text. */
export type MarkupNode = MarkupElement | string;

/** What is parsed, and what is said when it cannot be. */
export interface MarkupSource {
  file: string;
  text: string;
  as: 'xml' | 'html';
}

/**
 * Parses XML or HTML. Nothing is fetched, and no entity but the language's own is replaced: what a document type
 * declares is passed over.
 * @throws UnreadableReportError when it is nested deeper than any document, or holds more elements
 */
export function parseMarkup({ file, text, as }: MarkupSource): MarkupElement {
  const root: MarkupElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        if (open.length > FILE_LIMITS.nesting) throw tooDeep(file);
        if (elements > FILE_LIMITS.elements) throw tooMany(file);
        const element: MarkupElement = { name: localName(name), attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(data) {
        const children = open.at(-1)?.children;
        const last = children?.at(-1);
        // Entities come apart from the text around them.
        if (typeof last === 'string') children?.splice(-1, 1, last + data);
        else children?.push(data);
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
    },
    as === 'xml' ? { xmlMode: true } : {},
  );
  parser.end(text);
  return root;
}

function tooDeep(file: string): UnreadableReportError {
  return new UnreadableReportError(
    `${file}: has elements within each other more than ${FILE_LIMITS.nesting} deep; no report is built so. ` +
      'Save it anew, or print it to PDF.',
  );
}

function tooMany(file: string): UnreadableReportError {
  const count = FILE_LIMITS.elements.toLocaleString('en');
  return new UnreadableReportError(`${file}: holds more than ${count} elements in one part; split it into parts.`);
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** The elements that stand directly in one, of a name where one is asked for. */
export function childrenOf(element: MarkupElement | undefined, name?: string): MarkupElement[] {
  return (element?.children ?? []).filter(isElement).filter((child) => name === undefined || child.name === name);
}

/** The first element of a name that stands directly in one. */
export function childOf(element: MarkupElement | undefined, ...path: string[]): MarkupElement | undefined {
  return path.reduce<MarkupElement | undefined>((at, name) => childrenOf(at, name)[0], element);
}

/** All elements of a name within one, at any depth, in order. */
export function within(element: MarkupElement | undefined, ...names: string[]): MarkupElement[] {
  return childrenOf(element).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...within(child, ...names),
  ]);
}

/** An attribute by its name without prefix. */
export function attribute(element: MarkupElement | undefined, name: string): string | undefined {
  if (!element) return undefined;
  const exact = element.attributes[name];
  if (exact !== undefined) return exact;
  return Object.entries(element.attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];
}

/** All the text in an element. */
export function textIn(element: MarkupElement | undefined): string {
  return (element?.children ?? []).map((child) => (isElement(child) ? textIn(child) : child)).join('');
}

/** True for an element, false for text. */
export function isElement(node: MarkupNode): node is MarkupElement {
  return typeof node !== 'string';
}

/** The id by which a part of an office document refers to another, beside one of its own. */
export function relationId({ attributes }: MarkupElement): string {
  return Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
}
