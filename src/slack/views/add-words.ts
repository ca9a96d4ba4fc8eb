/** What is said about taking reports in and out. */
export const ADD_WORDS = {
  zh: {
    closed: '这里不能添加报告。请管理员用 footnote ingest 命令添加。',
    notLibrarian: '只有资料管理员可以添加或删除报告。请联系管理员把您加入 LIBRARIANS。',
    wrongType: (name: string, known: string) => `“${name}” 的格式读不了。请用这些格式之一：${known}。`,
    tooLarge: (name: string, megabytes: number) => `“${name}” 太大（上限 ${megabytes} MB）。请压缩图片或拆成几份。`,
    reading: (name: string, share: number) => `正在读取“${name}”……${share > 0 ? `${Math.round(share * 100)}%` : ''}`,
    refused: (name: string, reason: string) => `“${name}” 没有加入：${reason}`,
    unchanged: (title: string) => `《${title}》早已在库中，内容相同，没有变化。`,
    added: (title: string, pages: number) => `《${title}》已加入资料库${pages === 0 ? '' : `（${pages} 页）`}，现在可以提问了。`,
    replaced: (title: string, pages: number) => `《${title}》已替换同名的旧报告${pages === 0 ? '' : `（${pages} 页）`}。`,
    announced: (title: string, pages: number, date?: string) => `资料库新增报告：《${title}》${date === undefined ? '' : `（${date}）`}${pages === 0 ? '' : `，${pages} 页`}。@我就可以提问。`,
    askReplace: (title: string, name: string) => `资料库里已有同名文件“${name}”（《${title}》）。要用新文件替换它吗？`,
    replace: '替换',
    removed: (title: string) => `《${title}》已从资料库删除。`,
    wasGone: '这份报告已经不在资料库里。',
    confirmTitle: '删除报告？',
    confirmText: (title: string) => `《${title}》会从资料库删除，之后的回答不再引用它。文件本身不受影响。`,
    remove: '删除',
    keep: '保留',
    noFile: '这条消息里没有文件。请选一条带文件的消息。',
  },
  en: {
    closed: 'Reports cannot be added here. Ask an administrator to run footnote ingest.',
    notLibrarian: 'Only librarians may add or remove reports. Ask an administrator to add you to LIBRARIANS.',
    wrongType: (name: string, known: string) => `“${name}” has a format that I cannot read. Use one of ${known}.`,
    tooLarge: (name: string, megabytes: number) => `“${name}” is too large (limit ${megabytes} MB). Compress its pictures, or split it.`,
    reading: (name: string, share: number) => `Reading “${name}”…${share > 0 ? ` ${Math.round(share * 100)} %` : ''}`,
    refused: (name: string, reason: string) => `“${name}” was not added: ${reason}`,
    unchanged: (title: string) => `“${title}” is in the library already, with the same content; nothing changed.`,
    added: (title: string, pages: number) => `“${title}” is in the library now${pagesIn(pages)}. Ask away.`,
    replaced: (title: string, pages: number) => `“${title}” has replaced the earlier report of that name${pagesIn(pages)}.`,
    announced: (title: string, pages: number, date?: string) => `New in the library: “${title}”${date === undefined ? '' : ` (${date})`}${pages === 0 ? '' : `, ${pages} ${pages === 1 ? 'page' : 'pages'}`}. Mention me to ask about it.`,
    askReplace: (title: string, name: string) => `The library has a file of the name “${name}” already (“${title}”). Replace it by the new one?`,
    replace: 'Replace',
    removed: (title: string) => `“${title}” is removed from the library.`,
    wasGone: 'This report is not in the library any more.',
    confirmTitle: 'Remove the report?',
    confirmText: (title: string) => `“${title}” goes out of the library, and answers will not cite it any more. The file itself is not touched.`,
    remove: 'Remove',
    keep: 'Keep',
    noFile: 'There is no file in this message. Choose a message with a file.',
  },
} as const;

/** Formats without pages have none. */
function pagesIn(pages: number): string {
  return pages === 0 ? '' : ` (${pages} ${pages === 1 ? 'page' : 'pages'})`;
}
