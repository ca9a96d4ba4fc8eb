import type { Language } from '../domain/report.ts';

/** What the page to add reports says. */
export interface AddPageWords {
  title: string;
  label: string;
  add: string;
  explanation: (extensions: string, megabytes: number) => string;
  reading: (name: string, at: number, count: number) => string;
  added: string;
  unchanged: string;
  refused: string;
  noFile: string;
  tooLarge: (megabytes: number) => string;
  onlyEditors: string;
}

/** The same in both languages. */
export const ADD_PAGE_WORDS: Record<Language, AddPageWords> = {
  zh: {
    title: '添加报告',
    label: '选择文件，或者把文件拖到这里',
    add: '添加',
    explanation: (extensions, megabytes) =>
      `可读的格式：${extensions}；一次最多 ${megabytes} MB。新报告所有人可见；同名文件会被替换，可见范围不变。`,
    reading: (name, at, count) => `正在读取“${name}”（${at}/${count}）……`,
    added: '已加入',
    unchanged: '早已在库中，没有变化',
    refused: '没有加入',
    noFile: '请先选择文件。',
    tooLarge: (megabytes) => `文件合起来超过 ${megabytes} MB，没有加入。请分几次添加。`,
    onlyEditors: '只有登录的编辑可以添加报告。',
  },
  en: {
    title: 'Add reports',
    label: 'Choose files, or drop them here',
    add: 'Add',
    explanation: (extensions, megabytes) =>
      `Formats that are read: ${extensions}; at most ${megabytes} MB at once. Everyone can see a new report; ` +
      'a file of the same name is replaced, and those can see it who could before.',
    reading: (name, at, count) => `Reading “${name}” (${at} of ${count})…`,
    added: 'added',
    unchanged: 'was there already, nothing changed',
    refused: 'not added',
    noFile: 'Please choose a file first.',
    tooLarge: (megabytes) => `Together the files have more than ${megabytes} MB; none was added. Add them one by one.`,
    onlyEditors: 'Only editors who are signed in may add reports.',
  },
};
