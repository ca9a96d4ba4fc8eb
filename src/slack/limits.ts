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
  /** Characters of all blocks of a message together: `msg_blocks_too_long` from about 13,200 on (bolt-js issue 2509). */
  messageBlocksText: 13_000,
  /** Characters of a message's plain text that are shown; 40,000 is the hard limit. */
  text: 12_000,
  /** Characters of a button's value. */
  buttonValue: 2000,
} as const;

/** A text cut to a length, with a mark where it was cut. */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
