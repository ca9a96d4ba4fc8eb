import { readUnits } from './read-units.ts';

/** Makes a text safe to be kept and shown: what is secret in it is replaced. */
export type Redact = (text: string) => string;

/** What stands in a secret's place. */
export const REDACTED = '[secret]';
/** A piece of a secret that is taken for it, in characters: of 64 letters, 72 bits. */
const PIECE = 12;
/** Shorter ones are words that stand everywhere (`none`, `ollama`): nobody's secret. */
const SHORTEST = 8;

/**
 * Replaces secrets and pieces of them, in whatever form they come back: as they are, in other case, percent-encoded,
 * escaped for JSON or HTML, broken over lines, in base64 at any place, in hexadecimal.
 * @param secrets those of fewer than 8 characters are left alone
 */
export function createRedactor(secrets: readonly string[]): Redact {
  const pieces = Map.groupBy(
    secrets
      .filter(({ length }) => length >= SHORTEST)
      .flatMap(formsOf)
      .flatMap(piecesOf),
    ({ length }) => length,
  );
  const known = [...pieces].map(([length, some]) => ({ length, some: new Set(some) }));
  if (known.length === 0) return (text) => text;
  return (text) => replace(text, known);
}

/** A value with the secrets in all its texts replaced. */
export function redactValue(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((each: unknown) => redactValue(each, redact));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [redact(key), redactValue(each, redact)]));
}

/** How a secret looks to `readUnits` in each of its forms. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms = [
    secret,
    bytes.toString('latin1'),
    bytes.toString('hex'),
    ...[0, 1, 2].map((before) => base64At(bytes, before)),
  ];
  return forms.map((form) => readUnits(form).text).filter(({ length }) => length >= SHORTEST);
}

/** What base64 always makes of bytes when so many others, modulo 3, come before them. */
function base64At(bytes: Buffer, before: number): string {
  const whole = Buffer.concat([Buffer.alloc(before), bytes])
    .toString('base64')
    .replaceAll('=', '');
  const isCut = (before + bytes.length) % 3 > 0;
  return whole.slice([0, 2, 3][before], isCut ? -1 : undefined);
}

function piecesOf(form: string): string[] {
  const length = Math.min(PIECE, form.length);
  return Array.from({ length: form.length - length + 1 }, (_, at) => form.slice(at, at + length));
}

function replace(text: string, known: { length: number; some: Set<string> }[]): string {
  const units = readUnits(text);
  const spans: { start: number; end: number }[] = [];
  for (const { length, some } of known) {
    for (let at = 0; at + length <= units.text.length; at++) {
      if (some.has(units.text.slice(at, at + length)))
        spans.push({ start: units.starts[at] ?? 0, end: units.ends[at + length - 1] ?? text.length });
    }
  }
  return cutOut(
    text,
    spans.toSorted((a, b) => a.start - b.start),
  );
}

function cutOut(text: string, spans: readonly { start: number; end: number }[]): string {
  let [result, done] = ['', 0];
  for (const { start, end } of spans) {
    if (start >= done) result += text.slice(done, start) + (start === done && done > 0 ? '' : REDACTED);
    done = Math.max(done, end);
  }
  return result + text.slice(done);
}
