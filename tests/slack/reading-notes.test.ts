import { describe, expect, it } from 'vitest';
import type { ReadingNote } from '../../src/domain/report.ts';
import { addedMessage } from '../../src/slack/views/added-message.ts';
import { homeView } from '../../src/slack/views/home-view.ts';

const notes: ReadingNote[] = [
  { what: 'unread', why: 'picture', pages: [3] },
  { what: 'left_out', why: 'marks', characters: 12, pages: [4] },
];
const report = { id: 'a1', title: '货运', file: 'a.pdf', pageCount: 9, notes };

describe('how a report was read', () => {
  it('stands below it on the Home tab, as far as something was lost', () => {
    const { blocks } = homeView({
      language: 'zh',
      team: 'T1',
      reports: [report],
      recent: [],
      isLibrarian: false,
      preference: { language: 'auto', where: 'direct' },
    });
    expect(JSON.stringify(blocks[4])).toContain('_未读入：第 3 页（图片；安装 Tesseract 后可识别其中的文字）_');
  });

  it('is said when it has gone in', () => {
    const added = { outcome: 'added' as const, report, audience: 'everyone' as const };
    const { text } = addedMessage(added, { team: 'T1', dropped: 'public' }, 'en');
    expect(text.split('\n')[1]).toBe(
      'not read: page 3 (a picture; where Tesseract is installed its text is read, if it can be)',
    );
  });
});
