import { describe, expect, it } from 'vitest';
import type { Glyph, Rule } from '../../src/layout/painted-page.ts';
import { readPage } from '../../src/layout/read-page.ts';
import { aLineOfGlyphs } from '../support/glyphs.ts';

const SIZE = 10;

/** Words that begin, or end, at a place. */
function words(
  text: string,
  base: number,
  at: { left: number } | { right: number },
  more: Partial<Glyph> = {},
): Glyph[] {
  const width = /\p{Script=Han}/u.test(text) ? SIZE : SIZE / 2;
  const x = 'left' in at ? at.left : at.right - text.length * width;
  return aLineOfGlyphs(text, { x, base, size: SIZE, width, ...more });
}

/** Rows of a label at the left and figures that end at 300, 400 and 500. */
function rows(top: number, ...lines: [label: string, ...cells: string[]][]): Glyph[] {
  return lines.flatMap(([label, ...cells], at) => [
    ...words(label, top + at * 14, { left: label.startsWith(' ') ? 62 : 50 }),
    ...cells.flatMap((cell, column) => (cell === '' ? [] : words(cell, top + at * 14, { right: 300 + 100 * column }))),
  ]);
}

const read = (glyphs: Glyph[], rules: Rule[] = [], before?: Parameters<typeof readPage>[1]) =>
  readPage({ width: 595, height: 842, glyphs, areas: [], rules }, before);

/** What the tables of a page say, a line for each row. */
function told(page: ReturnType<typeof read>): string[] {
  return page.tables.flatMap(({ table }) =>
    table.rows.map(({ groups, label, cells, isSure }) => {
      const values = cells.flatMap(({ text }, at) =>
        text === '' ? [] : [`${(table.heads[at] ?? []).join(' ')} = ${text}`],
      );
      return `${[...groups, label].join(' > ')}: ${values.join(', ')}${isSure ? '' : ' ?'}`;
    }),
  );
}

const level = (top: number, left: number, right: number): Rule => ({ left, right, top, bottom: top, isLevel: true });
const upright = (left: number, top: number, bottom: number): Rule => ({
  left,
  right: left,
  top,
  bottom,
  isLevel: false,
});

/** The rules of a grid. */
function grid(xs: number[], ys: number[]): Rule[] {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return [...ys.map((y) => level(y, left, right)), ...xs.map((x) => upright(x, top, bottom))];
}

/** Bars from 160 on, two points long for each one of their figures, which stand behind them; labels end at 150. */
function bars(top: number, ...all: [label: string, figure: string][]): Glyph[] {
  return all.flatMap(([label, figure], at) => [
    ...words(label, top + at * 18, { right: 150 }),
    ...words(figure, top + at * 18, { left: 164 + 2 * Number.parseFloat(figure) }),
  ]);
}

describe('a chart of bars', () => {
  it('is rows of its labels under what stands above it: each figure stands as far out as it is large', () => {
    const page = read([
      ...words('Ferries of the strait', 40, { left: 60 }, { size: 14 }),
      ...words('% who would go by', 67, { left: 60 }),
      ...words('ferry again', 80, { left: 60 }),
      ...bars(100, ['Islanders', '82'], ['Commuters', '75'], ['Guests', '31']),
    ]);
    expect(told(page)).toEqual([
      'Islanders: % who would go by ferry again = 82',
      'Commuters: % who would go by ferry again = 75',
      'Guests: % who would go by ferry again = 31',
    ]);
    expect(page.tables[0]?.table.rows[1]?.cells[0]?.box?.left).toBe(314);
  });

  it('is none where figures stand anywhere', () => {
    const page = read([
      ...words('以下各港', 80, { left: 60 }),
      ...words('东港', 100, { left: 60 }),
      ...words('82', 100, { left: 210 }),
      ...words('西港', 118, { left: 60 }),
      ...words('75', 118, { left: 330 }),
      ...words('北港', 136, { left: 60 }),
      ...words('31', 136, { left: 262 }),
    ]);
    expect(told(page)).toEqual([]);
  });
});

