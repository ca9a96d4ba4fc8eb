import type { Names } from '../lexicon/names.ts';
import { personNames } from '../lexicon/person-names.ts';
import { tagWords } from '../text/tag-words.ts';

const ASKS = {
  person: /谁|哪位|何人|哪些人|哪个人|\bwho(?:m|se)?\b/iu,
  organisation:
    /哪[几些两三四]?[个家]?(?:公司|企业|厂商|机构|单位|平台|大学|学校|银行|运营商|品牌|大?厂)|哪家|谁|which (?:[\w-]+ ){0,4}(?:company|companies|firm|vendor|provider|brand|operator|start-?up|institution|university|bank|maker|developer)s?|\bwho\b|whose/iu,
  place:
    /哪里|哪儿|哪[个座些几]?(?:省|市|城市|城|地方|国家?|地区|区|县)|什么地方|何地|\bwhere\b|which (?:city|province|country|place|district|region|cities|provinces|countries)/iu,
  title:
    /叫(?:什么|啥)|什么名|名字|名称|哪[款本部](?!门)|什么型号|型号|哪个(?:系统|平台|品牌|项目|软件|芯片|词)|what (?:is|was) the name|called|which (?:[\w-]+ ){0,2}(?:model|platform|system|book|chip|product|project|laboratory|lab)|name of/iu,
  reason: /为什么|为何|为啥|原因|怎么会|缘故|\bwhy\b|reason|cause/iu,
};
const ORGANISATION =
  /(?<!\p{Script=Han})[\p{Script=Han}]{2,}(?:公司|集团|科技|银行|大学|学院|研究院|研究所|协会|委员会|中心|实验室|部|局|厅|智库|咨询|通信|汽车|电子|证券|资本)|[A-Z][A-Za-z\d]{2,}/u;
/** Place names that no word list has: 城东高新技术产业园区. */
const PLACE = /(?<!\p{Script=Han})[\p{Script=Han}]{2,}(?:区|园|城|省|市|县|镇|路|中心|大厦|广场|基地|大学)/u;
/** What carries a name: words in quotation or title marks, a Latin word with a capital. */
const TITLE = /[“《「][^”》」]{2,24}[”》」]|(?<![A-Za-z])[A-Za-z]*[A-Z][A-Za-z\d-]+/gu;
const REASON =
  /因为|由于|为了|使得|导致|原因|得益于?|受.{1,12}影响|因此|从而|归因|关键在于|所以|因[^此而]|because|due to|thanks to|owing|as a result|since|in order to/iu;

/** 1 where a sentence names what is asked for by kind, else 0. */
export interface NamedKinds {
  person: number;
  organisation: number;
  place: number;
  title: number;
  reason: number;
  /** One of them is asked for, and it names none. */
  noName: number;
}

/** Whether a sentence names what a question asks for by kind. */
export function namedKinds(asked: string, sentence: string, names: Names): NamedKinds {
  const wants = (kind: keyof typeof ASKS) => ASKS[kind].test(asked);
  const isNew = (name: string) => !asked.includes(name);
  const person = wants('person') && personNames(sentence).some(isNew);
  const organisation =
    wants('organisation') &&
    (names.find(sentence).some(({ text, kind }) => kind === 'company' && isNew(text)) ||
      isNew(ORGANISATION.exec(sentence)?.[0] ?? asked));
  const place =
    wants('place') &&
    (tagWords(sentence).some(({ text, tag }) => tag.startsWith('ns') && isNew(text)) ||
      isNew(PLACE.exec(sentence)?.[0] ?? asked));
  const title = wants('title') && (sentence.match(TITLE) ?? []).some((name) => isNew(name) && isNew(name.slice(1, -1)));
  const reason = wants('reason') && REASON.test(sentence);
  const isNamed = person || organisation || place || title || reason;
  const isAsked = wants('person') || wants('organisation') || wants('place') || wants('title') || wants('reason');
  return {
    person: Number(person),
    organisation: Number(organisation),
    place: Number(place),
    title: Number(title),
    reason: Number(reason),
    noName: Number(isAsked && !isNamed),
  };
}
