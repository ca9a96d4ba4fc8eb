// Draws the measurements that run-bench.ts has written: node bench/draw-chart.ts RESULTS.json CHART.svg
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import type { TopLevelSpec } from 'vega-lite';
import { z } from 'zod';
import { Measured } from './measure.ts';

const Rows = z.array(Measured.extend({ system: z.string(), set: z.string() }));
const FOOTNOTE = '#b3541e';
const OTHERS = '#9aa5b1';

const [input = '', output = ''] = process.argv.slice(2);
const rows = Rows.parse(JSON.parse(readFileSync(input, 'utf8'))).filter(({ set }) => !set.endsWith('many'));

const spec: TopLevelSpec = {
  title: { text: 'The right passage first (hit@1)', anchor: 'start', fontSize: 15 },
  background: 'white',
  config: {
    font: 'sans-serif',
    axis: { labelFontSize: 11 },
    header: { labelFontSize: 12, labelFontWeight: 'bold' },
    view: { stroke: null },
  },
  data: { values: rows.map(({ system, set, hits }) => ({ system, set, hit: hits[1] })) },
  columns: 3,
  facet: { field: 'set', type: 'nominal', title: null },
  spec: {
    width: 180,
    height: 110,
    encoding: {
      y: { field: 'system', type: 'nominal', sort: null, title: null },
      x: {
        field: 'hit',
        type: 'quantitative',
        scale: { domain: [0, 1.12] },
        axis: { values: [0, 0.5, 1], title: null, grid: false },
      },
    },
    layer: [
      {
        mark: 'bar',
        encoding: { color: { condition: { test: "datum.system === 'Footnote'", value: FOOTNOTE }, value: OTHERS } },
      },
      {
        mark: { type: 'text', align: 'left', dx: 3, fontSize: 10 },
        encoding: { text: { field: 'hit', type: 'quantitative', format: '.2f' } },
      },
    ],
  },
};
writeFileSync(output, await new View(parse(compile(spec).spec), { renderer: 'none' }).toSVG());
