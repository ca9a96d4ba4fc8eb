import { expect, it } from 'vitest';
import type { Passage } from '../../src/domain/answer.ts';
import { sayableText } from '../../src/answer/sayable-text.ts';
import { readSentences } from '../../src/answer/read-sentences.ts';
import { aPassage } from '../support/builders.ts';

const NOTHING = { units: { zh: [], en: [] }, concepts: { zh: [], en: [] } };

function sayable(passage: Passage): string[] {
  return readSentences(NOTHING, [passage]).map(sayableText);
}

it('says a sentence that the end of a line broke on one line, with a space where its script has one', () => {
  expect([
    sayable(aPassage({ text: '随着新型基础设施建设的推进，云计算在各行业的\n应用不断深入；' })),
    sayable(aPassage({ text: 'Revenue of the cloud division grew by a fifth and\nreached two billion.' })),
  ]).toEqual([
    ['随着新型基础设施建设的推进，云计算在各行业的应用不断深入'],
    ['Revenue of the cloud division grew by a fifth and reached two billion.'],
  ]);
});
