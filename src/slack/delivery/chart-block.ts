import type { types } from '@slack/bolt';
import { LIMITS, shorten } from '../limits.ts';
import type { Chart } from './message.ts';

/** `data_visualization` since 16 June 2026, not yet in @slack/types 3.2.0; docs.slack.dev, data visualization block. */
interface ChartBlock {
  type: 'data_visualization';
  title: string;
  chart: {
    type: 'bar';
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[]; y_label?: string };
  };
}

/** Figures as a bar chart; undefined when there are too many, or two whose short labels are the same. */
export function chartBlock({ title, unit, values }: Chart): types.KnownBlock | undefined {
  const data = values.map(({ label, value }) => ({ label: shorten(label, LIMITS.chartLabel), value }));
  const categories = data.map(({ label }) => label);
  if (data.length === 0 || data.length > LIMITS.chartValues || new Set(categories).size < categories.length)
    return undefined;
  return known({
    type: 'data_visualization',
    title: shorten(title, LIMITS.chartTitle),
    chart: {
      type: 'bar',
      series: [{ name: shorten(unit || title, LIMITS.chartLabel), data }],
      axis_config: { categories, ...(unit === '' ? {} : { y_label: shorten(unit, LIMITS.chartTitle) }) },
    },
  });
}

/** The one seam between blocks that Slack knows and blocks that its types know. */
function known(block: ChartBlock): types.KnownBlock {
  const untyped: unknown = block;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types lag behind Slack
  return untyped as types.KnownBlock;
}
