import { describe, expect, it } from 'vitest';
import { libraryReply } from '../../src/kinds/about-library.ts';
import { overviewTopic } from '../../src/kinds/overview-topic.ts';
import { smallTalkIn } from '../../src/lexicon/small-talk.ts';

const PORTS = {
  id: 'p',
  title: '港口经济观察',
  publisher: '海运研究院',
  publishedOn: '2022-03-01',
  language: 'zh',
  pageCount: 40,
  paged: true,
  file: 'ports.pdf',
} as const;
const FERRIES = { ...PORTS, id: 'f', title: 'Ferries in the North', publishedOn: '2023-05', file: 'ferries.pdf' };
const REPORTS = [PORTS, FERRIES];

describe('small talk', () => {
  it.each([
    ['greeting', ['Hi!', '您好呀～', 'good evening everyone', '大家早上好']],
    ['greeting', ['哈哈哈', '嗯嗯']],
    ['thanks', ['谢谢你啦', 'Great, thank you so much!', '辛苦了', '👍 ok']],
    ['farewell', ['拜拜', 'Bye, thanks!']],
    ['help', ['Hello, what can you do?', '你们都能做些什么呀', '这个怎么用？', '讲个笑话呗', 'tell me a joke']],
    [undefined, ['谢谢，那港口的吞吐量呢？', 'hi, how many ferries are there?', '你好在哪里', '!!']],
  ])('is what holds words for it and no other: %s', (kind, texts) => {
    expect(texts.map(smallTalkIn)).toEqual(texts.map(() => kind));
  });
});

describe('a question about the library', () => {
  it.each([
    ['港口那份报告是哪天发布的？', { about: 'fact', fact: 'publishedOn', reports: [PORTS] }],
    ['Who published the ferries report?', { about: 'fact', fact: 'publisher', reports: [FERRIES] }],
    ['《港口经济观察》这份报告有多少页？', { about: 'fact', fact: 'pages', reports: [PORTS] }],
    ['现在资料库里有哪些报告？', { about: 'reports', reports: [FERRIES, PORTS], count: 2 }],
    ['How many reports do you have?', { about: 'reports', reports: [FERRIES, PORTS], count: 2 }],
    ['你的回答可信吗？', { about: 'trust' }],
    ['Do you ever make things up?', { about: 'trust' }],
  ])('is told of what is known of the reports: %s', (question, reply) => {
    expect(libraryReply(question, REPORTS)).toEqual(reply);
  });

  it.each([
    '报告里港口的吞吐量是多少？',
    'Which companies does the report name?',
    '谁发布了渡轮新规？',
    '你觉得铁矿石怎么样？',
  ])('is none when it asks for what the reports say: %s', (question) => {
    expect(libraryReply(question, REPORTS)).toBeUndefined();
  });
});

describe('a report that is called by its title', () => {
  it('need not be called a report', () => {
    expect(libraryReply('港口经济观察一共多少页？', REPORTS)).toMatchObject({ about: 'fact', fact: 'pages' });
  });

  it('is told with all that is known of it, when several things are asked', () => {
    const told = libraryReply('港口经济观察是谁出的，哪天出的', REPORTS);
    expect(told).toMatchObject({ about: 'reports', count: 1, reports: [{ title: '港口经济观察' }] });
  });

  it('is not meant by a word of its title', () => {
    expect(libraryReply('港口一共多少页？', REPORTS)).toBeUndefined();
  });
});

describe('the topic of an overview', () => {
  it.each([
    ['渡轮电动化进展如何？', '渡轮电动化'],
    ['What does it say about shore power?', 'shore power'],
    ['集装箱码头', '集装箱码头'],
    ['shore power', 'shore power'],
    ['How did the ferry business go?', 'ferry business'],
    ['What does Harbour Lines say about fares?', 'Harbour Lines fares'],
    ['最近有什么关于渡轮的进展，列3条', '渡轮'],
  ])('is what is left when nothing of it is asked: %s', (question, topic) => {
    expect(overviewTopic(question)).toBe(topic);
  });

  it.each(['渡轮有多少艘？', '集装箱吞吐量', 'ferry revenue 2021', '谁造了第一艘渡轮？', 'Where do ferries dock?'])(
    'is none when a fact is asked for: %s',
    (question) => {
      expect(overviewTopic(question)).toBeUndefined();
    },
  );
});
