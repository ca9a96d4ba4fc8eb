const NUMBER = String.raw`\s*[\d一二三四五六七八九十][\d.\-—–]*`;
/** What a table or picture is called. */
const NAME = new RegExp(`^(?:图表?|表格?|附[图表]|(?:figure|fig\\.|table|chart|exhibit|box)\\s)${NUMBER}`, 'iu');
/** Where its content comes from, and what is to be known of it. */
const SOURCE = /^(?:资料来源|数据来源|来源|注|sources?|notes?)\s*[:：]/iu;
/** How a list of figures and tables names them. */
const LISTED = /^(?:图表|图|表|fig(?:ure|\.)?|table|exhibit|chart|box)\s*[\dA-Z]/iu;
/** How a line beside a figure or a table begins, that is no heading. */
const BESIDE = /^(?:图|表|注|资料来源|数据来源|来源|Fig(?:ure|\.)?|Table|Source|Note)[\s\d:：]/iu;

/** What a text has of a caption at its beginning: `图表 3`, `Table 1.2`, `资料来源：`; undefined without one. */
export function captionAtStart(text: string): string | undefined {
  return NAME.exec(text)?.[0] ?? SOURCE.exec(text)?.[0];
}

/** True for an entry of a list of figures or tables. */
export function isListedCaption(text: string): boolean {
  return LISTED.test(text);
}

/** True for a line that names a figure or a table, or says where it comes from. */
export function isBesideFigure(text: string): boolean {
  return BESIDE.test(text);
}
