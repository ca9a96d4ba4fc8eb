import { z } from 'zod';
import { SlackError } from '../world/slack-error.ts';
import { changed } from '../world/world.ts';
import type { Call, Methods } from './method.ts';
import { method } from './method.ts';
import { visibleChannel } from './reach.ts';

const place = { channel_id: z.string(), thread_ts: z.string().optional() };
const SessionStatus = z.enum(['active', 'processing', 'suspended', 'closed']);

/** `assistant.threads.*` and `agents.sessions.*`. */
export const agentMethods: Methods = {
  'assistant.threads.setStatus': method(
    { scopes: ['assistant:write'], tier: 4 },
    z.object({
      ...place,
      thread_ts: z.string(),
      status: z.string().max(50),
      loading_messages: z.array(z.string().max(50)).max(10).optional(),
    }),
    (args, call) => {
      set(args, call, { status: args.status, loading: args.loading_messages ?? [] });
      return {};
    },
  ),

  'assistant.threads.setTitle': method(
    { scopes: ['assistant:write'] },
    z.object({ ...place, thread_ts: z.string(), title: z.string().min(1).max(255) }),
    (args, call) => {
      set(args, call, { title: args.title });
      return {};
    },
  ),

  'assistant.threads.setSuggestedPrompts': method(
    { scopes: ['assistant:write'] },
    z.object({
      ...place,
      title: z.string().optional(),
      prompts: z
        .array(z.object({ title: z.string().min(1).max(75), message: z.string().min(1).max(3000) }))
        .min(1)
        .max(4),
    }),
    (args, call) => {
      set(args, call, { prompts: args.prompts, ...(args.title === undefined ? {} : { promptsTitle: args.title }) });
      return {};
    },
  ),

  'agents.sessions.setStatus': method(
    { scopes: ['chat:write'] },
    z.object({
      ...place,
      status: SessionStatus,
      title: z.string().max(200).optional(),
      initiator_user_id: z.string().optional(),
    }),
    (args, call) => {
      if (args.thread_ts === undefined) throw new SlackError('invalid_thread_ts');
      const known = call.world.agentThreads.get(key(args));
      const title = known?.title ?? args.title;
      set(args, call, { session: args.status, ...(title === undefined ? {} : { title }) });
      const warning =
        call.world.events.has('agent_session_stopped') || args.status !== 'processing'
          ? {}
          : { warning: 'missing_agent_session_stopped_event_subscription' };
      return { status: args.status, agent_status: args.status, title: title ?? '', ...warning };
    },
  ),

  'agents.sessions.rename': method(
    { scopes: ['chat:write'] },
    z.object({ ...place, title: z.string().min(1).max(200) }),
    (args, call) => {
      if (call.world.agentThreads.get(key(args))?.session === undefined) throw new SlackError('session_not_found');
      set(args, call, { title: args.title });
      return {};
    },
  ),
};

function key({
  channel_id: channel,
  thread_ts: thread = '',
}: {
  channel_id: string;
  thread_ts?: string | undefined;
}): string {
  return `${channel} ${thread}`;
}

function set(args: { channel_id: string; thread_ts?: string | undefined }, call: Call, change: object): void {
  visibleChannel(call, args.channel_id);
  if (!call.world.manifest.features.agent_view && !call.world.manifest.features.assistant_view)
    throw new SlackError('access_denied');
  call.world.agentThreads.set(key(args), { ...call.world.agentThreads.get(key(args)), ...change });
  changed(call.world);
}
