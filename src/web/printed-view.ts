import type { Html } from './html.ts';
import { html } from './html.ts';
import type { Mark } from './marked-paragraphs.ts';
import type { PrintedPage } from './visit.ts';

/** The picture of a page with boxes drawn over the marked words. */
export function printedView(source: string, alt: string, { width, height, boxes }: PrintedPage, marks: Mark[]): Html {
  const rectangles = boxes.flatMap((lines, at) =>
    lines.map(
      ({ left, top, width: across, height: down }) =>
        html`<rect class="${marks[at]?.kind ?? 'hit'}" x="${round(left)}" y="${round(top)}" width="${round(across)}" \
height="${round(down)}" rx="1.5"/>`,
    ),
  );
  return html`<figure class="printed"><img src="${source}" alt="${alt}" width="${Math.round(width)}" \
height="${Math.round(height)}"><svg viewBox="0 0 ${round(width)} ${round(height)}" aria-hidden="true">\
${rectangles}</svg></figure>`;
}

function round(points: number): string {
  return points.toFixed(1);
}
