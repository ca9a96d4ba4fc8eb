import { describe, expect, it } from 'vitest';
import { messageError, refuseMessage } from '../support/fake-slack/validate/check-message.ts';
import { refuseView, viewError } from '../support/fake-slack/validate/check-view.ts';
import { message } from '../support/fake-slack/validate/problems.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (text: string, over: object = {}) => ({ type: 'section', text: mrkdwn(text), ...over });
const button = (over: object = {}) => ({ type: 'button', action_id: 'a', text: plain('Press'), ...over });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const option = (text: string, value = text) => ({ text: plain(text), value });
const select = (over: object = {}) => ({ type: 'static_select', action_id: 's', options: [option('One')], ...over });
const cell = (text: string) => ({ type: 'raw_text', text });
const richText = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});
const pie = (count: number, title = 'Shares') => ({
  type: 'data_visualization',
  title,
  chart: { type: 'pie', segments: Array.from({ length: count }, (_, at) => ({ label: `Part ${at}`, value: at + 1 })) },
});
const bar = (over: object = {}) => ({
  type: 'data_visualization',
  title: 'Growth',
  chart: {
    type: 'bar',
    series: [
      {
        name: 'Cloud',
        data: [
          { label: '2019', value: 3 },
          { label: '2020', value: -1 },
        ],
      },
    ],
    axis_config: { categories: ['2019', '2020'] },
    ...over,
  },
});
const feedback = {
  type: 'feedback_buttons',
  action_id: 'f',
  positive_button: { text: plain('Good'), value: 'good' },
  negative_button: { text: plain('Bad'), value: 'bad' },
};
const taskCard = { type: 'task_card', task_id: 't', title: 'Reading', status: 'in_progress' };
const long = (length: number) => '字'.repeat(length);

