import { pick } from '../fuzz-runs.ts';
import type { LittleReport } from './little-report.ts';
import { aDocx } from './a-docx.ts';
import { aPptx } from './a-pptx.ts';
import { anXlsx } from './an-xlsx.ts';
import { aCsv, aMarkdown, anEpub, anHtml } from './marked-texts.ts';
import { aZip, partsOf } from './zip.ts';

type Random = () => number;

/** A good file of each format. */
export const GOOD_FILES: readonly (readonly [string, (report: LittleReport) => Uint8Array])[] = [
  ['.docx', (report) => aDocx(report)],
  ['.pptx', aPptx],
  ['.xlsx', anXlsx],
  ['.epub', anEpub],
  ['.html', (report) => Buffer.from(anHtml(report))],
  ['.md', (report) => Buffer.from(aMarkdown(report))],
  ['.csv', ({ sections: [section] }) => Buffer.from(section?.table ? aCsv(section.table) : '')],
];

/** How a good file is broken: by accident on its way, or by somebody within one of its parts. */
const BREAKS: Record<string, (bytes: Uint8Array, random: Random) => Uint8Array> = {
  cut: (bytes, random) => bytes.slice(0, Math.floor(bytes.length * random())),
  'bits flipped': flipped,
  'bytes moved': (bytes, random) => {
    const [from, to, length] = [random(), random(), random() / 10].map((share) => Math.floor(share * bytes.length));
    return Uint8Array.from(bytes).copyWithin(to ?? 0, from ?? 0, (from ?? 0) + (length ?? 0));
  },
  'a part cut': (bytes, random) => withPart(bytes, random, (part) => part.slice(0, Math.floor(part.length * random()))),
  'a part flipped': (bytes, random) => withPart(bytes, random, (part) => flipped(part, random)),
  'a part gone': (bytes, random) => withPart(bytes, random, () => undefined),
  'marks repeated': (bytes, random) => withPart(bytes, random, (part) => repeated(part, random)),
  'values replaced': (bytes, random) => withPart(bytes, random, (part) => replaced(part, random)),
};

/** A good file, broken in one way; all ways come in turn. */
export function aBrokenFile(good: Uint8Array, index: number, random: Random): { kind: string; bytes: Uint8Array } {
  const [kind, spoil] = Object.entries(BREAKS)[index % Object.keys(BREAKS).length] ?? [];
  return { kind: kind ?? '', bytes: spoil?.(good, random) ?? good };
}

function flipped(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = Uint8Array.from(bytes);
  for (let times = Math.ceil(40 ** random()); times > 0; times--) {
    const at = Math.floor(random() * changed.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return changed;
}

/** A packed file with one of its parts changed, packed anew; another file is one part. */
function withPart(bytes: Uint8Array, random: Random, change: (part: Uint8Array) => Uint8Array | undefined): Uint8Array {
  const parts = partsOf(bytes);
  const names = Object.keys(parts);
  const name = names[Math.floor(random() * names.length)];
  if (name === undefined) return change(bytes) ?? new Uint8Array();
  const changed = change(parts[name] ?? new Uint8Array());
  const rest = Object.entries(parts).filter(([each]) => each !== name);
  return aZip(Object.fromEntries([...rest, ...(changed ? [[name, changed] as const] : [])]));
}

/** One of the marks of a part many times, opened and never closed, or within itself. */
function repeated(part: Uint8Array, random: Random): Uint8Array {
  const text = Buffer.from(part).toString();
  const marks = text.match(/<[^>]*>|[|#*"]/gu) ?? ['x'];
  const mark = marks[Math.floor(random() * marks.length)] ?? 'x';
  const at = text.indexOf(mark);
  return Buffer.from(text.slice(0, at) + mark.repeat(Math.ceil(20_000 ** random())) + text.slice(at));
}

/** Numbers and names of a part replaced by ones that no program writes. */
function replaced(part: Uint8Array, random: Random): Uint8Array {
  const odd = ['-1', '0', '1e999', '99999999999', 'XFD1048576', '', '&#0;', '../..', 'NaN', '\ufffd'] as const;
  const text = Buffer.from(part).toString();
  return Buffer.from(
    text.replaceAll(/"[^"]*"|\d+/gu, (value) => (random() < 0.1 ? value.replace(/[^"]+/u, pick(odd, random)) : value)),
  );
}
