import { describe, expect, it } from 'vitest';
import {
  exceeded,
  exceededBy,
  exceededByDraft,
  exceededByRequest,
  LIMITS,
  takenTurns,
} from '../../src/domain/limits.ts';
import { limitText } from '../../src/words/limit-words.ts';
import { aQuestion } from '../support/builders.ts';

const long = 'x'.repeat(LIMITS.question + 1);

describe('limits', () => {
  it('are kept by what is as much as they allow', () => {
    const text = 'x'.repeat(LIMITS.question);
    expect(
      exceededBy(
        aQuestion({
          text,
          earlier: Array.from({ length: LIMITS.turns }, () => text),
          reports: ['x'.repeat(LIMITS.reportName)],
        }),
      ),
    ).toBeUndefined();
    expect(exceededByRequest({ text })).toBeUndefined();
    expect(exceededByDraft('x'.repeat(LIMITS.draft))).toBeUndefined();
  });

  it.each([
    ['a question', exceededBy(aQuestion({ text: long })), { limit: 'question', found: 2001, most: 2000 }],
    ['an earlier turn', exceededBy(aQuestion({ earlier: [long] })), { limit: 'question', found: 2001, most: 2000 }],
    [
      'turns',
      exceededBy(aQuestion({ earlier: Array.from({ length: 41 }, () => '') })),
      { limit: 'turns', found: 41, most: 40 },
    ],
    [
      'reports',
      exceededBy(aQuestion({ reports: Array.from({ length: 201 }, () => '') })),
      { limit: 'reports', found: 201, most: 200 },
    ],
    ['the name of a report', exceededByDraft('', ['x'.repeat(256)]), { limit: 'reportName', found: 256, most: 255 }],
    ['a request', exceededByRequest({ text: long }), { limit: 'question', found: 2001, most: 2000 }],
    ['a draft', exceededByDraft('x'.repeat(30_001)), { limit: 'draft', found: 30_001, most: 30_000 }],
    [
      'two at once: the first',
      exceeded({ draft: 30_001, question: 2001 }),
      { limit: 'question', found: 2001, most: 2000 },
    ],
  ] as const)('say what is too much of %s', (_, over, expected) => {
    expect(over).toEqual(expected);
  });

  it('are said in both languages with what there is and what may be', () => {
    expect(limitText({ limit: 'question', found: 39_000, most: 2000 }, 'zh')).toBe(
      '问题太长了：有 39000 个字符，最多 2000 个。请缩短；要核对一段文字，请用“核对事实”。',
    );
    expect(limitText({ limit: 'draft', found: 90_000, most: 30_000 }, 'en')).toBe(
      'This draft has 90000 characters; at most 30000 are checked at once. Check it part by part.',
    );
  });

  it('leave out earlier turns that are too long, and the oldest of too many', () => {
    expect(takenTurns(['a', long, 'b'])).toEqual(['a', 'b']);
    expect(takenTurns(Array.from({ length: 45 }, (_, at) => String(at)))).toEqual(
      Array.from({ length: 40 }, (_, at) => String(at + 5)),
    );
  });
});
