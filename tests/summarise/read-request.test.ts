import { describe, expect, it } from 'vitest';
import { readRequest } from '../../src/summarise/read-request.ts';

describe('a request for a summary', () => {
  it.each([
    ['帮我把讲海运的那篇提炼一下要点', '讲海运', 'article'],
    ['请总结一下“港口自动化”这一小节', '“港口自动化”', 'subsection'],
    ['把内河航运整个部分概括一下', '内河航运', 'part'],
    ['Please summarise the article on container ports', 'container ports', 'article'],
    ['整份报告讲了什么？', '', 'report'],
  ])('is cut to the words that name the section: %s', (text, content, scope) => {
    expect(readRequest(text)).toMatchObject({ content, scope });
  });

  it.each([
    ['第3页到5页', { from: '3', to: '5' }],
    ['总结第十二页', { from: '12', to: '12' }],
    ['pages 3-5, please', { from: '3', to: '5' }],
    ['summarize p. 7', { from: '7', to: '7' }],
  ])('names pages: %s', (text, pages) => {
    expect(readRequest(text)).toMatchObject({ pages, content: '' });
  });

  it.each([
    ['海运那篇，一句话', 'brief', 1],
    ['the ports article in two sentences', 'brief', 2],
    ['海运那篇，几句话就行', 'standard', 6],
    ['详细总结海运那篇', 'detailed', undefined],
    ['用三个要点总结海运那篇', 'standard', 3],
    ['航运板块每篇一句话', 'standard', undefined],
  ])('names a length: %s', (text, length, mostPoints) => {
    const read = readRequest(text);
    expect([read.length, read.mostPoints]).toEqual([length, mostPoints]);
  });

  it.each([
    ['第二部分', 2],
    ['the third article', 3],
    ['最后一部分', -1],
  ])('names a position: %s', (text, ordinal) => {
    expect(readRequest(text)).toMatchObject({ ordinal, content: '' });
  });
});
