/** HTML that is safe to send: everything put into it was escaped. */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

type Value = Html | string | number | undefined | readonly (Html | string)[];

/** Builds HTML; strings are escaped, other HTML goes in as it is, lists are joined, undefined is nothing. */
export function html(literals: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(literals.reduce((source, literal, index) => source + sourceOf(values[index - 1]) + literal));
}

function sourceOf(value: Value): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.source;
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return value.map((item) => sourceOf(item)).join('');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text with the characters that mean something in HTML, content or attribute, made harmless. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}
