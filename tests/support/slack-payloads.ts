import { hostileText } from './hostile-text.ts';
import { pick } from './fuzz-runs.ts';
import type { Json } from './fake-slack/world/json.ts';
import { JsonObject } from './fake-slack/world/json.ts';

/** Who and what the payloads speak of. */
export interface Cast {
  team: string;
  otherTeam: string;
  user: string;
  bot: string;
  channel: string;
  direct: string;
  /** Where responses go. */
  responseUrl: string;
}

/** One thing that Slack, or somebody with its secret, sends. */
export interface Sent {
  type: 'events_api' | 'interactive' | 'slash_commands';
  payload: Json;
}

type Random = () => number;

const EVENTS = [
  'message',
  'app_mention',
  'app_home_opened',
  'link_shared',
  'agent_session_stopped',
  'app_uninstalled_not',
  'reaction_added',
  'member_joined_channel',
  'file_shared',
  'channel_rename',
  'team_join',
  'app_context_changed',
  '',
  'close',
  '__proto__',
] as const;
const SUBTYPES = [
  undefined,
  'file_share',
  'thread_broadcast',
  'message_changed',
  'message_deleted',
  'bot_message',
  'channel_join',
  'me_message',
  'reply_broadcast',
  'tombstone',
  'unknown',
] as const;
const ACTIONS = [
  'show_sources',
  'feedback',
  'report_wrong',
  'give_verdict',
  'share',
  'choose_section',
  'set_language',
  'set_where',
  'remove_report',
  'set_audience',
  'review_next',
  'replace_report',
  'replace_report beside',
  'unknown',
  '',
] as const;
const SHORTCUTS = ['check_facts', 'ask_about', 'add_to_library', 'ask_reports', 'unknown'] as const;
const VIEWS = ['ask_modal', 'why_modal', 'report_modal', 'audience_modal', 'verdict_note', 'unknown'] as const;
const COMMANDS = ['', 'help', 'reports', 'ask ', 'summarize ', 'check ', '核对 ', '总结 '] as const;

/** A made-up thing of any type, with wrong, missing, huge, nested and hostile fields. It uninstalls nothing. */
export function aPayload(cast: Cast, random: Random): Sent {
  const make = pick([anEvent, anEvent, anEvent, anAction, aShortcut, aSubmission, aCommand], random);
  const { type, payload } = make(cast, random);
  return { type, payload: damaged(payload, random) };
}

function anEvent(cast: Cast, random: Random): Sent {
  const event: Json = {
    type: pick(EVENTS, random),
    subtype: pick(SUBTYPES, random),
    ...aMessage(cast, random),
    channel_type: pick(['im', 'channel', 'group', 'mpim', 'x'], random),
    tab: pick(['home', 'messages', 'x'], random),
  };
  if (random() < 0.4)
    Object.assign(event, {
      message: aMessage(cast, random),
      previous_message: aMessage(cast, random),
      deleted_ts: aTime(random),
      hidden: true,
    });
  if (random() < 0.2)
    Object.assign(event, {
      links: [
        {
          url: pick(
            ['https://footnote.example/reports/x/pages/1', 'javascript:alert(1)', '', 'https://footnote.example/s/%00'],
            random,
          ),
          domain: 'footnote.example',
        },
      ],
      message_ts: aTime(random),
      source: 'composer',
      unfurl_id: 'x',
    });
  const team = pick([cast.team, cast.team, cast.team, cast.otherTeam], random);
  const authorizations = pick(
    [
      [],
      [{ team_id: team, user_id: cast.bot, is_bot: true }],
      [{ team_id: cast.otherTeam, user_id: 'UOTHERBOT', is_bot: true }],
      [{ enterprise_id: 'E1', team_id: null, user_id: cast.user, is_bot: false }],
    ],
    random,
  );
  return {
    type: 'events_api',
    payload: {
      type: 'event_callback',
      token: 'x',
      team_id: team,
      api_app_id: 'A1',
      event_id: `Ev${random()}`,
      event_time: 1,
      authorizations,
      event,
    },
  };
}

function aMessage(cast: Cast, random: Random): Json {
  return {
    ts: aTime(random),
    user: pick([cast.user, cast.user, cast.bot, 'UNOBODY', ''], random),
    channel: pick([cast.channel, cast.direct, 'CNOWHERE', ''], random),
    text: `${random() < 0.5 ? `<@${cast.bot}> ` : ''}${aText(random)}`,
    ...(random() < 0.3 ? { thread_ts: aTime(random) } : {}),
    ...(random() < 0.2 ? { bot_id: 'B1', app_id: 'A1' } : {}),
    ...(random() < 0.2 ? { edited: { user: cast.user, ts: aTime(random) } } : {}),
    ...(random() < 0.2 ? { team: pick([cast.team, cast.otherTeam, ''], random) } : {}),
    ...(random() < 0.3 ? { files: [aFile(random), aFile(random)] } : {}),
    ...(random() < 0.3
      ? {
          blocks: [
            {
              type: pick(['rich_text', 'section', 'table', 'video', 'x'], random),
              elements: [{ type: 'text', text: aText(random) }],
            },
          ],
        }
      : {}),
  };
}

function aFile(random: Random): Json {
  return pick(
    [
      { id: 'F1', name: hostileText(random), size: 3 },
      { id: 'F2', mode: 'tombstone' },
      { id: 'F3', name: '<!channel>.pdf', size: -1 },
      { id: '', name: null },
      { id: 'F4', name: `${'x'.repeat(300)}.txt`, size: 1e12 },
      {},
    ],
    random,
  );
}

