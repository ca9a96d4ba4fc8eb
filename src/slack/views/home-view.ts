import type { types } from '@slack/bolt';
import type { Audience } from '../../domain/audience.ts';
import type { Work } from '../../domain/inbox.ts';
import type { Preference } from '../../domain/ports.ts';
import type { Language } from '../../domain/report.ts';
import { citationLabel } from '../../words/place-label.ts';
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

/** Reports, questions and waiting citations that are listed. */
const REPORTS = 40;
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
    more: (count: number) => `还有 ${count} 份`,
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
    more: (count: number) => `${count} more`,
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
}

/** The Home tab: library, latest questions, what waits for an editor, settings. */
export function homeView({ language, team, reports, recent, queue, isLibrarian, preference }: Home): types.HomeView {
  const words = WORDS[language];
  const listed = newestFirst(reports).slice(0, REPORTS);
  const asked = recent.filter(({ intent, text }) => text.trim() !== '' && intent !== 'greet' && intent !== 'thank');
  const questions = [...new Set(asked.map((request) => shorten(requestText(request, language), TEXT_LENGTH)))].slice(
    0,
    QUESTIONS,
  );
  return {
    type: 'home',
    blocks: [
      header(words.library),
      ...(listed.length === 0
        ? [section(words.none)]
        : listed.flatMap((report) => reportBlocks(report, reports, { language, team, isLibrarian }))),
      ...(reports.length > REPORTS ? [section(words.more(reports.length - REPORTS))] : []),
      header(words.recent),
      section(questions.length === 0 ? words.noneAsked : questions.map((text) => `• ${text}`).join('\n')),
      ...(queue ? [header(words.queue), ...queueBlocks(queue, language)] : []),
      header(words.settings),
      settingsBlock(preference, language),
    ],
  };
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

function section(text: string): types.KnownBlock {
  return { type: 'section', text: { type: 'plain_text', text: shorten(text, LIMITS.sectionText) } };
}
