import { expect, it } from 'vitest';
import { joinLines } from '../../src/ingest/join-lines.ts';
import { readPage, sourceLinesOf } from '../../src/layout/read-page.ts';
import { fuzzRuns, seeded } from '../support/fuzz-runs.ts';
import { generatePage } from '../support/generated-pages.ts';

/** Paragraphs that are set. */
const PARAGRAPHS = fuzzRuns({ short: 250, long: 1000 });

it(`reads ${PARAGRAPHS} paragraphs in one to three columns, with boxes, whole and in their order`, () => {
  const random = seeded(7);
  let [all, whole, inOrder] = [0, 0, 0];
  const wrong: string[] = [];
  for (let number = 1; all < PARAGRAPHS; number++) {
    const { page, paragraphs } = generatePage(number, random);
    const read = joinLines([{ lines: sourceLinesOf(readPage(page)) }]).map(({ text }) => text);
    const places = paragraphs.map((text) => read.indexOf(text));
    all += paragraphs.length;
    whole += places.filter((place) => place >= 0).length;
    const names = paragraphs.map((text) => read.findIndex((each) => each.includes(nameOf(text))));
    const misplaced = names.filter((place, at) => place < (names[at - 1] ?? 0)).length;
    inOrder += paragraphs.length - misplaced;
    if (misplaced > 0 || places.includes(-1)) wrong.push(String(number));
  }
  expect(whole / all, `pages ${wrong.join(', ')}`).toBeGreaterThanOrEqual(0.98);
  expect(inOrder / all).toBeGreaterThanOrEqual(0.98);
});

function nameOf(text: string): string {
  return /\d+x\d+x/u.exec(text)?.[0] ?? '';
}
