/** A sentence that begins like this speaks of what the one before it names. */
const REFERS =
  /^(?:["“]?)(?:其(?!中国)|而?其中|该|这|此|上述|他|她|它|目前|据了解|据悉|[^，。]{0,6}该|it\b|its\b|they\b|their\b|this\b|that\b|these\b|he\b|she\b|the company\b)/iu;

/** True when a sentence speaks of something that the one before it names. */
export function refersBack(text: string): boolean {
  return REFERS.test(text) || /[上前]述/u.test(text);
}

/** Speaks of several things that the sentence before lists: neither can be understood without the other. */
const LISTED_BEFORE =
  /[上前]述(?:[两三四五六七八九几多些]|公司|企业|厂商|机构|地区|城市)|这[两三四五六七八九几些][家个座项者]|前者|后者|the (?:above|former|latter)|respectively/iu;

/** True when a sentence speaks of several things that the one before it lists. */
export function speaksOfList(text: string): boolean {
  return LISTED_BEFORE.test(text);
}
