import { z } from 'zod';
import { blockId } from './objects.ts';
import { RichText } from './rich-text.ts';

const rawText = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) });
const rawNumber = z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) });
const Cell = z.discriminatedUnion('type', [rawText, rawNumber, RichText]);
const HeaderCell = z.discriminatedUnion('type', [rawText, rawNumber]);

/** A `table`: at most 100 rows of 20 cells, none of them empty. */
export const Table = z.strictObject({
  type: z.literal('table'),
  ...blockId,
  rows: z.array(z.array(Cell).min(1).max(20)).min(1).max(100),
  column_settings: z
    .array(
      z.strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: z.boolean().optional() }),
    )
    .max(20)
    .optional(),
});

/** A `data_table`: a header and at most 100 rows of one length. */
export const DataTable = z
  .strictObject({
    type: z.literal('data_table'),
    ...blockId,
    caption: z.string().min(1),
    rows: z
      .tuple([z.array(HeaderCell).min(1).max(20)], z.array(Cell).min(1).max(20))
      .refine((rows) => rows.length >= 2, { message: 'must provide at least 2 items' })
      .refine((rows) => rows.length <= 101, { message: 'no more than 101 items allowed' }),
    page_size: z.int().min(1).max(100).optional(),
    row_header_column_index: z.int().min(0).optional(),
  })
  .superRefine(({ rows }, context) => {
    const at = rows.findIndex((row) => row.length !== rows[0].length);
    if (at >= 0)
      context.addIssue({ code: 'custom', message: 'must have as many cells as the header', path: ['rows', at] });
  });

/** Characters of the labels of a chart, and of its title; docs.slack.dev, data visualization block. */
const LABEL = 20;
const TITLE = 50;
/** Segments of a pie, and series of another chart. */
const SERIES = 6;
/** Categories along an axis. */
const CATEGORIES = 20;

const Point = z.strictObject({ label: z.string().min(1).max(LABEL), value: z.number() });
const Series = z.strictObject({ name: z.string().min(1).max(LABEL), data: z.array(Point).min(1).max(CATEGORIES) });
const axes = {
  series: z.array(Series).min(1).max(SERIES),
  axis_config: z.strictObject({
    categories: z.array(z.string().min(1).max(LABEL)).min(1).max(CATEGORIES),
    x_label: z.string().max(TITLE).optional(),
    y_label: z.string().max(TITLE).optional(),
  }),
};
const Chart = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('pie'),
    segments: z
      .array(Point.extend({ value: z.number().positive() }))
      .min(1)
      .max(SERIES),
  }),
  z.strictObject({ type: z.literal('bar'), ...axes }),
  z.strictObject({ type: z.literal('area'), ...axes }),
  z.strictObject({ type: z.literal('line'), ...axes }),
]);

/** A `data_visualization`: each series has one value for each category, and a name of its own. */
export const DataVisualization = z
  .strictObject({
    type: z.literal('data_visualization'),
    ...blockId,
    title: z.string().min(1).max(TITLE),
    chart: Chart,
  })
  .superRefine(({ chart }, context) => {
    if (chart.type === 'pie') return;
    const names = chart.series.map(({ name }) => name);
    if (new Set(names).size < names.length)
      context.addIssue({ code: 'custom', message: 'series names must be unique', path: ['chart', 'series'] });
    const categories = chart.axis_config.categories.toSorted().join('\n');
    for (const [at, { data }] of chart.series.entries()) {
      if (
        data
          .map(({ label }) => label)
          .toSorted()
          .join('\n') !== categories
      )
        context.addIssue({
          code: 'custom',
          message: 'labels must match the categories',
          path: ['chart', 'series', at, 'data'],
        });
    }
  });
