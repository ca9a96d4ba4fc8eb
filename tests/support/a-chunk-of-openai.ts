/** One event of a stream in OpenAI's format, with a piece of what the model says. */
export function aChunkOfOpenAi(content: string): string {
  const choices = [{ index: 0, delta: { content }, finish_reason: null }];
  const chunk = { id: 'c', object: 'chat.completion.chunk', created: 0, model: 'm', choices };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}
