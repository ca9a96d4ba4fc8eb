const WORDS = {
  en: {
    channels: 'Channels', direct: 'Direct messages', apps: 'Apps', home: 'Home', you: 'You are', send: 'Send', attach: 'Attach', shortcuts: 'Shortcuts', thread: 'Thread', close: 'Close', reply: 'Reply in thread', remove: 'Delete', more: 'More',
    write: (where) => `Message ${where}`, replies: (count) => `${count} ${count === 1 ? 'reply' : 'replies'}`, onlyYou: 'Only visible to you', edited: '(edited)', app: 'APP', empty: 'Nothing here yet.', submit: 'Submit', cancel: 'Cancel',
    waiting: 'The bot is not connected. Start it in a second terminal:', homeEmpty: 'The app has not published its Home tab.', hint: (bot) => `Type “@${bot} …” to mention the bot, or “/” for a command.`, optional: '(optional)', pick: 'Choose…', showMore: 'Show more',
  },
  zh: {
    channels: '频道', direct: '私信', apps: '应用', home: '首页', you: '你是', send: '发送', attach: '附件', shortcuts: '快捷方式', thread: '消息列', close: '关闭', reply: '在消息列中回复', remove: '删除', more: '更多',
    write: (where) => `发消息到 ${where}`, replies: (count) => `${count} 条回复`, onlyYou: '仅你可见', edited: '（已编辑）', app: '应用', empty: '这里还没有消息。', submit: '提交', cancel: '取消',
    waiting: '机器人还没有连接。请在另一个终端启动它：', homeEmpty: '应用还没有发布首页。', hint: (bot) => `输入“@${bot} ……”提及机器人，或以“/”开头输入命令。`, optional: '（选填）', pick: '请选择……', showMore: '展开',
  },
};

/** What the page says, in the browser's language. */
export const words = navigator.language.startsWith('zh') ? WORDS.zh : WORDS.en;