/** Blocks with what Slack says about them; nothing when it takes them. */
const MESSAGES: [string, object[], string[]][] = [
  ['a section of 3,000 characters', [section(long(3000))], []],
  [
    'a longer section',
    [section(long(3001))],
    ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
  ],
  ['an empty text', [section('')], ['[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]']],
  [
    'a section of nothing',
    [{ type: 'section' }],
    ['[ERROR] must define either `text` or `fields` [json-pointer:/blocks/0/type]'],
  ],
  [
    'eleven fields',
    [{ type: 'section', fields: Array.from({ length: 11 }, () => plain('x')) }],
    ['[ERROR] no more than 10 items allowed [json-pointer:/blocks/0/fields]'],
  ],
  [
    'a field of 2,001 characters',
    [{ type: 'section', fields: [plain(long(2001))] }],
    ['[ERROR] must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]'],
  ],
  [
    '51 blocks',
    Array.from({ length: 51 }, () => section('x')),
    ['[ERROR] no more than 50 items allowed [json-pointer:/blocks]'],
  ],
  [
    'a type that is none',
    [section('x'), { type: 'sections' }],
    ['[ERROR] unsupported type: sections [json-pointer:/blocks/1/type]'],
  ],
  ['a block without a type', [{ text: plain('x') }], ['[ERROR] missing required field: type [json-pointer:/blocks/0]']],
  [
    'an alert, which only modals take',
    [{ type: 'alert', text: plain('x') }],
    ['[ERROR] unsupported type: alert [json-pointer:/blocks/0/type]'],
  ],
  [
    'a property that is none',
    [section('x', { disabled: true })],
    ['[ERROR] invalid additional property: disabled [json-pointer:/blocks/0]'],
  ],
  [
    'a header of 151 characters',
    [{ type: 'header', text: plain(long(151)) }],
    ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
  ],
  [
    'a header with markup',
    [{ type: 'header', text: mrkdwn('x') }],
    ['[ERROR] must be one of plain_text [json-pointer:/blocks/0/text/type]'],
  ],
  [
    'eleven elements of a context',
    [{ type: 'context', elements: Array.from({ length: 11 }, () => plain('x')) }],
    ['[ERROR] no more than 10 items allowed [json-pointer:/blocks/0/elements]'],
  ],
  [
    '26 buttons',
    [actions(...Array.from({ length: 26 }, (_, at) => button({ action_id: `a${at}` })))],
    ['[ERROR] no more than 25 items allowed [json-pointer:/blocks/0/elements]'],
  ],
  ['no buttons', [actions()], ['[ERROR] must provide at least 1 items [json-pointer:/blocks/0/elements]']],
  [
    'a button of 76 characters',
    [actions(button({ text: plain(long(76)) }))],
    ['[ERROR] must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]'],
  ],
  [
    'a value of 2,001 characters',
    [actions(button({ value: long(2001) }))],
    ['[ERROR] must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]'],
  ],
  [
    'an address of 3,001 characters',
    [actions(button({ url: `https://footnote.example/${'a'.repeat(2976)}` }))],
    ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]'],
  ],
  [
    'a question before an action',
    [
      actions(
        button({
          confirm: {
            title: plain('Sure?'),
            text: mrkdwn('It is gone then.'),
            confirm: plain('Yes'),
            deny: plain('No'),
          },
        }),
      ),
    ],
    [],
  ],
  [
    'a longer title of such a question',
    [actions(button({ confirm: { title: plain(long(101)), text: plain('x') } }))],
    ['[ERROR] must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]'],
  ],
  [
    '101 options',
    [actions(select({ options: Array.from({ length: 101 }, (_, at) => option(`${at}`)) }))],
    ['[ERROR] no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]'],
  ],
  [
    'an option of 76 characters',
    [actions(select({ options: [option(long(76), 'v')] }))],
    ['[ERROR] must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]'],
  ],
  [
    'a first choice that is none',
    [actions(select({ initial_option: option('Two') }))],
    ['[ERROR] initial option must exactly match one of the options [json-pointer:/blocks/0/elements/0/initial_option]'],
  ],
  [
    'two blocks of one id',
    [section('x', { block_id: 'b' }), section('y', { block_id: 'b' })],
    ['[ERROR] `block_id` "b" already exists [json-pointer:/blocks/1/block_id]'],
  ],
  [
    'two actions of one id in a block',
    [actions(button(), button())],
    ['[ERROR] `action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]'],
  ],
  [
    'an image without words for it',
    [{ type: 'image', image_url: 'https://footnote.example/a.png' }],
    ['[ERROR] missing required field: alt_text [json-pointer:/blocks/0]'],
  ],
  [
    'an image of nothing',
    [{ type: 'image', alt_text: 'x' }],
    ['[ERROR] must define either `image_url` or `slack_file` [json-pointer:/blocks/0]'],
  ],
  [
    'an empty piece of rich text',
    [richText('')],
    ['[ERROR] must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]'],
  ],
  [
    'Markdown of 12,001 characters',
    [{ type: 'markdown', text: long(12_001) }],
    ['[ERROR] must be less than 12001 characters [json-pointer:/blocks/0/text]'],
  ],
  [
    'a table',
    [
      {
        type: 'table',
        rows: [
          [cell('Year'), cell('Share')],
          [cell('2020'), richText('32%')],
        ],
        column_settings: [{ align: 'left' }, { align: 'right' }],
      },
    ],
    [],
  ],
  [
    'an empty cell',
    [{ type: 'table', rows: [[cell('')]] }],
    ['[ERROR] must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]'],
  ],
  [
    '101 rows',
    [{ type: 'table', rows: Array.from({ length: 101 }, () => [cell('x')]) }],
    ['[ERROR] no more than 100 items allowed [json-pointer:/blocks/0/rows]'],
  ],
  [
    '21 columns',
    [{ type: 'table', rows: [Array.from({ length: 21 }, () => cell('x'))] }],
    ['[ERROR] no more than 20 items allowed [json-pointer:/blocks/0/rows/0]'],
  ],
  [
    'a data table',
    [
      {
        type: 'data_table',
        caption: 'Shares',
        rows: [
          [cell('Year'), cell('Share')],
          [cell('2020'), { type: 'raw_number', value: 32, text: '32%' }],
        ],
      },
    ],
    [],
  ],
  [
    'a data table without caption',
    [{ type: 'data_table', rows: [[cell('Year')], [cell('2020')]] }],
    ['[ERROR] missing required field: caption [json-pointer:/blocks/0]'],
  ],
  [
    'a data table of uneven rows',
    [{ type: 'data_table', caption: 'Shares', rows: [[cell('Year'), cell('Share')], [cell('2020')]] }],
    ['[ERROR] must have as many cells as the header [json-pointer:/blocks/0/rows/1]'],
  ],
  [
    'a data table of a header alone',
    [{ type: 'data_table', caption: 'Shares', rows: [[cell('Year')]] }],
    ['[ERROR] must provide at least 2 items [json-pointer:/blocks/0/rows]'],
  ],
  ['a pie, and bars below zero', [pie(6), bar()], []],
  ['a pie of seven', [pie(7)], ['[ERROR] no more than 6 items allowed [json-pointer:/blocks/0/chart/segments]']],
  [
    'a chart with a title of 51 characters',
    [pie(2, long(51))],
    ['[ERROR] must be less than 51 characters [json-pointer:/blocks/0/title]'],
  ],
  [
    'a chart with a year too few',
    [bar({ axis_config: { categories: ['2019', '2020', '2021'] } })],
    ['[ERROR] labels must match the categories [json-pointer:/blocks/0/chart/series/0/data]'],
  ],
  [
    'three charts',
    [pie(2), pie(2), pie(2)],
    ['[ERROR] no more than 2 data_visualization blocks allowed [json-pointer:/blocks/2]'],
  ],
  [
    'feedback and an icon for editors',
    [
      {
        type: 'context_actions',
        elements: [
          feedback,
          { type: 'icon_button', action_id: 'i', icon: 'trash', text: plain('Remove'), visible_to_user_ids: ['U1'] },
        ],
      },
    ],
    [],
  ],
  [
    'feedback of one side',
    [{ type: 'context_actions', elements: [{ ...feedback, negative_button: undefined }] }],
    ['[ERROR] missing required field: negative_button [json-pointer:/blocks/0/elements/0]'],
  ],
  [
    'a button among them',
    [{ type: 'context_actions', elements: [button()] }],
    ['[ERROR] unsupported type: button [json-pointer:/blocks/0/elements/0/type]'],
  ],
  ['a plan of tasks', [{ type: 'plan', title: 'Answering', tasks: [taskCard] }], []],
  [
    'a task of a strange status',
    [{ ...taskCard, status: 'running' }],
    ['[ERROR] must be one of pending, in_progress, complete, error [json-pointer:/blocks/0/status]'],
  ],
  [
    'a card of nothing',
    [{ type: 'card', subtitle: mrkdwn('x') }],
    ['[ERROR] must define at least one of `hero_image`, `title`, `actions`, or `body` [json-pointer:/blocks/0]'],
  ],
  [
    'eleven blocks in a container',
    [{ type: 'container', title: plain('x'), child_blocks: Array.from({ length: 11 }, () => section('x')) }],
    ['[ERROR] no more than 10 items allowed [json-pointer:/blocks/0/child_blocks]'],
  ],
  [
    'a container in a container',
    [{ type: 'container', title: plain('x'), child_blocks: [{ type: 'container', child_blocks: [section('x')] }] }],
    ['[ERROR] unsupported type: container [json-pointer:/blocks/0/child_blocks/0/type]'],
  ],
];

