import { tagWords } from '../text/tag-words.ts';

/** The family names of nearly all Chinese people. */
const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程邢裴陆荣翁荀羊惠甄曲封芮储靳邴松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧利师巩聂晁勾敖冷辛阚那简饶空曾沙养鞠须丰巢关查后荆红游竺权盖益桓公闫肖楼涂';
const FAMILY = new Set(SURNAMES);

/** True for a word that may be the name of a Chinese person: two or three characters, the first a family name. */
function looksLikePerson(word: string): boolean {
  return /^\p{Script=Han}{2,3}$/u.test(word) && FAMILY.has(word.charAt(0));
}

/** What stands before and after the names of persons. */
const TITLED =
  /(?<=院士|教授|校长|部长|行长|市长|省长|局长|司长|主任|所长|理事长|董事长|总裁|经理|总监|书记|博士|记者|专家|分析师|创始人|负责人|发言人|CEO|CTO)\p{Script=Han}{2,3}/gu;
const SPEAKING =
  /\p{Script=Han}{2,3}(?=表示|认为|指出|说|称|介绍|强调|透露|建议|坦言|则|就向|院士|教授|先生|女士|在接受|告诉)/gu;
/** A stretch that begins like a name and comes so often is kept even where the words are cut in another way. */
const OFTEN = 3;

/** The persons that a Chinese sentence names. Now and then a word that only looks like one. */
export function personNames(sentence: string): string[] {
  const words = tagWords(sentence).filter(({ text: word, tag }) =>
    tag.startsWith('nr') ? /^\p{Script=Han}{2,4}$/u.test(word) : tag === 'x' && looksLikePerson(word),
  );
  return words.map(({ text: word }) => word);
}

/**
 * Stretches of a long text that may be names of persons, none twice: cheap, and generous, for they are only compared
 * with names.
 */
export function personCandidates(text: string): string[] {
  return [...new Set([...titled(text), ...frequentStretches(text)])];
}

/** Two and three characters: where a name ends shows in the letters that it is compared with. */
function titled(text: string): string[] {
  return [...text.matchAll(TITLED), ...text.matchAll(SPEAKING)]
    .flatMap(([stretch]) => [stretch, stretch.slice(0, 2), stretch.slice(-2)])
    .filter(looksLikePerson);
}

function frequentStretches(text: string): string[] {
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= text.length; at++) {
    const stretch = text.slice(at, at + 3);
    if (looksLikePerson(stretch)) counts.set(stretch, (counts.get(stretch) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= OFTEN).map(([stretch]) => stretch);
}
