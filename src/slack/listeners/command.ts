import type { App } from '@slack/bolt';
import { detectLanguage } from '../../text/language.ts';
import { plainText } from '../mrkdwn.ts';
import type { SlackSteps } from '../reply.ts';
import { plainMessage, reply } from '../reply.ts';
import { WORDS } from '../words.ts';

/** Answers `/footnote QUESTION` in the channel; without a question, tells the person alone how to ask. */
export function listenToCommand(app: App, steps: SlackSteps): void {
  app.command('/footnote', async ({ command, ack, respond }) => {
    const text = plainText(command.text);
    await ack();
    if (!(await steps.ledger.accept(`command ${command.trigger_id}`))) return;
    if (text === '') {
      await respond({ response_type: 'ephemeral', ...plainMessage(WORDS[detectLanguage(text)].empty) });
      return;
    }
    await reply({ text, earlier: [] }, {
      async post(message) {
        await respond({ response_type: 'in_channel', ...message });
        return command.trigger_id;
      },
      replace: (_, message) => respond({ response_type: 'in_channel', replace_original: true, ...message }),
    }, steps);
  });
}
