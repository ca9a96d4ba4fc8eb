/** Words at the beginning of a sentence that only tie it to the one before: it is said without them. */
const CONNECTIVE =
  /^(?:又如|再如|如|例如|比如|譬如|此外|另外|同时|与此同时|再者|其次|不过|但是?|然而|而且|并且|事实上|实际上|总的来看|总体来看|总体来说|值得一提的是|值得注意的是|需要注意的是|可以看到|不难发现|不难看出|据了解|据悉|据介绍|据报道|数据显示|有数据显示|资料显示|据统计|据不完全统计|换句话说|也就是说|具体来看|具体来说|具体而言|简单来说|一般来说|相比之下|另一方面|一方面|更重要的是|更为重要的是|除此之外|除上述外|对此|为此|因此|所以|由此|由此可见|于是|随后|Moreover|However|In addition|Furthermore|Meanwhile|Also|But|Still|Yet|At the same time)[，,]\s*/iu;

const REFERS =
  /^["“‘]?(?:其(?!他国|次是)|而?其中|该|这(?!是一?个?[全首])|此|上述|前述|前者|后者|两者|二者|双方|他们?|她们?|它们?|同[日月年期]|当[日天时月年]|公司(?!法)|不仅如此|如此|于是|所以|因此|因而|从而|为此|对此|而(?!且)|也|并|但|却|则|还(?=是|有|将|要|会|能)|二是|三是|四是|五是|六是|第二(?=[，、])|第三(?=[，、])|第四(?=[，、])|(?:二|三|四|五|六)要|另一[个家项]|[^，。]{0,6}该[公平项系机企校产]|it\b|its\b|they\b|their\b|this\b|that\b|these\b|those\b|he\b|she\b|his\b|her\b|the (?:company|second|third|other|others|latter|rest|result)\b|such\b|both\b)|[上前]述|^[^，。]{0,12}(?:这一|这些|这种|此次|这个|这[两三四五])/iu;
const LIST_ITEM = /^(?:二|三|四|五|六|七|八)(?:是|要)|^第[二三四五六七八](?=[，、])/u;

/** Length of what ties a sentence to the one before it and can be left out, in characters. */
export function connectiveLength(text: string): number {
  return CONNECTIVE.exec(text)?.[0].length ?? 0;
}

/** A short opening such as a time, after which the sentence proper begins. */
const OPENING = /^(?:目前|当前|如今|现在|今年|此前|未来|其中|[^，。]{0,4}(?:年|月|日|底|初|末|时|后|前))，/u;
const FIRST_PERSON = /我(?![国省市区县院司校厂])|咱们|\b(?:I|my)\b/u;
const SPEAKS = /说|表示|认为|指出|称|强调|坦言|透露|介绍|告诉|said|says/u;
/** Says only who has spoken. */
const ONLY_SPEAKS = /^[^，。“”]{1,24}(?:说|表示|认为|指出|称|强调|坦言|透露|介绍|分析)(?:道)?[。.]$/u;

/** True for a sentence that can be understood without the one before it, its connective aside. */
export function standsAlone(text: string): boolean {
  const bare = text.slice(connectiveLength(text));
  if (ONLY_SPEAKS.test(text) || speaksForItself(bare)) return false;
  const opened = bare.replace(OPENING, '');
  return LIST_ITEM.test(bare) || (!REFERS.test(bare) && !REFERS.test(opened));
}

/** Somebody speaks of himself, and the sentence does not say who. */
function speaksForItself(text: string): boolean {
  const at = text.search(FIRST_PERSON);
  return at >= 0 && !SPEAKS.test(text.slice(0, at));
}
