import type { types } from '@slack/bolt';
import type { Chart } from '../delivery/message.ts';
import { LIMITS, shorten } from '../limits.ts';

/** Characters of a label in the table. */
const LABEL_LENGTH = 40;

/** Figures as a table of labels and values. */
export function figuresTable({ unit, values }: Chart): types.TableBlock {
  const cell = (text: string) => ({
    type: 'raw_text' as const,
    text: text.trim() === '' ? '–' : shorten(text, LABEL_LENGTH),
  });
  return {
    type: 'table',
    column_settings: [{ is_wrapped: true }, { align: 'right' }],
    rows: values.slice(0, LIMITS.chartValues).map(({ label, value }) => [cell(label), cell(`${value}${unit}`)]),
  };
}