describe('the blocks of a message', () => {
  it.each(MESSAGES)('%s', (_, blocks, said) => {
    const refused = refuseMessage({ blocks });
    expect([refused?.error, refused?.problems.map(message) ?? []]).toEqual([
      said.length > 0 ? 'invalid_blocks' : undefined,
      said,
    ]);
  });

  it('may be 13,200 characters together, and not one more', () => {
    const five = (last: number) => [3000, 3000, 3000, 3000, last].map((length) => section(long(length)));
    expect([messageError({ blocks: five(1200) }), messageError({ blocks: five(1201) })]).toEqual([
      undefined,
      'msg_blocks_too_long',
    ]);
  });

  it('hold no chart in a workspace that has none yet', () => {
    expect(refuseMessage({ blocks: [pie(2)] }, { charts: false })?.problems.map(message)).toEqual([
      '[ERROR] unsupported type: data_visualization [json-pointer:/blocks/0/type]',
    ]);
  });
});

describe('a message', () => {
  it.each([
    [{}, 'no_text'],
    [{ text: '' }, 'no_text'],
    [{ blocks: [] }, 'no_text'],
    [{ text: long(40_000) }, undefined],
    [{ text: long(40_001) }, 'msg_too_long'],
    [{ markdown_text: long(12_001) }, 'msg_too_long'],
    [{ markdown_text: '**x**', text: 'x' }, 'markdown_text_conflict'],
    [{ blocks: 'x' }, 'invalid_blocks_format'],
  ])('is refused: %j', (payload, error) => {
    expect(messageError(payload)).toBe(error);
  });
});

