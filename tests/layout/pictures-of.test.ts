import { expect, it } from 'vitest';
import { picturesOf } from '../../src/layout/pictures-of.ts';

const painted = (...boxes: [left: number, top: number, right: number, bottom: number][]) => ({
  width: 600,
  height: 800,
  glyphs: [],
  rules: [],
  areas: boxes.map(([left, top, right, bottom], order) => ({
    left,
    top,
    right,
    bottom,
    order,
    colour: undefined,
    hides: true,
    isPicture: order !== 1,
  })),
});

it('finds pictures that may say something: charts, and lines of text; no icons, and no ground', () => {
  const chart: [number, number, number, number] = [60, 100, 360, 300];
  const ofAnotherKind: [number, number, number, number] = [60, 320, 360, 500];
  const heading: [number, number, number, number] = [60, 520, 260, 536];
  expect(picturesOf(painted(chart, ofAnotherKind, heading, [60, 560, 72, 572], [0, 0, 600, 800]))).toEqual([
    { left: 60, top: 100, width: 300, height: 200 },
    { left: 60, top: 520, width: 200, height: 16 },
  ]);
});
