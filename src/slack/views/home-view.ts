import type { types } from '@slack/bolt';
import type { Audience } from '../../domain/audience.ts';
import type { Work } from '../../domain/inbox.ts';
import type { Preference } from '../../domain/ports.ts';
import type { Language } from '../../domain/report.ts';
import { citationLabel } from '../../words/place-label.ts';
import { canonicalText } from '../../text/canonical-text.ts';
import { LIMITS, shorten } from '../limits.ts';
import { escapeMrkdwn, mrkdwnOfView } from '../mrkdwn.ts';
import type { ListedReport, ReviewedCitation } from '../steps.ts';
import { ADD_WORDS } from '../../words/slack-add.ts';
import { lossTexts } from '../../words/reading-note-words.ts';
import { audienceText } from './audience-text.ts';
import { requestText } from './request-text.ts';
import { newestFirst, reportLine } from './reports-message.ts';
import { settingsBlock } from './settings-block.ts';

/** Identifies the buttons on the Home tab. */
export const REMOVE_REPORT = 'remove_report';
export const SET_AUDIENCE = 'set_audience';
export const REVIEW_NEXT = 'review_next';
export const ASK = 'ask_from_home';
export const ASK_AGAIN = 'ask_again';
export const SEARCH_REPORTS = 'search_reports';

/** Reports that are listed, and those that a search finds; questions and waiting citations. */
const REPORTS = 5;
const FOUND = 20;
const QUESTIONS = 5;
const WAITING = 5;
/** Characters of the line that says how a report was read. */
const NOTES_LENGTH = 300;
/** Sections that are named below a report, and the characters of their line. */
const SECTIONS = 8;
const SECTIONS_LENGTH = 400;
const TEXT_LENGTH = 200;

const WORDS = {
  zh: {
    library: '资料库',
    none: '还没有您能看到的报告。',
    more: (count: number) => `还有 ${count} 份：在上面输入标题中的字来找。`,
    ask: '提问',
    again: '再问',
    search: '找报告',
    searchHint: '标题、发布者或文件名中的字',
    noneFound: (words: string) => `没有标题、发布者或文件名含“${words}”的报告。`,
    recent: '最近的提问',
    noneAsked: '还没有提过问题。给我发消息，或在频道里 @我。',
    queue: '等待核对的引用',
    noQueue: '没有等待核对的引用。',
    review: '核对',
    settings: '设置',
    seenBy: (who: string) => `谁能看到：${who}`,
    audience: '谁能看到',
  },
  en: {
    library: 'Library',
    none: 'There is no report yet that you may see.',
    more: (count: number) => `${count} more: type words of a title above to find them.`,
    ask: 'Ask the reports',
    again: 'Ask again',
    search: 'Find a report',
    searchHint: 'Words of its title, publisher or file',
    noneFound: (words: string) => `No report has “${words}” in its title, publisher or file name.`,
    recent: 'Your latest questions',
    noneAsked: 'You have not asked anything yet. Write to me, or mention me in a channel.',
    queue: 'Citations that wait for you',
    noQueue: 'No citation waits for an editor.',
    review: 'Review',
    settings: 'Settings',
    seenBy: (who: string) => `Seen by ${who}`,
    audience: 'Who may see it',
  },
} as const;

/** What the Home tab shows to one person. */
export interface Home {
  language: Language;
  team: string;
  /** `audience` is there for librarians. */
  reports: readonly (ListedReport & { sections?: string[][]; audience?: Audience })[];
  recent: readonly Work[];
  /** Absent for who is no editor. */
  queue?: readonly ReviewedCitation[];
  isLibrarian: boolean;
  preference: Preference;
  /** Words of the reports that are looked for; absent: the newest are listed. */
  search?: string;
}

/** The Home tab: a button to ask, latest questions, library, what waits for an editor, settings. */
export function homeView({
  language,
  team,
  reports,
  recent,
  queue,
  isLibrarian,
  preference,
  search,
}: Home): types.HomeView {
  const words = WORDS[language];
  const found = search === undefined ? reports : reportsWith(search, reports);
  const listed = newestFirst(found).slice(0, search === undefined ? REPORTS : FOUND);
  const asked = recent.filter(({ intent, text }) => text.trim() !== '' && intent !== 'greet' && intent !== 'thank');
  const questions = [...new Set(asked.map((request) => requestText(request, language)))].slice(0, QUESTIONS);
  return {
    type: 'home',
    blocks: [
      { type: 'actions', elements: [{ ...buttonOf(ASK, words.ask), style: 'primary' }] },
      header(words.recent),
      ...(questions.length === 0 ? [section(words.noneAsked)] : questions.map((text) => questionBlock(text, language))),
      header(words.library),
      ...(reports.length > REPORTS ? [searchBlock(search, language)] : []),
      ...(listed.length === 0
        ? [section(search === undefined ? words.none : words.noneFound(shorten(search, TEXT_LENGTH)))]
        : listed.flatMap((report) => reportBlocks(report, reports, { language, team, isLibrarian }))),
      ...(found.length > listed.length ? [section(words.more(found.length - listed.length))] : []),
      ...(queue ? [header(words.queue), ...queueBlocks(queue, language)] : []),
      header(words.settings),
      settingsBlock(preference, language),
    ],
  };
}

