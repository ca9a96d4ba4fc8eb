import type { Language } from '../domain/report.ts';

/** What is said where somebody chooses who may see a report. */
export const AUDIENCE_WORDS = {
  zh: {
    title: '谁能看到',
    save: '保存',
    cancel: '取消',
    who: '谁能看到这份报告？',
    everyone: '所有人',
    some: '只有下面选中的',
    channels: '频道',
    channelsHint: '在频道里提问的人，以及频道成员私下提问时。私密频道需要先邀请我。',
    userGroups: '用户组',
    people: '个人',
    nobody: '请至少选择一个频道、用户组或个人，或者选“所有人”。',
    both: '您选了“所有人”，又在下面选了一些。请改选“只有下面选中的”，或者清空下面的选择。',
    strange: '其中有一个不是频道、用户组或个人。请重新选择。',
    lockout:
      '⚠ 保存之后，您自己也看不到这份报告了，这里也不会再列出它。' +
      '之后只有能看到它的资料管理员或系统管理员（footnote audience）可以改回来。',
    lockoutLabel: '仍要保存？',
    without: '是的，我自己也不再看到它',
    needsTick: '您自己也会看不到它：请勾选确认，或者把自己加进去。',
    gone: '这份报告已经不在资料库里。',
  },
  en: {
    title: 'Who may see it',
    save: 'Save',
    cancel: 'Cancel',
    who: 'Who may see this report?',
    everyone: 'Everyone',
    some: 'Only those chosen below',
    channels: 'Channels',
    channelsHint: 'Seen in the channel, and by its members when they ask alone. Invite me to private channels first.',
    userGroups: 'User groups',
    people: 'People',
    nobody: 'Choose at least one channel, user group or person, or “Everyone”.',
    both: 'This says everyone, and some are chosen below. Take “Only those chosen below”, or clear what is chosen.',
    strange: 'One of these is no channel, user group or person. Choose again.',
    lockout:
      '⚠ Once this is saved you will not see the report yourself, and it is not listed here any more. ' +
      'Only a librarian who sees it, or the administrator (footnote audience), can change that back.',
    lockoutLabel: 'Save all the same?',
    without: 'Yes, hide it from me, too',
    needsTick: 'You will not see it yourself: tick this, or add yourself.',
    gone: 'This report is not in the library any more.',
  },
} as const satisfies Record<Language, object>;
