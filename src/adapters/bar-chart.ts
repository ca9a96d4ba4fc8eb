import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { parse, View } from 'vega';
import type { TopLevelSpec } from 'vega-lite';
import { compile } from 'vega-lite';
import type { FigureSeries } from '../domain/answer.ts';
import { valueText } from '../words/summary-notes.ts';

/**
 * A subset with the common Chinese characters; system fonts are not used, so that every machine draws the same picture.
 */
const FONT_FILE = fileURLToPath(new URL('../../assets/fonts/NotoSansSC-Regular.ttf', import.meta.url));
const FONT = 'Noto Sans SC';
const INK = '#1d1d1b';
const QUIET = '#5c5a55';
const BAR = '#8a2f12';
/** In pixels of the drawing; the picture has twice as many. */
const [WIDTH, BAR_STEP, COLUMN_HEIGHT, ZOOM] = [420, 30, 200, 2];
/**
 * Without a canvas Vega takes a Chinese character for narrower than it is, in pixels; and the greatest value needs room
 * beside its bar.
 */
const UNMEASURED = 3;
const ROOM = 0.2;
/** Longer labels end with an ellipsis, in pixels. */
const LABEL_LIMIT = 150;

/** What is drawn: a series, its quotes aside. */
export type Bars = Pick<FigureSeries, 'kind' | 'unit'> & { values: { label: string; value: number }[] };

/** With so many values over time a line is drawn, for what runs on; fewer are columns. */
const LEAST_OF_LINE = 4;

/**
 * Draws a series: a line or columns over time, else bars side by side, the greatest on top.
 * @param title above the bars
 * @returns a PNG
 */
export async function drawBarChart(series: Bars, title: string): Promise<Uint8Array> {
  const svg = await new View(parse(compile(specOf(series, title)).spec), { renderer: 'none' }).toSVG();
  return new Resvg(svg, {
    font: { fontFiles: [FONT_FILE], loadSystemFonts: false, defaultFontFamily: FONT },
    fitTo: { mode: 'zoom', value: ZOOM },
  })
    .render()
    .asPng();
}

function specOf({ kind, unit, values }: Bars, title: string): TopLevelSpec {
  const rows = values.map(({ label, value }) => ({ label, value, text: valueText(value, unit) }));
  const isOverTime = kind === 'over_time';
  const [least, most] = [
    Math.min(0, ...values.map(({ value }) => value)),
    Math.max(0, ...values.map(({ value }) => value)),
  ];
  const order = values.toSorted((one, other) => other.value - one.value).map(({ label }) => label);
  const labels = {
    field: 'label',
    type: 'nominal' as const,
    title: null,
    sort: isOverTime ? null : order,
    axis: { labelLimit: LABEL_LIMIT, labelAngle: 0, ticks: false, domain: false, labelPadding: 8 },
  };
  const amounts = {
    field: 'value',
    type: 'quantitative' as const,
    axis: null,
    scale: { domain: [least, most + ROOM * (most - least)], nice: false },
  };
  return {
    title: {
      text: title,
      anchor: 'start',
      frame: 'group',
      fontSize: 15,
      fontWeight: 'normal',
      color: INK,
      offset: 14,
      limit: WIDTH,
    },
    background: 'white',
    padding: {
      top: 16,
      right: 16,
      bottom: 16,
      left: 16 + (isOverTime ? 0 : UNMEASURED * Math.max(...values.map(({ label }) => label.length))),
    },
    config: { font: FONT, axis: { labelFontSize: 13, labelColor: INK }, view: { stroke: null } },
    data: { values: rows },
    width: WIDTH,
    height: isOverTime ? COLUMN_HEIGHT : { step: BAR_STEP },
    encoding: isOverTime ? { x: labels, y: amounts } : { y: labels, x: amounts },
    layer: [
      isOverTime && values.length >= LEAST_OF_LINE
        ? { mark: { type: 'line', color: BAR, strokeWidth: 2, point: { color: BAR, size: 46 } } }
        : {
            mark: { type: 'bar', color: BAR, ...(isOverTime ? { width: { band: 0.5 } } : { height: { band: 0.62 } }) },
          },
      {
        mark: { type: 'text', color: QUIET, fontSize: 13, ...(isOverTime ? { dy: -8 } : { align: 'left', dx: 5 }) },
        encoding: { text: { field: 'text' } },
      },
    ],
  };
}
