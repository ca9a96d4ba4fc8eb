import type { types } from '@slack/bolt';
import { chartBlock } from './chart-block.ts';
import { figuresTable } from '../views/figures-table.ts';
import type { Chart, Message } from './message.ts';

/** Draws figures as a PNG. */
export type DrawChart = (chart: Chart) => Promise<Uint8Array>;

/** One way to say a message. */
interface Variant {
  text: string;
  blocks?: types.KnownBlock[];
}

/**
 * The ways to say a message, best first: figures as a chart, as a picture beside the message, as a table; at last plain
 * text.
 * @param showPicture puts a picture beside the message; false where that cannot be done
 */
export async function* variantsOf(
  message: Message,
  showPicture: (chart: Chart) => Promise<boolean>,
): AsyncGenerator<Variant> {
  const { text, chart } = message;
  if (!chart) yield { text, blocks: message.blocks };
  else {
    const drawable = chartBlock(chart);
    if (drawable) yield { text, blocks: message.blocks.toSpliced(1, 0, drawable) };
    const isShown = await showPicture(chart);
    yield { text, blocks: isShown ? message.blocks : message.blocks.toSpliced(1, 0, figuresTable(chart)) };
  }
  if (message.plainer) yield { text, blocks: message.plainer };
  yield { text };
}
