/** Names that a company or country goes by, in both languages; a line each, forms separated by `|`. Add to it freely. */
const KNOWN = `
亚马逊云|亚马逊AWS|AWS|Amazon Web Services|亚马逊云服务
亚马逊|Amazon
微软|Microsoft
谷歌云|Google Cloud
谷歌|Google|Alphabet
阿里云|Alibaba Cloud|Aliyun
阿里巴巴|阿里|Alibaba
腾讯云|Tencent Cloud
腾讯|Tencent
华为云|Huawei Cloud
华为|Huawei
百度|Baidu
京东|JD.com
字节跳动|ByteDance
美团|Meituan
小米|Xiaomi
联想|Lenovo
浪潮|Inspur
中兴|ZTE
一加|OnePlus
苹果|Apple
三星|Samsung
索尼|Sony
甲骨文公司|甲骨文|Oracle
思科|Cisco
赛富时|Salesforce
红帽|Red Hat
英特尔|Intel
英伟达|NVIDIA
高通|Qualcomm
博通|Broadcom
赛灵思|Xilinx
美光|Micron
海力士|SK hynix
台积电|TSMC
联电|UMC
格芯|GlobalFoundries
中芯国际|SMIC
阿斯麦|ASML
长江存储|YMTC
紫光|Unisoc
海思|HiSilicon
寒武纪|Cambricon
地平线|Horizon Robotics
旷视|Megvii
商汤|SenseTime
依图|Yitu
云从|CloudWalk
科大讯飞|讯飞|iFlytek
第四范式|4Paradigm
大疆|DJI
滴滴|Didi
蚂蚁集团|蚂蚁金服|Ant Group
优步|Uber
特斯拉|Tesla
蔚来|NIO
小鹏|XPeng
丰田|Toyota
蔡司|Zeiss
徕卡|Leica
诺基亚|Nokia
爱立信|Ericsson
中国移动|China Mobile
中国联通|China Unicom
中国电信|China Telecom
中国广电|China Broadnet
中国铁塔|China Tower
赛迪顾问|赛迪|CCID
甲骨文云|Oracle Cloud
脸书|Facebook
推特|Twitter
奈飞|Netflix
软银|SoftBank
富士康|Foxconn
京东方|BOE
韩国|South Korea|Korea
日本|Japan
印度|India
德国|Germany
法国|France
英国|United Kingdom|Britain
俄罗斯|Russia
新加坡|Singapore
加拿大|Canada
澳大利亚|Australia
荷兰|Netherlands
芬兰|Finland
`;

/** All forms of each known name, longest first: 谷歌云 is found before 谷歌. */
const NAMES = KNOWN.trim().split('\n').map((line) => line.split('|')).toSorted((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0));

/** A name in a text with every form it goes by. */
export interface FoundName {
  /** As it stands in the text. */
  text: string;
  start: number;
  forms: string[];
}

/** The known names of a text, in order; of names within names, the longest. */
export function findNames(text: string): FoundName[] {
  const found: FoundName[] = [];
  for (const forms of NAMES) {
    for (const form of forms) {
      const start = indexOfName(text, form);
      if (start < 0 || found.some((name) => start < name.start + name.text.length && name.start < start + form.length)) continue;
      found.push({ text: text.slice(start, start + form.length), start, forms });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** True when a text holds one of the forms of a name. */
export function holdsName(text: string, forms: string[]): boolean {
  return forms.some((form) => indexOfName(text, form) >= 0);
}

// Chinese runs on without spaces; a Latin form must stand alone: `Intel` is not in `Intelligence`.
function indexOfName(text: string, form: string): number {
  if (/\p{Script=Han}/u.test(form)) return text.indexOf(form);
  const match = new RegExp(`(?<![A-Za-z])${form.replaceAll('.', '\\.')}(?![A-Za-z])`, 'iu').exec(text);
  return match ? match.index : -1;
}
