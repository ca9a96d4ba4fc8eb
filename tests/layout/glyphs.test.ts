import { describe, expect, it } from 'vitest';
import type { Area, Glyph, PaintedPage } from '../../src/layout/painted-page.ts';
import { piecesOf } from '../../src/layout/pieces.ts';
import { readGlyphs } from '../../src/layout/read-glyphs.ts';
import { aLineOfGlyphs } from '../support/glyphs.ts';

const NOTHING = { hidden: 0, turned: 0, doubled: 0, marks: 0, isRecognised: false };

function aPage(glyphs: Glyph[], areas: Area[] = []): PaintedPage {
  return { width: 600, height: 800, glyphs, areas, rules: [] };
}

const area = (more: Partial<Area>): Area => ({
  left: 50,
  right: 400,
  top: 80,
  bottom: 110,
  order: 5,
  colour: 0xffffff,
  hides: true,
  isPicture: false,
  ...more,
});

/** A line in the middle of the area. */
const aLine = (text: string, more: Partial<Glyph> = {}) =>
  aLineOfGlyphs(text, { x: 60, base: 100, size: 10, width: 5, ...more });

const textsOf = (page: PaintedPage) => {
  const { page: readable, left } = readGlyphs(page);
  return { texts: piecesOf(readable.glyphs).map(({ text }) => text), left };
};

describe('what nobody sees', () => {
  it.each([
    ['without paint', aPage(aLine('Ferries', { unseen: 'no_paint' }))],
    ['outside of the page', aPage(aLine('Ferries', { unseen: 'outside' }))],
    ['white on white', aPage(aLine('Ferries', { colour: 0xfffffe }))],
    [
      'in the colour of its ground',
      aPage(aLine('Ferries', { colour: 0x204060, order: 9 }), [area({ colour: 0x204060 })]),
    ],
    ['under something drawn later', aPage(aLine('Ferries', { order: 1 }), [area({})])],
    ['under a picture', aPage(aLine('Ferries', { order: 1 }), [area({ colour: undefined, isPicture: true })])],
  ])('is no text and is counted: %s', (_, page) => {
    expect(textsOf(page)).toEqual({ texts: [], left: { ...NOTHING, hidden: 7 } });
  });

  it.each([
    ['white on a dark ground', aPage(aLine('Ferries', { colour: 0xffffff, order: 9 }), [area({ colour: 0x204060 })])],
    ['white on a picture', aPage(aLine('Ferries', { colour: 0xffffff, order: 9 }), [area({ colour: undefined })])],
    ['under what is seen through', aPage(aLine('Ferries', { order: 1 }), [area({ colour: undefined, hides: false })])],
    ['black on a ground', aPage(aLine('Ferries', { order: 9 }), [area({})])],
  ])('is not what is %s', (_, page) => {
    expect(textsOf(page)).toEqual({ texts: ['Ferries'], left: NOTHING });
  });

  it('is read where it is the recognised text of a scan', () => {
    const scan = aPage(aLine('Ferries', { unseen: 'no_paint' }), [
      area({ left: 0, right: 600, top: 0, bottom: 800, colour: undefined, isPicture: true }),
    ]);
    expect(textsOf(scan)).toEqual({ texts: ['Ferries'], left: { ...NOTHING, isRecognised: true } });
  });
});

describe('a character that is drawn twice', () => {
  it('is one, beside the same character that is written twice', () => {
    const bold = [...aLine('渡轮轮班', { width: 10 }), ...aLine('渡轮轮班', { width: 10, x: 60.3 })];
    expect(textsOf(aPage(bold))).toEqual({ texts: ['渡轮轮班'], left: { ...NOTHING, doubled: 4 } });
  });
});

describe('raised characters', () => {
  const behind = (text: string, mark: string, size = 6) => [
    ...aLine(text),
    ...aLineOfGlyphs(mark, { x: 60 + text.length * 5 + 0.2, base: 96, size, width: 3 }),
  ];

  it.each([
    ['a number behind a figure', '25', '1'],
    ['several numbers', '48,200', '4,5'],
    ['a number in brackets', 'berths', '(1)'],
    ['a sign', 'berths', '†'],
    ['a letter', 'berths', 'a'],
  ])('point to notes and stay out of the text: %s', (_, text, mark) => {
    expect(textsOf(aPage(behind(text, mark)))).toEqual({
      texts: [text],
      left: { ...NOTHING, marks: mark.length },
    });
  });

  it.each([
    ['powers of lengths', '12 km', '2', '12 km²'],
    ['endings', 'the 21', 'st', 'the 21st'],
  ])('stay where they are part of the word: %s', (_, text, raised, all) => {
    expect(textsOf(aPage(behind(text, raised)))).toEqual({ texts: [all], left: NOTHING });
  });
});

describe('text at an angle', () => {
  it('is left out where the page reads on, and counted', () => {
    const page = aPage([...aLine('Ferries carry mail'), ...aLine('copy', { angle: -40, base: 300 })]);
    expect(textsOf(page)).toEqual({ texts: ['Ferries carry mail'], left: { ...NOTHING, turned: 4 } });
  });

  it('is turned and read where most of the page has that angle', () => {
    const upwards = aLine('Ferries').map((glyph, at) => ({ ...glyph, x: 100, base: 700 - at * 5, angle: -90 }));
    const { page, turnedBy } = readGlyphs(aPage(upwards));
    expect({ width: page.width, turnedBy, texts: piecesOf(page.glyphs).map(({ text }) => text) }).toEqual({
      width: 800,
      turnedBy: -90,
      texts: ['Ferries'],
    });
  });
});

describe('letters that are set apart', () => {
  it.each([
    ['in Chinese', '渡轮航线在年增长', 14],
    ['in capitals', 'TIMETABLE', 9],
  ])('close up: %s', (_, text, step) => {
    const glyphs = aLine(text).map((glyph, at) => ({ ...glyph, x: 60 + at * step, width: step - 4 }));
    expect(textsOf(aPage(glyphs)).texts).toEqual([text]);
  });

  it('close up where blanks were written between them', () => {
    const glyphs = [...'渡轮航线'].flatMap((text, at) => [
      ...aLine(text, { x: 60 + at * 13, width: 10 }),
      ...aLine(' ', { x: 70 + at * 13, width: 3 }),
    ]);
    expect(textsOf(aPage([...glyphs, ...aLine('图', { x: 112, width: 10 })])).texts).toEqual(['渡轮航线图']);
  });

  it('do not join figures that stand side by side', () => {
    const glyphs = aLine('45678').map((glyph, at) => ({ ...glyph, x: 60 + at * 9 }));
    expect(textsOf(aPage(glyphs)).texts).toEqual(['4 5 6 7 8']);
  });
});
