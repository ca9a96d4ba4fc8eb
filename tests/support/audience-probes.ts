import type { Viewer } from '../../src/domain/audience.ts';
import { EVERYONE_ONLY } from '../../src/domain/audience.ts';
import { answerJson } from '../../src/programs/answer-json.ts';
import { checkedClaimJson } from '../../src/programs/check-json.ts';
import { hitJson } from '../../src/programs/search-json.ts';
import { summaryJson } from '../../src/programs/summary-json.ts';
import { termsOf } from '../../src/text/tokenise.ts';
import type { House } from './two-houses.ts';
import { draftsAboutIt, publicReports, questionsAboutIt, theHiddenReport } from './a-hidden-report.ts';
import { pick } from './fuzz-runs.ts';
import { aProgramProbe } from './program-probes.ts';

/** Something that somebody outside does at one door, and what they get. */
export interface Probe {
  door: string;
  send(house: House): Promise<unknown>;
}

type Random = () => number;

const hidden = theHiddenReport();
const QUESTIONS = questionsAboutIt();
const DRAFTS = draftsAboutIt();
/** Who is outside: a page, somebody in another channel, other channels, other people. */
const VIEWERS: readonly [Viewer, ...Viewer[]] = [
  EVERYONE_ONLY,
  { kind: 'person', team: 'T1', user: 'UINTERN', userGroups: ['SSALES'], channels: ['CSALES'] },
  { kind: 'person', team: 'T2', user: 'UCHIEF', userGroups: ['SBOARD'], channels: ['CBOARD'] },
  { kind: 'channel', team: 'T1', channel: 'CGENERAL' },
  { kind: 'channel', team: 'T2', channel: 'CBOARD' },
  { kind: 'person', team: 'T1', user: 'UEVE', userGroups: [] },
];
const WORDS = [
  '星野云',
  '白鹭',
  '47亿元',
  '62%',
  '收购',
  '东川电子',
  '云计算',
  '市占率',
  '营收',
  '麦克唐纳',
  '2021年',
  'Hoshino Cloud',
  'HNC',
  'Delacroix',
  'merger',
  '58%',
  '产业月报',
  '最新一期',
  'project-egret.txt',
  hidden.report.id,
  '谁',
  '多少',
  '何时',
  '？',
  '和',
  '与上期比',
] as const;
const IDS = [
  hidden.report.id,
  hidden.report.file,
  'project-egret',
  '白鹭项目备忘录',
  publicReports()[0]?.report.id ?? '',
  'monthly-3',
  '0123456789ab',
] as const;

function someText(random: Random): string {
  const kind = random();
  if (kind < 0.45) return QUESTIONS[Math.floor(random() * QUESTIONS.length)]?.text ?? '';
  if (kind < 0.6) return DRAFTS[Math.floor(random() * DRAFTS.length)] ?? '';
  if (kind < 0.7) return hidden.text.split(/[。\n]/u)[Math.floor(random() * 20)] ?? '星野云';
  return Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(WORDS, random)).join(
    random() < 0.5 ? '' : ' ',
  );
}

const question = (random: Random) => ({
  text: someText(random) || '星野云？',
  earlier: random() < 0.3 ? [someText(random)] : [],
  ...(random() < 0.25 ? { reports: [pick(IDS, random), pick(IDS, random)] } : {}),
});

