import type { Measured } from './measure.ts';

/** One system on one set. */
export interface Row extends Measured {
  system: string;
  set: string;
}

const COLUMNS: readonly (readonly [string, (row: Row) => string])[] = [
  ['set', ({ set }) => set],
  ['system', ({ system }) => system],
  ['hit@1', ({ hits }) => hits[1].toFixed(3)],
  ['hit@5', ({ hits }) => hits[5].toFixed(3)],
  ['hit@10', ({ hits }) => hits[10].toFixed(3)],
  ['parts', ({ parts }) => String(parts)],
  ['ingest s', ({ ingestSeconds }) => ingestSeconds.toFixed(1)],
  ['parts/s', ({ partsPerSecond }) => partsPerSecond.toFixed(0)],
  ['search p50 ms', ({ searchP50 }) => searchP50.toFixed(1)],
  ['search p95 ms', ({ searchP95 }) => searchP95.toFixed(1)],
  ['ask p95 ms', ({ askP95 }) => (askP95 === undefined ? '–' : askP95.toFixed(1))],
  ['first result s', ({ firstResult }) => (firstResult / 1000).toFixed(1)],
  ['memory MB', ({ memory }) => memory.toFixed(0)],
];

/** The measurements as a Markdown table. */
export function tableOf(rows: Row[]): string {
  const lines = [
    COLUMNS.map(([name]) => name),
    COLUMNS.map(() => '---'),
    ...rows.map((row) => COLUMNS.map(([, cell]) => cell(row))),
  ];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
