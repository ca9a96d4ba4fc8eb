import type { App, types } from '@slack/bolt';
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

/** The ways to say a message, best first: figures as a chart, as a picture, as a table; at last plain text. */
export async function* variantsOf(message: Message, { client, drawChart }: { client: App['client']; drawChart?: DrawChart }): AsyncGenerator<Variant> {
  const { text, chart } = message;
  const withFigures = (block: types.KnownBlock): Variant => ({ text, blocks: message.blocks.toSpliced(1, 0, block) });
  if (!chart) yield { text, blocks: message.blocks };
  else {
    const drawable = chartBlock(chart);
    if (drawable) yield withFigures(drawable);
    const picture = drawChart && (await pictureBlock(chart, client, drawChart));
    if (picture) yield withFigures(picture);
    yield withFigures(figuresTable(chart));
  }
  if (message.plainer) yield { text, blocks: message.plainer };
  yield { text };
}

/** A picture of the figures, uploaded; nothing where uploads are refused: the table says the same. */
async function pictureBlock(chart: Chart, client: App['client'], drawChart: DrawChart): Promise<types.KnownBlock | undefined> {
  try {
    const uploaded = await client.filesUploadV2({ file: Buffer.from(await drawChart(chart)), filename: 'figures.png', title: chart.title });
    const id = uploaded.files[0]?.files?.[0]?.id;
    return id === undefined ? undefined : { type: 'image', slack_file: { id }, alt_text: chart.title };
  } catch {
    return undefined;
  }
}