describe('a table without rules', () => {
  it('has heads over its columns, figures under them, signs with their figures and brackets as they are', () => {
    const page = read(
      rows(
        100,
        ['', '2023', '2022'],
        ['Tickets sold', '1,204', '1,187'],
        ['Fuel', '(318)', '(295)'],
        ['Share of mail', '12%', '—'],
        ['Result', '$ 886', '$ 892'],
      ),
    );
    expect(told(page)).toEqual([
      'Tickets sold: 2023 = 1,204, 2022 = 1,187',
      'Fuel: 2023 = (318), 2022 = (295)',
      'Share of mail: 2023 = 12%, 2022 = —',
      'Result: 2023 = $ 886, 2022 = $ 892',
    ]);
  });

  it('stands in the text row by row, cells as they are printed', () => {
    const { lines } = read([
      ...words('Ferries of the strait (thousand tickets)', 70, { left: 50 }),
      ...rows(100, ['', '2023', '2022'], ['Island line', '1,204', '1,187'], ['Harbour line', '318', '']),
      ...words('The harbour line was opened in 2023 and runs on weekdays only, at the hour.', 180, { left: 50 }),
    ]);
    expect(lines.map(({ text }) => text)).toEqual([
      'Ferries of the strait (thousand tickets)',
      '2023\t2022',
      'Island line\t1,204\t1,187',
      'Harbour line\t318',
      'The harbour line was opened in 2023 and runs on weekdays only, at the hour.',
    ]);
    expect(lines[1]?.table?.table.above).toEqual(['Ferries of the strait (thousand tickets)']);
  });

  it('has heads of several lines, each over the columns that it spans', () => {
    const page = read(
      [
        ...words('Half-year', 100, { left: 230 }),
        ...words('Year', 100, { left: 440 }),
        ...rows(115, ['', '2023', '2022', '2023'], ['Tickets', '612', '590', '1,204'], ['Freight', '88', '91', '180']),
      ],
      [level(103, 200, 400), level(103, 420, 500)],
    );
    expect(told(page)).toEqual([
      'Tickets: Half-year 2023 = 612, Half-year 2022 = 590, Year 2023 = 1,204',
      'Freight: Half-year 2023 = 88, Half-year 2022 = 91, Year 2023 = 180',
    ]);
  });

  it('knows what its rows belong to by their indent', () => {
    const page = read(
      rows(
        100,
        ['', '2023', '2022'],
        ['Income:'],
        [' Tickets', '1,204', '1,187'],
        [' Freight', '180', '176'],
        ['Costs:'],
        [' Fuel', '318', '295'],
      ),
    );
    expect(told(page)).toEqual([
      'Income > Tickets: 2023 = 1,204, 2022 = 1,187',
      'Income > Freight: 2023 = 180, 2022 = 176',
      'Costs > Fuel: 2023 = 318, 2022 = 295',
    ]);
  });

  it('joins a label that goes on in the next line', () => {
    const page = read(
      rows(
        100,
        ['', '2023', '2022'],
        ['Tickets', '1,204', '1,187'],
        ['Wages of crews', '', ''],
        ['and of harbours', '96', '92'],
      ),
    );
    expect(told(page)).toEqual([
      'Tickets: 2023 = 1,204, 2022 = 1,187',
      'Wages of crews and of harbours: 2023 = 96, 2022 = 92',
    ]);
  });

  it('has heads that end with an abbreviation', () => {
    expect(told(read(rows(100, ['', 'Total', 'Oper.'], ['Tickets', '12%', '9%'], ['Freight', '3%', '2%'])))).toEqual([
      'Tickets: Total = 12%, Oper. = 9%',
      'Freight: Total = 3%, Oper. = 2%',
    ]);
  });

  it('is read in Chinese', () => {
    const page = read(
      rows(100, ['项目', '2023年', '2022年'], ['船票收入', '1,204', '1,187'], ['燃油费用', '318', '295']),
    );
    expect(told(page)).toEqual(['船票收入: 2023年 = 1,204, 2022年 = 1,187', '燃油费用: 2023年 = 318, 2022年 = 295']);
  });

  it('is none where pages are listed, or where text stands in columns', () => {
    const contents = rows(
      100,
      ['', 'Page'],
      ...['Lines', 'Ships', 'Ports', 'Crews', 'Costs'].map((name, at): [string, string] => [name, String(3 + 4 * at)]),
    );
    expect(told(read(contents))).toEqual([]);
  });
});

describe('a table in a frame of rules', () => {
  const xs = [40, 150, 300, 450];

  it('has cells where its rules cross, of several lines, and empty ones', () => {
    const page = read(
      [
        ...words('Line', 115, { left: 50 }, { isBold: true }),
        ...words('Ships', 115, { left: 160 }, { isBold: true }),
        ...words('Remarks', 115, { left: 310 }, { isBold: true }),
        ...words('Island line', 135, { left: 50 }),
        ...words('12', 135, { left: 160 }),
        ...words('two of them', 135, { left: 310 }),
        ...words('electric', 147, { left: 310 }),
        ...words('Harbour line', 175, { left: 50 }),
        ...words('4', 175, { left: 160 }),
      ],
      grid(xs, [100, 120, 155, 180]),
    );
    expect(told(page)).toEqual(['Island line: Ships = 12, Remarks = two of them electric', 'Harbour line: Ships = 4']);
    expect(page.tables[0]?.table.rows[0]?.cells[0]?.box).toEqual({ left: 160, top: 127, width: 10, height: 10.2 });
  });

  it('goes on over the page under the head of its first part', () => {
    const rules = grid(xs, [100, 120, 140]);
    const row = (base: number, ...cells: string[]) =>
      cells.flatMap((cell, at) => words(cell, base, { left: (xs[at] ?? 0) + 10 }));
    const first = read([...row(115, 'Line', 'Ships', 'Crew'), ...row(135, 'Island line', '12', '96')], rules);
    const second = read([...row(115, 'Harbour line', '4', '20'), ...row(135, 'Night line', '2', '9')], rules, first);
    expect(told(second)).toEqual(['Harbour line: Ships = 4, Crew = 20', 'Night line: Ships = 2, Crew = 9']);
  });

  it('is read with a note that is set into its frame', () => {
    const glyphs = [
      ...words('Depot', 112, { left: 55 }),
      ...words('Parcels', 112, { left: 205 }),
      ...words('North', 132, { left: 55 }),
      ...words('1,204', 132, { left: 205 }),
      ...words('South', 152, { left: 55 }),
      ...words('987', 152, { left: 205 }),
      ...words('Counted in May', 165, { left: 55 }),
    ];
    const page = read(glyphs, grid([50, 200, 350], [100, 120, 140, 160]));
    expect(page.lines.map(({ text }) => text)).toEqual([
      'Depot\tParcels',
      'North\t1,204',
      'South\t987',
      'Counted in May',
    ]);
  });

  it('is not certain where two figures stand in one cell', () => {
    const page = read(
      [
        ...words('Line', 115, { left: 50 }),
        ...words('Ships', 115, { left: 160 }),
        ...words('Crew', 115, { left: 310 }),
        ...words('Island line', 135, { left: 50 }),
        ...words('12 4', 135, { left: 160 }),
        ...words('96', 135, { left: 310 }),
      ],
      grid(xs, [100, 120, 140]),
    );
    expect(told(page)).toEqual(['Island line: Ships = 12 4, Crew = 96 ?']);
  });
});
