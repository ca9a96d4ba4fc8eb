import type { Language, PassedOver, ReadingNote, ReportFact } from '../domain/report.ts';

/** A report, or what is known of one. */
interface Noted {
  notes?: readonly ReadingNote[] | undefined;
}

/**
 * What a person should know of how a report was read: `not read: pages 3, 9 (a picture, or empty)`; none when all is
 * well.
 */
export function noteTexts({ notes = [] }: Noted, language: Language): string[] {
  return notes.map((note) => noteText(note, language));
}

/** The same without what is of no loss: letters drawn twice, marks of notes. */
export function lossTexts({ notes = [] }: Noted, language: Language): string[] {
  return notes
    .filter((note) => note.what !== 'left_out' || (note.why !== 'doubled' && note.why !== 'marks'))
    .filter((note) => note.what !== 'passed_over' || note.why !== 'note_marks')
    .map((note) => noteText(note, language));
}

function noteText(note: ReadingNote, language: Language): string {
  const words = WORDS[language];
  switch (note.what) {
    case 'unread':
      return words.unread(pageList(note.pages, language), words.why[note.why]);
    case 'recognised':
      return words.recognised(pageList(note.pages, language));
    case 'pictures':
      return words.pictures(pageList(note.pages, language));
    case 'unsure_tables':
      return words.unsureTables(note.tables, pageList(note.pages, language));
    case 'left_out':
      return words.leftOut(note.characters, words.why[note.why], pageList(note.pages, language));
    case 'passed_over':
      return words.passedOver(words.passed[note.why](note.count));
    case 'removed':
      return words.removed(note.lines);
    case 'unsure':
  }
  return words.guessed(note.facts.map((fact) => words.facts[fact]));
}

/** Why a page is not read, or characters are not in the text. */
type Why = Extract<ReadingNote, { what: 'unread' | 'left_out' }>['why'];

interface NoteWords {
  unread(pages: string, why: string): string;
  recognised(pages: string): string;
  pictures(pages: string): string;
  unsureTables(tables: number, pages: string): string;
  leftOut(characters: number, why: string, pages: string): string;
  passedOver(what: string): string;
  removed(lines: number): string;
  guessed(facts: string[]): string;
  why: Record<Why, string>;
  passed: Record<PassedOver, (count: number) => string>;
  facts: Record<ReportFact, string>;
}