function by({ team, otherTeam, user, channel, responseUrl }: Cast, random: Random): Json {
  const from = pick([team, team, team, otherTeam], random);
  return {
    team: { id: from, domain: 'x' },
    user: { id: pick([user, user, 'UNOBODY'], random), team_id: from },
    channel: { id: channel },
    trigger_id: `t${random()}`,
    response_url: responseUrl,
    api_app_id: 'A1',
  };
}

function anAction(cast: Cast, random: Random): Sent {
  const value = pick(
    [
      'up a1',
      'down a1',
      '',
      'review x',
      JSON.stringify({ intent: 'ask', text: aText(random) }),
      JSON.stringify({ file: { id: 'F1', name: '<!here>', size: 1 }, place: { kind: 'channel' }, isBeside: true }),
      '{',
      aText(random).slice(0, 2000),
    ],
    random,
  );
  const action = {
    type: 'button',
    action_id: pick(ACTIONS, random),
    block_id: 'b',
    value,
    selected_option: { value: pick(['zh', 'en', 'direct', '{}', value], random) },
  };
  const view = { id: 'V1', private_metadata: pick(['', '{}', 'null', 'a b'], random), callback_id: 'x', type: 'modal' };
  return {
    type: 'interactive',
    payload: {
      type: 'block_actions',
      ...by(cast, random),
      container: { is_ephemeral: random() < 0.5, message_ts: aTime(random) },
      message: { ts: aTime(random), text: aText(random) },
      view,
      actions: [action],
    },
  };
}

function aShortcut(cast: Cast, random: Random): Sent {
  const type = pick(['message_action', 'shortcut'], random);
  return {
    type: 'interactive',
    payload: {
      type,
      callback_id: pick(SHORTCUTS, random),
      ...by(cast, random),
      message_ts: aTime(random),
      message: aMessage(cast, random),
    },
  };
}

function aSubmission(cast: Cast, random: Random): Sent {
  const value = { type: 'plain_text_input', value: pick([aText(random), null, ''], random) };
  const values = {
    question: { question: value },
    reason: { reason: value },
    note: { note: value },
    which: { which: { selected_option: { value: 'a1.1' } } },
  };
  const carried = pick(
    [
      'null',
      '',
      '{}',
      JSON.stringify({ answerId: 'a1', language: 'zh' }),
      JSON.stringify({ channel: cast.channel, ts: aTime(random), thread: aTime(random), text: aText(random) }),
    ],
    random,
  );
  return {
    type: 'interactive',
    payload: {
      type: pick(['view_submission', 'view_closed'], random),
      ...by(cast, random),
      view: {
        id: `V${random()}`,
        callback_id: pick(VIEWS, random),
        type: 'modal',
        private_metadata: carried,
        previous_view_id: 'V0',
        state: { values },
      },
    },
  };
}

function aCommand(cast: Cast, random: Random): Sent {
  const team = pick([cast.team, cast.team, cast.otherTeam], random);
  return {
    type: 'slash_commands',
    payload: {
      command: pick(['/footnote', '/other'], random),
      text: pick(COMMANDS, random) + aText(random),
      team_id: team,
      user_id: cast.user,
      channel_id: cast.channel,
      trigger_id: `t${random()}`,
      response_url: cast.responseUrl,
      api_app_id: 'A1',
    },
  };
}

function aText(random: Random): string {
  const long = pick(['长', 'a ', '1 ', '<!channel> ', '&lt;', '\ud800', '（', '\u202e'], random).repeat(
    random() < 0.2 ? Math.floor(random() * 20_000) : 10,
  );
  return pick(
    [
      hostileText(random),
      hostileText(random),
      '亚马逊云的市占率是多少？',
      '',
      `check: ${hostileText(random)}`,
      `<!subteam^S1|all> ${hostileText(random)}`,
      long,
    ],
    random,
  );
}

function aTime(random: Random): string {
  return pick(
    [`17959${Math.floor(random() * 99_999)}.000100`, `${Date.now() / 1000}`, '0', '', 'NaN', '-1', '9'.repeat(40)],
    random,
  );
}

const WRONG = [
  null,
  0,
  -1,
  1e308,
  true,
  '',
  'x',
  [],
  {},
  [[[[]]]],
  '<!channel>',
  '\ud800',
  'x'.repeat(50_000),
] as const;

/** Some fields missing or of another kind, at any depth; in a third of the cases none. */
function damaged(payload: Json, random: Random): Json {
  let copy = payload;
  for (let times = Math.floor(random() * 3); times > 0; times--) copy = damagedOnce(copy, random);
  return random() < 0.05 ? { ...copy, deep: nested(500) } : copy;
}

function damagedOnce(json: Json, random: Random): Json {
  const keys = Object.keys(json);
  const key = keys[Math.floor(random() * keys.length)];
  if (key === undefined) return json;
  const inner = JsonObject.safeParse(json[key]);
  if (inner.success && random() < 0.7) return { ...json, [key]: damagedOnce(inner.data, random) };
  return Object.fromEntries(
    Object.entries(json).flatMap(([name, value]) =>
      name !== key ? [[name, value]] : random() < 0.4 ? [] : [[name, pick(WRONG, random)]],
    ),
  );
}

function nested(depth: number): Json {
  let json: Json = {};
  for (let at = 0; at < depth; at++) json = { json };
  return json;
}
