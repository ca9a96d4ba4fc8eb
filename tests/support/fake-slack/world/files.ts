import { extname } from 'node:path';
import type { Json } from './json.ts';
import { tell } from './events.ts';
import type { Channel, StoredFile } from './things.ts';
import type { World } from './world.ts';

const TYPES: Record<string, [string, string]> = {
  '.pdf': ['pdf', 'application/pdf'],
  '.txt': ['text', 'text/plain'],
  '.md': ['markdown', 'text/markdown'],
  '.csv': ['csv', 'text/csv'],
  '.png': ['png', 'image/png'],
  '.html': ['html', 'text/html'],
  '.docx': ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  '.pptx': ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  '.xlsx': ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
};

/** Keeps a file that nobody has seen yet. */
export function addFile(
  world: World,
  file: Pick<StoredFile, 'name' | 'teamId' | 'userId' | 'content' | 'state'> & { title?: string },
): StoredFile {
  const added = {
    title: file.name,
    ...file,
    id: world.nextId('F'),
    channels: [],
    created: Math.floor(world.clock.now() / 1000),
  };
  world.files.set(added.id, added);
  return added;
}

/** Marks a file as shared in a channel and tells of it. */
export function shareFile(world: World, file: StoredFile, channel: Channel): void {
  file.state = 'shared';
  file.channels.push(channel.id);
  const tellers = [...world.installations.values()].filter(({ botUserId }) => channel.members.has(botUserId));
  for (const { teamId } of tellers)
    tell(world, teamId, {
      type: 'file_shared',
      file_id: file.id,
      user_id: file.userId,
      file: { id: file.id },
      channel_id: channel.id,
      event_ts: world.clock.timestamp(),
    });
}

/** A file as Slack shows it. */
export function fileJson(
  world: World,
  { id, name, title, teamId, userId, content, channels, created }: StoredFile,
): Json {
  const [filetype, mimetype] = TYPES[extname(name).toLowerCase()] ?? ['binary', 'application/octet-stream'];
  const address = `${world.origin}/files-pri/${teamId}-${id}`;
  return {
    id,
    created,
    timestamp: created,
    name,
    title,
    mimetype,
    filetype,
    user: userId,
    user_team: teamId,
    size: content.length,
    mode: 'hosted',
    is_external: false,
    is_public: true,
    url_private: `${address}/${encodeURIComponent(name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(name)}`,
    permalink: `${world.origin}/files/${userId}/${id}/${encodeURIComponent(name)}`,
    channels: channels.filter((channel) => channel.startsWith('C')),
    ims: channels.filter((channel) => channel.startsWith('D')),
    groups: [],
    file_access: 'visible',
  };
}
