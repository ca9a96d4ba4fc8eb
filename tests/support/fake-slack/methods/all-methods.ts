import { agentMethods } from './agent.ts';
import { appMethods } from './apps.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import type { Methods } from './method.ts';
import { peopleMethods } from './people.ts';
import { reactionMethods } from './reactions.ts';
import { streamMethods } from './streams.ts';
import { viewMethods } from './views.ts';

/** Every method that is called with a bot's token. */
export const METHODS: Methods = {
  ...peopleMethods,
  ...chatMethods,
  ...streamMethods,
  ...agentMethods,
  ...viewMethods,
  ...conversationMethods,
  ...reactionMethods,
  ...fileMethods,
  ...appMethods,
};
