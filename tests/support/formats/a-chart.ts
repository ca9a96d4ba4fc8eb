import { xml } from './little-report.ts';

/** A chart as office documents keep it. */
export interface AChart {
  title?: string;
  /** What its values are counted in, at its axis. */
  counted?: string;
  /** `bar`, `line`, `pie`, `scatter`. */
  kind?: string;
  categories: string[];
  series: Record<string, (number | undefined)[]>;
  /** How its numbers look. */
  format?: string;
  /** The sheet whose cells it draws. */
  sheet?: string;
}

/** The part of a chart. */
export function aChart(chart: AChart): string {
  const { title, counted, kind = 'bar', categories, series, format = 'General', sheet = 'Sheet1' } = chart;
  const titleOf = (text: string | undefined) =>
    text === undefined
      ? ''
      : `<c:title><c:tx><c:rich><a:p><a:r><a:t>${xml(text)}</a:t></a:r></a:p></c:rich></c:tx></c:title>`;
  const points = (values: readonly (string | number | undefined)[]) =>
    values
      .map((value, at) => (value === undefined ? '' : `<c:pt idx="${at}"><c:v>${xml(String(value))}</c:v></c:pt>`))
      .join('');
  const formula = `<c:f>'${sheet}'!$A$1:$B$9</c:f>`;
  const drawn = Object.entries(series).map(
    ([name, values]) =>
      `<c:ser><c:tx><c:strRef>${formula}<c:strCache>${points([name])}</c:strCache></c:strRef></c:tx>` +
      `<c:cat><c:strRef>${formula}<c:strCache>${points(categories)}</c:strCache></c:strRef></c:cat>` +
      `<c:val><c:numRef>${formula}<c:numCache><c:formatCode>${xml(format)}</c:formatCode>${points(values)}` +
      `</c:numCache></c:numRef></c:val></c:ser>`,
  );
  return (
    `<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart>${titleOf(title)}<c:plotArea><c:${kind}Chart>${drawn.join('')}` +
    `</c:${kind}Chart><c:valAx>${titleOf(counted)}</c:valAx></c:plotArea></c:chart></c:chartSpace>`
  );
}

/** Where a chart stands in a slide or a document, by the id of its relation. */
export function chartFrame(id: string): string {
  return `<a:graphic><a:graphicData uri="chart"><c:chart xmlns:c="c" r:id="${id}"/></a:graphicData></a:graphic>`;
}