const WORDS: Record<Language, NoteWords> = {
  en: {
    unread: (pages, why) => `not read: ${pages} (${why})`,
    recognised: (pages) => `read by OCR: ${pages}`,
    pictures: (pages) => `pictures on ${pages}: what is printed in them is not read`,
    unsureTables: (tables, pages) =>
      `${counted(tables, 'table')} with rows that are not certain, ${pages}: kept as text`,
    leftOut: (characters, why, pages) => `left out: ${counted(characters, 'character')} ${why}, ${pages}`,
    passedOver: (what) => `passed over: ${what}`,
    removed: (lines) => `${counted(lines, 'line')} removed as headers, footers and page numbers`,
    guessed: (facts) => `${facts.join(', ')} guessed`,
    why: {
      no_text: 'a picture, or empty',
      picture: 'a picture; where Tesseract is installed its text is read, if it can be',
      too_slow: 'working it out takes too long',
      unreadable: 'its text is unreadable, not indexed',
      hidden: 'that nobody sees',
      turned: 'at an angle',
      doubled: 'drawn twice',
      marks: 'that point to notes',
    },
    passed: {
      deleted_text: (count) => counted(count, 'stretch', 'stretches') + ' of text that a tracked change deletes',
      hidden_text: (count) => counted(count, 'stretch', 'stretches') + ' of hidden text',
      hidden_slides: (count) => counted(count, 'hidden slide'),
      hidden_sheets: (count) => counted(count, 'hidden sheet'),
      hidden_rows: (count) => counted(count, 'hidden row'),
      hidden_columns: (count) => counted(count, 'hidden column'),
      comments: (count) => counted(count, 'comment'),
      speaker_notes: (count) => `speaker notes of ${counted(count, 'slide')}`,
      page_headers: (count) => counted(count, 'header, footer or page number', 'headers, footers and page numbers'),
      contents_lines: (count) => `a list of contents of ${counted(count, 'line')}`,
      navigation: (count) =>
        counted(count, 'menu, page head, page foot or side bar', 'menus, page heads, page feet and side bars'),
      note_marks: (count) => counted(count, 'mark that points to a note', 'marks that point to notes'),
      pictures: (count) => counted(count, 'picture'),
      charts: (count) => counted(count, 'chart'),
      embedded_files: (count) => counted(count, 'embedded file'),
      outside_links: (count) => counted(count, 'thing') + ' that would be fetched from elsewhere',
      macros: () => 'macros',
      formulas: (count) => counted(count, 'formula') + ' whose value the file does not hold',
    },
    facts: {
      title: 'title',
      publishedOn: 'date',
      publisher: 'publisher',
      company: 'company',
      period: 'period',
      kind: 'kind',
      language: 'language',
    },
  },
  zh: {
    unread: (pages, why) => `未读入：${pages}（${why}）`,
    recognised: (pages) => `由 OCR 识别：${pages}`,
    pictures: (pages) => `${pages}有图片，其中的文字未读入`,
    unsureTables: (tables, pages) => `${tables} 个表格中有不确定的行（${pages}），按文字保留`,
    leftOut: (characters, why, pages) => `略去 ${characters.toLocaleString('en')} 个${why}（${pages}）`,
    passedOver: (what) => `未读：${what}`,
    removed: (lines) => `作为页眉、页脚和页码去掉 ${lines.toLocaleString('en')} 行`,
    guessed: (facts) => `${facts.join('、')}为推测`,
    why: {
      no_text: '图片或空白页',
      picture: '图片；安装 Tesseract 后可识别其中的文字',
      too_slow: '解析耗时过长',
      unreadable: '文字层无法辨读，未编入索引',
      hidden: '看不见的字符',
      turned: '倾斜的字符',
      doubled: '重复绘制的字符',
      marks: '注释标记',
    },
    passed: {
      deleted_text: (count) => `修订中删除的 ${count} 处文字`,
      hidden_text: (count) => `${count} 处隐藏文字`,
      hidden_slides: (count) => `${count} 张隐藏的幻灯片`,
      hidden_sheets: (count) => `${count} 个隐藏的工作表`,
      hidden_rows: (count) => `${count} 个隐藏的行`,
      hidden_columns: (count) => `${count} 个隐藏的列`,
      comments: (count) => `${count} 条批注`,
      speaker_notes: (count) => `${count} 张幻灯片的备注`,
      page_headers: (count) => `${count} 处页眉、页脚或页码`,
      contents_lines: (count) => `${count} 行目录`,
      navigation: (count) => `${count} 处菜单、页首、页尾或侧栏`,
      note_marks: (count) => `${count} 个注释标记`,
      pictures: (count) => `${count} 张图片`,
      charts: (count) => `${count} 个图表`,
      embedded_files: (count) => `${count} 个嵌入的文件`,
      outside_links: (count) => `${count} 处要从别处取得的内容`,
      macros: () => '宏',
      formulas: (count) => `${count} 个没有存值的公式`,
    },
    facts: {
      title: '标题',
      publishedOn: '日期',
      publisher: '发布者',
      company: '公司',
      period: '期间',
      kind: '类型',
      language: '语言',
    },
  },
};

function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : nouns}`;
}

/** Ranges named at most: of more pages, how many there are. */
const RANGES = 12;

/** `pages 3, 9–12`: physical numbers. */
function pageList(pages: readonly number[], language: Language): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  const named = ranges.slice(0, RANGES).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  const isMore = ranges.length > RANGES;
  if (language === 'zh') return `第 ${named.join('、')} 页${isMore ? `等，共 ${pages.length} 页` : ''}`;
  const more = isMore ? ` and more, ${pages.length} in all` : '';
  return `${pages.length === 1 ? 'page' : 'pages'} ${named.join(', ')}${more}`;
}
