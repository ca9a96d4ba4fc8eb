import { z } from 'zod';
import { addFile, fileJson, shareFile } from '../world/files.ts';
import { SlackError, throwIfRefused } from '../world/slack-error.ts';
import type { StoredFile } from '../world/things.ts';
import { addMessage } from '../world/write-messages.ts';
import { refuseBlocks } from '../validate/check-message.ts';
import { author, teamOf, thread } from './chat.ts';
import type { Call, Methods } from './method.ts';
import { method } from './method.ts';
import { writableChannel } from './reach.ts';

/** Bytes of a file that Slack takes: 1 GB. */
const FILE_BYTES = 1_000_000_000;

/** `files.*`: announce, upload to the given address, complete. */
export const fileMethods: Methods = {
  'files.getUploadURLExternal': method(
    { scopes: ['files:write'], tier: 4 },
    z.object({
      filename: z.string().min(1),
      length: z.coerce.number().int(),
      alt_txt: z.string().max(1000).optional(),
      snippet_type: z.string().optional(),
    }),
    ({ filename, length }, call) => {
      if (length < 1) throw new SlackError('invalid_arguments');
      if (length > FILE_BYTES) throw new SlackError('file_upload_size_restricted');
      const { teamId, botUserId: userId } = call.installation;
      const file = addFile(call.world, {
        name: filename,
        teamId,
        userId,
        content: Buffer.alloc(0),
        state: 'announced',
      });
      return { upload_url: `${call.world.origin}/upload/v1/${file.id}`, file_id: file.id };
    },
  ),

  'files.completeUploadExternal': method(
    { scopes: ['files:write'], tier: 4 },
    z.object({
      files: z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1),
      channel_id: z.string().optional(),
      channels: z.string().optional(),
      thread_ts: z.string().optional(),
      initial_comment: z.string().optional(),
      blocks: z.unknown().optional(),
    }),
    (args, call) => {
      const files = args.files.map(({ id, title }) =>
        Object.assign(uploaded(id, call), title === undefined ? {} : { title }),
      );
      if (args.blocks !== undefined) throwIfRefused(refuseBlocks(args.blocks, teamOf(call)));
      const channels = [args.channel_id ?? '', ...(args.channels ?? '').split(',')]
        .filter(Boolean)
        .map((id) => writableChannel(call, id));
      for (const channel of channels) {
        for (const file of files) shareFile(call.world, file, channel);
        const blocks = args.blocks === undefined || args.initial_comment !== undefined ? {} : { blocks: args.blocks };
        addMessage(call.world, channel, {
          ...author(call),
          text: args.initial_comment ?? '',
          subtype: 'file_share',
          files: files.map((file) => fileJson(call.world, file)),
          ...blocks,
          ...thread(call, channel, args.thread_ts),
        });
      }
      return { files: files.map((file) => fileJson(call.world, file)) };
    },
  ),

  'files.info': method({ scopes: ['files:read'], tier: 4 }, z.object({ file: z.string() }), ({ file: id }, call) => {
    const file = call.world.files.get(id);
    if (!file || file.state === 'announced' || !maySee(file, call)) throw new SlackError('file_not_found');
    return { file: fileJson(call.world, file) };
  }),
};

/** Whether the app shares a channel with the file, or made it. */
export function maySee({ userId, channels }: StoredFile, { world, installation }: Call): boolean {
  return (
    userId === installation.botUserId ||
    channels.some((id) => world.channels.get(id)?.members.has(installation.botUserId))
  );
}

function uploaded(id: string, { world }: Call): StoredFile {
  const file = world.files.get(id);
  if (file?.state !== 'uploaded') throw new SlackError('file_not_found');
  return file;
}
