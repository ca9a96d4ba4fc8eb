import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { markdownDocument, textDocument } from '../../src/outlets/plain-document.ts';
import { aFootnotedDocument } from '../support/builders.ts';

describe('a document as text', () => {
  it('has numbers behind its sentences, and below what they stand for', () => {
    expect(textDocument(aFootnotedDocument())).toBe(
      [
        '谁领先？',
        '回答于 2026-01-01',
        '',
        '亚马逊占32%。 [1]',
        '✓ 有据',
        '',
        '微软占19%。 [1] [2]',
        '',
        '没有别的。',
        '',
        '[1] 云市场月报，第 8 页：“亚马逊占32%”',
        '[2] 云市场月报，第 9 页：“微软占19%”',
        '',
      ].join('\n'),
    );
  });
});

describe('a document as Markdown', () => {
  it('has footnotes', () => {
    expect(markdownDocument(aFootnotedDocument())).toBe(
      [
        '# 谁领先？',
        '',
        '回答于 2026-01-01',
        '',
        '亚马逊占32%。[^1]',
        '',
        '*✓ 有据*',
        '',
        '微软占19%。[^1][^2]',
        '',
        '*没有别的。*',
        '',
        '[^1]: 云市场月报，第 8 页：“亚马逊占32%”',
        '[^2]: 云市场月报，第 9 页：“微软占19%”',
        '',
      ].join('\n'),
    );
  });

  it.each([
    '# no heading',
    '1. no list',
    '- no list',
    '<b>no HTML</b>',
    '*no stress*',
    '[no](link)',
    'a | b',
    '`code`',
  ])('says %s as it stands in a report', async (text) => {
    const document = aFootnotedDocument({
      about: [],
      notes: [],
      parts: [{ sentences: [{ text, notes: [] }], remarks: [] }],
    });
    const [, shown = ''] = /<p>([\s\S]*)<\/p>/u.exec(await marked.parse(markdownDocument(document))) ?? [];
    const plain = shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    expect(plain).toBe(text);
  });
});