/** The ways in, with how often each is taken. */
const DOORS: readonly [number, string, (random: Random) => Probe['send']][] = [
  [
    30,
    'ask',
    (random) => {
      const [viewer, asked] = [pick(VIEWERS, random), question(random)];
      return async ({ footnote }) => answerJson(await footnote.seenBy(viewer).answer(asked), 0);
    },
  ],
  [
    12,
    'search',
    (random) => {
      const [viewer, asked] = [pick(VIEWERS, random), question(random)];
      return async ({ footnote }) =>
        (await footnote.seenBy(viewer).retrieve(asked, 200)).passages.map((passage) => [
          hitJson(passage),
          passage.score,
        ]);
    },
  ],
  [
    12,
    'check',
    (random) => {
      const [viewer, draft, reports] = [
        pick(VIEWERS, random),
        someText(random),
        random() < 0.2 ? { reports: [pick(IDS, random)] } : {},
      ];
      return async ({ footnote }) => {
        const checked = await footnote.seenBy(viewer).check(draft, reports);
        return checked.outcome === 'checked'
          ? [checked.claims.map((claim) => checkedClaimJson(claim)), checked.skipped]
          : checked;
      };
    },
  ],
  [
    10,
    'summarize',
    (random) => {
      const [viewer, text] = [pick(VIEWERS, random), someText(random)];
      const section =
        random() < 0.2
          ? { section: { reportId: hidden.report.id, span: { start: 0, end: 1 + Math.floor(random() * 200) } } }
          : {};
      return async ({ footnote }) => summaryJson(await footnote.seenBy(viewer).summarize({ text, ...section }), 0);
    },
  ],
  [
    14,
    'lists and counts',
    (random) => {
      const [viewer, id, terms] = [pick(VIEWERS, random), pick(IDS, random), termsOf(someText(random)).slice(0, 12)];
      return async ({ footnote }) => {
        const { library } = footnote.seenBy(viewer);
        return [
          await library.reports(),
          await library.aliases(),
          await library.nameRuns(),
          await library.report(id),
          await library.chunks(id),
          await library.frequencies(terms),
        ];
      };
    },
  ],
  [
    18,
    'web',
    (random) => {
      const [path, form] = aPage(random);
      return ({ page }) => page(path, form);
    },
  ],
  [14, 'programs', (random) => aProgramProbe({ text: someText, id: (next) => pick(IDS, next) }, random)],
  [
    2,
    'Slack',
    (random) => {
      const [way, text] = [pick(SLACK_WAYS, random), someText(random) || '星野云？'];
      return ({ inSlack }) => inSlack(way, text);
    },
  ],
];

/** What somebody does in Slack. */
export const SLACK_WAYS = ['mention', 'direct', 'command', 'home', 'link'] as const;
export type SlackWay = (typeof SLACK_WAYS)[number];

function aPage(random: Random): [string | ((house: House) => string), Record<string, string>?] {
  const [text, id, number] = [someText(random), pick(IDS, random), Math.floor(random() * 4)];
  const q = encodeURIComponent(text);
  const kinds: [string | ((house: House) => string), Record<string, string>?][] = [
    ['/'],
    [`/?q=${q}`],
    ['/', { q: text }],
    [`/search?q=${q}`],
    [`/?q=${q}&report=${encodeURIComponent(id)}`],
    [`/summary?request=${q}`],
    [`/summary?report=${encodeURIComponent(id)}`],
    ['/check', { draft: text }],
    [`/reports/${encodeURIComponent(id)}`],
    [`/reports/${encodeURIComponent(id)}/pages/${number}`],
    [`/reports/${encodeURIComponent(id)}/pages/${number}.png`],
    [`/reports/${encodeURIComponent(id)}/pages/1?quote=0-${number * 7}`],
    [`/reports/${encodeURIComponent(id)}/pages/1?find=${q}`],
    [
      ({ footnote }) =>
        footnote.access.linkTo({ reportId: id, page: Math.max(1, number), quote: { start: 0, end: 5 } }),
    ],
    [({ footnote }) => footnote.access.linkTo({ reportId: id, page: 1, holder: 'T1/CGENERAL' })],
    [({ footnote }) => `${footnote.access.linkTo({ reportId: id, page: 1 })}x`],
    ['/review'],
    ['/review/log.csv'],
    ['/review/log.json'],
    ['/flag', { id: `${id}.1`, reason: text }],
    [`/w/T1/reports/${encodeURIComponent(id)}`],
    [`/w/T1/?q=${q}`],
  ];
  return kinds[Math.floor(random() * kinds.length)] ?? ['/'];
}

/** The next probe of a stream. */
export function aProbe(random: Random): Probe {
  let at = random() * DOORS.reduce((sum, [weight]) => sum + weight, 0);
  const [, door, send] = DOORS.find(([weight]) => (at -= weight) < 0) ??
    DOORS[0] ?? [0, '', () => () => Promise.resolve()];
  return { door, send: send(random) };
}
