import type { Config } from '../config.ts';
import { claimsOf } from '../domain/answer.ts';
import { OPERATOR, holderOf, idsIn } from '../domain/audience.ts';
import type { CheckedDraft } from '../domain/check.ts';
import { given } from '../domain/given.ts';
import type { FigureSeries } from '../domain/answer.ts';
import type { VerifiedSummary } from '../domain/summary.ts';
import type { PostedCitation, QueueItem } from '../domain/review.ts';
import { FORGOTTEN } from '../domain/review.ts';
import { isEditor } from '../review/editors.ts';
import type {
  BotSteps,
  Checked,
  Correction,
  CorrectionSteps,
  WorkspaceSteps,
  ReviewedCitation,
  ReviewSteps,
  Summary,
  WhileAnswering,
} from '../slack/steps.ts';
import { composedNotes } from '../words/answer-notes.ts';
import { checkNotes, uncheckedText } from '../words/check-words.ts';
import { detectLanguage } from '../text/language.ts';
import { coverageText, pagesLabel, sectionLabel, seriesTitle } from '../words/summary-notes.ts';
import { quoteSources } from '../verify/quote-sources.ts';
import type { Footnote, RoomOptions } from './wire-footnote.ts';
import type { Libraries, OpenLibrary } from './wire-libraries.ts';
import { librarySteps } from './wire-library-steps.ts';

/** What the bot calls. */
export function slackSteps(
  { slackUse }: Config,
  libraries: Libraries,
  kept: Pick<BotSteps, 'inbox' | 'preferences' | 'log' | 'note' | 'lookMs'>,
): BotSteps {
  const { perUser, perTeam, allowedTeams } = slackUse;
  return {
    ...kept,
    drawChart: ({ title, unit, values }) =>
      libraries.shared.footnote.drawChart({ kind: 'across', unit, values }, title),
    limits: { perUser, perTeam, allowedTeams },
    libraryOf: async (team) => workspaceSteps(team, await libraries.of(team)),
  };
}

function workspaceSteps(
  team: string,
  { config: { slackUse, baseUrl, editors }, footnote, ledger }: OpenLibrary,
): WorkspaceSteps {
  return {
    ledger,
    forgetPerson: footnote.questions.forgetPerson,
    answerQuestion: (question, viewer, meanwhile) => footnote.seenBy(viewer).answer(question, askerOf(meanwhile)),
    sourcesOf: (answer, viewer) => quoteSources(answer, (id) => footnote.seenBy(viewer).library.report(id)),
    reports: (viewer) => footnote.seenBy(viewer).library.reports(),
    sections: async (reportId, viewer) =>
      ((await footnote.seenBy(viewer).library.report(reportId))?.sections ?? []).map(({ path }) => path),
    summarize: async (request, viewer, meanwhile) =>
      summaryFor(await footnote.seenBy(viewer).summarize({ text: request }, askerOf(meanwhile)), request),
    checkDraft: async (draft, viewer, meanwhile) =>
      checkedFor(await footnote.seenBy(viewer).check(draft, askerOf(meanwhile)), draft),
    review: reviewSteps(footnote, editors, team),
    ...(slackUse.librarians.length > 0 ? { library: librarySteps(slackUse, footnote, team) } : {}),
    ...(baseUrl === undefined ? {} : pagesAt(baseUrl, footnote)),
  };
}

/** Slack's person as whose allowance is used: ids are unique within a workspace only. */
function askerOf({ asker, ...waiting }: WhileAnswering): RoomOptions {
  return { ...waiting, user: `${asker.team}/${asker.user}`, ...given({ channel: asker.channel }) };
}

