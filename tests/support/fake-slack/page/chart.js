import { h } from './text.js';

const COLORS = ['#1d6fb8', '#e0852b', '#3a8f5c', '#a04a9c', '#c23b46', '#6b7280'];
const [WIDTH, HEIGHT, LEFT, BOTTOM] = [420, 200, 44, 26];

/** A `data_visualization` block as SVG: bars, lines, areas or a pie, with a legend. */
export function chart({ title, chart: data }) {
  const names =
    data.type === 'pie'
      ? data.segments.map(({ label, value }) => `${label} ${value}`)
      : data.series.map(({ name }) => name);
  const picture = h(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': title },
    data.type === 'pie' ? pie(data.segments) : plot(data),
  );
  return h(
    'figure',
    { class: 'chart' },
    h('figcaption', {}, title),
    picture,
    h(
      'div',
      { class: 'legend' },
      names.map((name, at) => h('span', {}, h('i', { style: `background:${COLORS[at]}` }), name)),
    ),
  );
}

function svg(tag, attributes, ...children) {
  return h(tag, { svg: true, ...attributes }, ...children);
}

function pie(segments) {
  const total = segments.reduce((sum, { value }) => sum + value, 0);
  const [x, y, radius] = [WIDTH / 2, HEIGHT / 2, HEIGHT / 2 - 8];
  let angle = -Math.PI / 2;
  const point = () => `${x + radius * Math.cos(angle)} ${y + radius * Math.sin(angle)}`;
  return segments.map(({ value }, at) => {
    const start = point();
    const share = value / total;
    // A whole circle as one arc would be drawn as nothing.
    angle += Math.min(share, 0.9999) * 2 * Math.PI;
    return svg('path', {
      d: `M${x} ${y} L${start} A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${point()} Z`,
      fill: COLORS[at],
    });
  });
}

function plot({ type, series, axis_config: { categories, y_label: yLabel } }) {
  const values = series.flatMap(({ data }) => data.map(({ value }) => value));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const y = (value) => 10 + ((high - value) / (high - low || 1)) * (HEIGHT - BOTTOM - 10);
  const step = (WIDTH - LEFT) / categories.length;
  const middle = (at) => LEFT + step * (at + 0.5);
  const valueOf = ({ data }, category) => data.find(({ label }) => label === category)?.value ?? 0;
  const axis = [low, (low + high) / 2, high].map((value) => [
    svg('line', { x1: LEFT, x2: WIDTH, y1: y(value), y2: y(value), stroke: 'currentColor', opacity: 0.2 }),
    svg('text', { x: LEFT - 4, y: y(value) + 3, 'text-anchor': 'end' }, String(Math.round(value * 100) / 100)),
  ]);
  const labels = categories.map((category, at) =>
    svg('text', { x: middle(at), y: HEIGHT - 8, 'text-anchor': 'middle' }, category),
  );
  const marks = series.map((each, number) => {
    const points = categories.map((category, at) => `${middle(at)},${y(valueOf(each, category))}`);
    if (type === 'line')
      return [
        svg('polyline', { points: points.join(' '), fill: 'none', stroke: COLORS[number], 'stroke-width': 2 }),
        points.map((point) =>
          svg('circle', { cx: point.split(',')[0], cy: point.split(',')[1], r: 3, fill: COLORS[number] }),
        ),
      ];
    if (type === 'area')
      return svg('polygon', {
        points: [`${middle(0)},${y(0)}`, ...points, `${middle(categories.length - 1)},${y(0)}`].join(' '),
        fill: COLORS[number],
        opacity: 0.6,
      });
    const width = (step * 0.7) / series.length;
    return categories.map((category, at) =>
      svg('rect', {
        x: LEFT + step * (at + 0.15) + width * number,
        y: Math.min(y(valueOf(each, category)), y(0)),
        width,
        height: Math.abs(y(valueOf(each, category)) - y(0)),
        fill: COLORS[number],
      }),
    );
  });
  return [axis, labels, marks, yLabel ? svg('text', { x: 2, y: 8 }, yLabel) : []];
}
