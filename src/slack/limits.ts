/** Slack's limits, the ones our views come near to; docs.slack.dev, Block Kit reference, unless noted. */
export const LIMITS = {
  /** Blocks of a message, and of a modal. */
  messageBlocks: 50,
  modalBlocks: 100,
  /** Characters of a section's or a context element's text. */
  sectionText: 3000,
  /** Elements of a context block. */
  contextElements: 10,
  /** Characters of a modal's title and buttons. */
  modalTitle: 24,
  /** Characters of a message's plain text that are shown; 40,000 is the hard limit. */
  text: 12_000,
  /** Characters of a button's value, and of an option's text. */
  buttonValue: 2000,
  optionText: 75,
  /** Characters of a header. */
  header: 150,
  /** A chart: characters of its labels and of its title, values along its axis. */
  chartLabel: 20,
  chartTitle: 50,
  chartValues: 20,
  /** Characters of a status line and of the title of a thread. */
  status: 50,
  threadTitle: 200,
  /** Suggested prompts, characters of their titles and messages. */
  prompts: 4,
  promptTitle: 75,
  promptMessage: 3000,
  /** Characters of one piece of streamed Markdown. */
  markdown: 12_000,
} as const;

/** A text cut to a length in UTF-16 units, as Slack counts, with a mark where it was cut; never within a character. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