/** Links show one page without a sign-in, and are known again when somebody shares them. */
function pagesAt(base: string, { access }: Footnote): Pick<WorkspaceSteps, 'linkTo' | 'pageOf'> {
  return {
    linkTo: (quote, viewer) => base + access.linkToQuote(quote, holderOf(viewer)),
    pageOf(url) {
      if (!url.startsWith(`${base}/`)) return undefined;
      const [, token] = /^\/s\/([^/?#]+)/u.exec(url.slice(base.length)) ?? [];
      const opened = token === undefined ? undefined : access.openLink(token);
      if (opened?.outcome === 'valid') return { reportId: opened.page.reportId, page: opened.page.page };
      const [, reportId, page] = /^\/reports\/([^/?#]+)(?:\/pages\/(\d{1,6}))?/u.exec(url.slice(base.length)) ?? [];
      return reportId === undefined ? undefined : { reportId, ...(page === undefined ? {} : { page: Number(page) }) };
    },
  };
}

function summaryFor(summary: VerifiedSummary, request: string): Summary {
  const language = detectLanguage(request);
  const label = (section: Parameters<typeof sectionLabel>[0] & Parameters<typeof pagesLabel>[0]) =>
    [sectionLabel(section), pagesLabel(section, language)].filter(Boolean).join(' · ');
  if (summary.outcome === 'which')
    return {
      outcome: 'which',
      candidates: summary.candidates.map((section) => ({ label: label(section), request: sectionLabel(section) })),
    };
  if (summary.outcome === 'not_found') return { outcome: 'not_found', nearest: summary.nearest.map(label) };
  const [series] = summary.series;
  return {
    outcome: 'summarised',
    heading: label(summary.section),
    points: summary.points,
    notes: [...composedNotes(summary, language), coverageText(summary.coverage, language)],
    ...(series ? { chart: chartOf(series) } : {}),
  };
}

function chartOf(series: FigureSeries) {
  return {
    title: seriesTitle(series),
    unit: series.unit,
    values: series.values.map(({ label, value }) => ({ label, value })),
  };
}

function checkedFor(checked: CheckedDraft, draft: string): Checked {
  const language = detectLanguage(draft);
  if (checked.outcome !== 'checked') return { claims: [], note: uncheckedText(checked, language) };
  const notes = checkNotes(checked, language);
  return { claims: checked.claims, ...(notes.length === 0 ? {} : { note: notes.join('\n') }) };
}

/** What editors do, in Slack's terms. */
function reviewSteps(
  { review, answers, feedback, seenBy }: Footnote,
  editors: string[],
  editorsTeam: string,
): ReviewSteps {
  const reviewed = ({ claim, citation, answer }: QueueItem): ReviewedCitation =>
    reviewedCitation(citation, claim, answer.question);
  return {
    isEditor: (user, userGroups) => isEditor(user, userGroups, idsIn(editorsTeam, editors)),
    async recordAnswer(answer, { team, user, ...place }) {
      const claims = claimsOf(answer);
      const { id } = await review.recordAnswer({
        question: answer.question.text,
        claims,
        asker: user,
        place: { kind: 'slack', team, ...place },
      });
      const sources = await quoteSources(answer, (reportId) => seenBy(OPERATOR).library.report(reportId));
      return answers.give({ id, answer, sources, door: 'slack', by: `${team}/${user}` });
    },
    placed: (answerId, place) => review.placed(answerId, { kind: 'slack', ...place }),
    async citations(answerId) {
      const answer = await review.answer(answerId);
      return (answer?.claims ?? []).flatMap(({ text, citations }) =>
        citations.map((citation) => reviewedCitation(citation, text, answer?.question ?? '')),
      );
    },
    async citation(citationId) {
      const item = await review.answerOf(citationId);
      return item && reviewed(item);
    },
    async rate(answerId, { team, user }, way, reason) {
      const answer = await review.answer(answerId);
      if (answer) await feedback.rate({ answerId, question: answer.question, by: `${team}/${user}`, way, reason });
    },
    async flag(id, by, reason) {
      await review.flag({ id, by, reason });
    },
    giveVerdict: async (verdict) => (await review.giveVerdict({ ...verdict, team: editorsTeam })).outcome,
    queue: async (limit) => (await review.queue(limit)).map(reviewed),
    ...correctionSteps({ review, seenBy }),
  };
}

/** What telling of a correction takes. */
export function correctionSteps({ review, seenBy }: Pick<Footnote, 'review' | 'seenBy'>): CorrectionSteps {
  return {
    async correction(citationId) {
      const item = await review.answerOf(citationId);
      return item && correctionOf(item);
    },
    async sees(viewer, citationId) {
      const item = await review.answerOf(citationId);
      return (await seenBy(viewer).library.reports()).some(({ id }) => id === item?.citation.quote.reportId);
    },
    askerTold: (citationId, asker) => review.askerTold(citationId, 'footnote', asker),
  };
}

function reviewedCitation(
  { id, quote, status, entry }: PostedCitation,
  claim: string,
  question: string,
): ReviewedCitation {
  return { id, claim, quote, status, seen: entry, question };
}

function correctionOf({ answer, claim, citation: { status, verdict } }: QueueItem): Correction | undefined {
  const { place, asker, question } = answer;
  if (place.kind !== 'slack' || status === 'verified' || status === 'unverified') return undefined;
  const { team = '', channel, thread = '', message, isEphemeral = false } = place;
  // An answer that was never posted was read by nobody.
  if (message === undefined && !isEphemeral) return undefined;
  const posted = message === undefined ? {} : { posted: { channel, message, ...(thread === '' ? {} : { thread }) } };
  const whose = asker === FORGOTTEN ? {} : { asker };
  return { team, ...whose, question, claim, verdict: status, note: verdict?.note ?? '', ...posted };
}