const modal = (over: object = {}) => ({ type: 'modal', title: plain('Sources'), blocks: [section('x')], ...over });
const input = { type: 'input', label: plain('Question'), element: { type: 'plain_text_input', action_id: 'q' } };

/** Views with what Slack says about them. */
const VIEWS: [string, object, string[]][] = [
  ['a modal of 100 blocks', modal({ blocks: Array.from({ length: 100 }, () => section('x')) }), []],
  [
    'a modal of 101',
    modal({ blocks: Array.from({ length: 101 }, () => section('x')) }),
    ['[ERROR] no more than 100 items allowed [json-pointer:/view/blocks]'],
  ],
  [
    'a title of 25 characters',
    modal({ title: plain(long(25)) }),
    ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'],
  ],
  [
    'a close button of 25 characters',
    modal({ close: plain(long(25)) }),
    ['[ERROR] must be less than 25 characters [json-pointer:/view/close/text]'],
  ],
  [
    '3,001 characters kept with it',
    modal({ private_metadata: long(3001) }),
    ['[ERROR] must be less than 3001 characters [json-pointer:/view/private_metadata]'],
  ],
  [
    'a callback id of 256 characters',
    modal({ callback_id: 'a'.repeat(256) }),
    ['[ERROR] must be less than 256 characters [json-pointer:/view/callback_id]'],
  ],
  [
    'an input without a button to submit',
    modal({ blocks: [input] }),
    ['[ERROR] must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/0/input]'],
  ],
  ['an input with one', modal({ blocks: [input], submit: plain('Ask') }), []],
  ['an alert', modal({ blocks: [{ type: 'alert', text: plain('x'), level: 'warning' }] }), []],
  [
    'Markdown, which only messages take',
    modal({ blocks: [{ type: 'markdown', text: 'x' }] }),
    ['[ERROR] unsupported type: markdown [json-pointer:/view/blocks/0/type]'],
  ],
  ['a Home tab', { type: 'home', blocks: [section('x')] }, []],
  [
    'a Home tab with an alert',
    { type: 'home', blocks: [{ type: 'alert', text: plain('x') }] },
    ['[ERROR] unsupported type: alert [json-pointer:/view/blocks/0/type]'],
  ],
  ['neither of both', { type: 'dialog', blocks: [] }, ['[ERROR] unsupported type: dialog [json-pointer:/view/type]']],
];

describe('a view', () => {
  it.each(VIEWS)('%s', (_, view, said) => {
    const refused = refuseView(view);
    expect([refused?.error, refused?.problems.map(message) ?? []]).toEqual([
      said.length > 0 ? 'invalid_arguments' : undefined,
      said,
    ]);
  });

  it('is at most 250 kB', () => {
    const options = Array.from({ length: 100 }, (_, at) => option(`${at}${long(70)}`, `${at}${long(140)}`));
    expect(
      viewError(
        modal({
          blocks: Array.from({ length: 10 }, (_, at) => ({ ...actions(select({ options })), block_id: `b${at}` })),
        }),
      ),
    ).toBe('view_too_large');
  });
});
