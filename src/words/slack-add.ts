/** What is said about taking reports in and out; `length`: `12 pages`, or nothing for a format without pages. */
export const ADD_WORDS = {
  zh: {
    closed: '这里不能添加报告。请管理员用 footnote ingest 命令添加。',
    notLibrarian: '只有资料管理员可以添加或删除报告。请联系管理员把您加入 LIBRARIANS。',
    wrongType: (name: string, known: string) => `“${name}” 的格式读不了。请用这些格式之一：${known}。`,
    tooLarge: (name: string, megabytes: number) => `“${name}” 太大（上限 ${megabytes} MB）。请压缩图片或拆成几份。`,
    reading: (name: string, share: number) => `正在读取“${name}”……${share > 0 ? `${Math.round(share * 100)}%` : ''}`,
    notGiven: (name: string) => `Slack 没有把“${name}”给我。请先邀请我进入那里，或者把文件直接发给我。`,
    notTaken: '文件没有读成，请稍后再发一次。',
    refused: (name: string, reason: string) => `“${name}” 没有加入：${reason}`,
    unchanged: (title: string) => `《${title}》早已在库中，内容相同，没有变化。`,
    added: (title: string, length: string) =>
      `《${title}》已加入资料库${length === '' ? '' : `（${length}）`}，现在可以提问了。`,
    replaced: (title: string, length: string) =>
      `《${title}》已替换同名的旧报告${length === '' ? '' : `（${length}）`}。`,
    announced: (title: string, length: string, date?: string) =>
      `资料库新增报告：《${title}》${date === undefined ? '' : `（${date}）`}` +
      `${length === '' ? '' : `，${length}`}。@我就可以提问。`,
    sameName: (name: string) => `资料库里已有同名文件“${name}”。要用新文件替换吗？`,
    askReplace: (title: string, who: string) => `• 替换《${title}》：能看到新版的仍是${who}。`,
    askBeside: (who: string) => `• 两份都保留：能看到新文件的是${who}。`,
    replace: '替换',
    replaceOne: (title: string) => `替换《${title}》`,
    keepBoth: '两份都保留',
    seenByAll: '所有人都能看到它。',
    seenBy: (who: string) => `只有 ${who} 能看到它。`,
    seenInGroup: '只有这个群聊里的人能看到它。',
    seenInShared: (who: string) =>
      `${who} 里有外部人员，所以只有本工作区在这个频道里的人能看到它，而且要私信我或用 /footnote 提问。`,
    seenByOwner: (who: string) => `Slack 没有告诉我这里都有谁，所以只有 ${who} 能看到它。`,
    changeIt: '要更改，请在我的主页按它旁边的“谁能看到”。',
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
    tooLarge: (name: string, megabytes: number) =>
      `“${name}” is too large (limit ${megabytes} MB). Compress its pictures, or split it.`,
    reading: (name: string, share: number) => `Reading “${name}”…${share > 0 ? ` ${Math.round(share * 100)} %` : ''}`,
    notGiven: (name: string) =>
      `Slack does not give me “${name}”. Invite me there first, or send me the file directly.`,
    notTaken: 'The file could not be read. Please send it again later.',
    refused: (name: string, reason: string) => `“${name}” was not added: ${reason}`,
    unchanged: (title: string) => `“${title}” is in the library already, with the same content; nothing changed.`,
    added: (title: string, length: string) =>
      `“${title}” is in the library now${length === '' ? '' : ` (${length})`}. Ask away.`,
    replaced: (title: string, length: string) =>
      `“${title}” has replaced the earlier report of that name${length === '' ? '' : ` (${length})`}.`,
    announced: (title: string, length: string, date?: string) =>
      'New in the library: ' +
      `“${title}”${date === undefined ? '' : ` (${date})`}${length === '' ? '' : `, ${length}`}. ` +
      'Mention me to ask about it.',
    sameName: (name: string) => `The library has a file of the name “${name}” already. Should the new one replace it?`,
    askReplace: (title: string, who: string) => `• Replace “${title}”: the new edition is still seen by ${who}.`,
    askBeside: (who: string) => `• Keep both: the new file is seen by ${who}.`,
    replace: 'Replace',
    replaceOne: (title: string) => `Replace “${title}”`,
    keepBoth: 'Keep both',
    seenByAll: 'Everyone sees it.',
    seenBy: (who: string) => `Only ${who} sees it.`,
    seenInGroup: 'Only the people of this conversation see it.',
    seenInShared: (who: string) =>
      `There are people from outside in ${who}, so only its members from this workspace see it, and only ` +
      'when they ask me directly or with /footnote.',
    seenByOwner: (who: string) => `Slack does not tell me who reads along here, so only ${who} sees it.`,
    changeIt: 'To change that, press “Who may see it” beside it on my Home tab.',
    removed: (title: string) => `“${title}” is removed from the library.`,
    wasGone: 'This report is not in the library any more.',
    confirmTitle: 'Remove the report?',
    confirmText: (title: string) =>
      `“${title}” goes out of the library, and answers will not cite it any more. The file itself is not touched.`,
    remove: 'Remove',
    keep: 'Keep',
    noFile: 'There is no file in this message. Choose a message with a file.',
  },
} as const;