/** Reports of which title, publisher or file hold some words. */
function reportsWith(search: string, reports: Home['reports']): Home['reports'] {
  const wanted = canonicalText(search).trim();
  return reports.filter(({ title, publisher = '', file }) =>
    canonicalText(`${title}\n${publisher}\n${file}`).includes(wanted),
  );
}

/** A question that was asked, to be asked again. */
function questionBlock(question: string, language: Language): types.KnownBlock {
  const shown = section(shorten(question, TEXT_LENGTH));
  return {
    ...shown,
    accessory: { ...buttonOf(ASK_AGAIN, WORDS[language].again), value: shorten(question, LIMITS.buttonValue) },
  };
}

function searchBlock(search: string | undefined, language: Language): types.KnownBlock {
  const words = WORDS[language];
  return {
    type: 'input',
    dispatch_action: true,
    optional: true,
    block_id: SEARCH_REPORTS,
    label: { type: 'plain_text', text: words.search },
    element: {
      type: 'plain_text_input',
      action_id: SEARCH_REPORTS,
      placeholder: { type: 'plain_text', text: words.searchHint },
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
      ...(search === undefined ? {} : { initial_value: search }),
    },
  };
}

function buttonOf(actionId: string, text: string): types.Button {
  return { type: 'button', action_id: actionId, text: { type: 'plain_text', text } };
}

function reportBlocks(
  { id, ...report }: ListedReport,
  all: Home['reports'],
  { language, team, isLibrarian }: { language: Language; team: string; isLibrarian: boolean },
): types.KnownBlock[] {
  const words = WORDS[language];
  const { sections: outline = [], audience } = all.find((each) => each.id === id) ?? {};
  const notes = lossTexts(report, language).join(language === 'zh' ? '；' : '; ');
  const sections = outline
    .filter((path) => path.length === 1)
    .slice(0, SECTIONS)
    .flat();
  const line = shorten(
    [
      `*${escapeMrkdwn(reportLine({ id, ...report }, language))}*`,
      ...(sections.length > 0 ? [escapeMrkdwn(shorten(sections.join(' · '), SECTIONS_LENGTH))] : []),
      ...(notes === '' ? [] : [`_${escapeMrkdwn(shorten(notes, NOTES_LENGTH))}_`]),
      ...(audience === undefined ? [] : [words.seenBy(audienceText(audience, team, language, 'view'))]),
    ].join('\n'),
    LIMITS.sectionText,
  );
  const shown: types.KnownBlock = { type: 'section', text: mrkdwnOfView(line) };
  if (!isLibrarian) return [shown];
  const choose: types.Button = {
    type: 'button',
    action_id: SET_AUDIENCE,
    value: id,
    text: { type: 'plain_text', text: words.audience },
  };
  return [shown, { type: 'actions', elements: [choose, removeButton(id, report.title, language)] }];
}

function removeButton(id: string, title: string, language: Language): types.Button {
  const words = ADD_WORDS[language];
  const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text });
  return {
    type: 'button',
    action_id: REMOVE_REPORT,
    value: id,
    text: plain(words.remove),
    confirm: {
      title: plain(words.confirmTitle),
      text: plain(words.confirmText(shorten(title, TEXT_LENGTH))),
      confirm: plain(words.remove),
      deny: plain(words.keep),
      style: 'danger',
    },
  };
}

function queueBlocks(queue: readonly ReviewedCitation[], language: Language): types.KnownBlock[] {
  const words = WORDS[language];
  if (queue.length === 0) return [section(words.noQueue)];
  return queue.slice(0, WAITING).map(({ id, claim, quote }) => ({
    type: 'section',
    text: {
      type: 'plain_text',
      text:
        `${shorten(claim, TEXT_LENGTH)}\n${shorten(quote.reportTitle, TEXT_LENGTH)} · ` +
        shorten(citationLabel(quote.path.slice(-1), quote.place, language), TEXT_LENGTH),
    },
    accessory: { type: 'button', action_id: REVIEW_NEXT, value: id, text: { type: 'plain_text', text: words.review } },
  }));
}

function header(text: string): types.KnownBlock {
  return { type: 'header', text: { type: 'plain_text', text } };
}

function section(text: string): types.SectionBlock {
  return { type: 'section', text: { type: 'plain_text', text: shorten(text, LIMITS.sectionText) } };
}
