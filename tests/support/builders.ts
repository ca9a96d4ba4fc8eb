import { claimsOf } from '../../src/domain/answer.ts';
import type { CitedAnswer, Passage, Question, VerifiedAnswer } from '../../src/domain/answer.ts';
import type { AskedQuestion } from '../../src/domain/feedback.ts';
import type { FootnotedDocument } from '../../src/domain/footnoted-document.ts';
import type { GivenAnswer } from '../../src/domain/given-answer.ts';
import type { NewWork } from '../../src/domain/inbox.ts';
import type { Chunk, Report } from '../../src/domain/report.ts';
import type { KeptAnswer } from '../../src/domain/review.ts';
import type { CheckedDraft } from '../../src/domain/check.ts';
import { createNames } from '../../src/lexicon/names.ts';
import { readStatements } from '../../src/statements/read-statements.ts';
import { findQuote } from '../../src/verify/find-quote.ts';
import { verifyAnswer } from '../../src/verify/verify-answer.ts';

import { prove } from './prove.ts';

/** A report with pages, in Chinese. */
export function aReport(over: Partial<Report> = {}): Report {
  return {
    id: 'a1b2c3d4e5f6',
    title: '云市场月报',
    language: 'zh',
    file: 'cloud.pdf',
    pageCount: 70,
    paged: true,
    ...over,
  };
}

/** A chunk on page 65, its text at offset 100 of the report. */
export function aChunk(over: Partial<Chunk> = {}): Chunk {
  const text = over.text ?? '2020年第三季度，亚马逊市占率为32%。微软为19%。';
  const start = over.span?.start ?? 100;
  return {
    reportId: 'a1b2c3d4e5f6',
    order: 0,
    path: ['海外借鉴', '云服务市场'],
    span: { start, end: start + text.length },
    text,
    places: [{ start: 0, place: { kind: 'page', number: 65, label: '65' } }],
    ...over,
  };
}

/** The best passage for a question; `text` is short for its chunk's text. */
export function aPassage({ text, ...over }: Partial<Passage> & { text?: string } = {}): Passage {
  const chunk = over.chunk ?? aChunk(text === undefined ? {} : { text });
  const statements = readStatements(chunk.text, { names: createNames() }, chunk.order);
  return { ref: 'P1', chunk, report: aReport(), statements, score: 1, ...over };
}

/** A question without earlier turns. */
export function aQuestion(over: Partial<Question> = {}): Question {
  return { text: '亚马逊云的市占率是多少？', earlier: [], ...over };
}

/** A draft of one sentence that quotes itself from P1. */
export function aDraft(text = '2020年第三季度，亚马逊市占率为32%。', over: Partial<CitedAnswer> = {}): CitedAnswer {
  return { composer: 'extractive', claims: [{ text, citations: [{ passage: 'P1', quote: text }] }], ...over };
}

/** An answer that passed the real verification. */
export function aVerifiedAnswer(
  over: { question?: Question; draft?: CitedAnswer; passages?: Passage[] } = {},
): VerifiedAnswer {
  return verifyAnswer(over.question ?? aQuestion(), over.draft ?? aDraft(), over.passages ?? [aPassage()], prove);
}

/** Two sentences with footnotes, one of which both refer to. */
export function aFootnotedDocument(over: Partial<FootnotedDocument> = {}): FootnotedDocument {
  return {
    language: 'zh',
    title: '谁领先？',
    about: ['回答于 2026-01-01'],
    parts: [
      {
        sentences: [
          { text: '亚马逊占32%。', notes: [1], remark: '✓ 有据' },
          { text: '微软占19%。', notes: [1, 2] },
        ],
        remarks: ['没有别的。'],
      },
    ],
    notes: ['云市场月报，第 8 页：“亚马逊占32%”', '云市场月报，第 9 页：“微软占19%”'],
    ...over,
  };
}

/** An answer as it was given on the web, with its evidence. */
export function aGivenAnswer(over: Partial<GivenAnswer> = {}): GivenAnswer {
  const answer = over.answer ?? aVerifiedAnswer();
  const quotes = claimsOf(answer).flatMap((claim) => claim.quotes);
  return {
    id: 'a1',
    at: '2026-01-01T00:00:00.000Z',
    door: 'web',
    answer,
    sources: quotes.map((quote) => ({ quote, before: '', after: '微软为19%。' })),
    files: { a1b2c3d4e5f6: 'cloud.pdf' },
    shelf: 'shelf',
    ...over,
  };
}

/** An answer of one claim with two citations, as it was posted in a channel. */
export function aKeptAnswer(over: Partial<KeptAnswer> = {}): KeptAnswer {
  const id = over.id ?? 'a1';
  const quote = (text: string, start: number) => ({
    reportId: 'a1b2c3d4e5f6',
    reportTitle: '云市场月报',
    path: ['海外借鉴', '云服务市场'],
    place: { kind: 'page' as const, number: 65, label: '65' },
    span: { start, end: start + text.length },
    text,
  });
  return {
    id,
    at: '2026-01-01T00:00:00.000Z',
    question: '亚马逊云的市占率是多少？',
    asker: 'U0ASKER01',
    place: { kind: 'slack', channel: 'C0CHANNEL' },
    claims: [
      {
        text: '亚马逊市占率为32%，微软为19%。',
        citations: [
          { id: `${id}.1`, file: 'cloud.pdf', quote: quote('2020年第三季度，亚马逊市占率为32%。', 100) },
          { id: `${id}.2`, file: 'cloud.pdf', quote: quote('微软为19%。', 122) },
        ],
      },
    ],
    ...over,
  };
}

/** A draft of one claim that a passage's first sentence contradicts. */
export function aCheckedDraft(passage: Passage = aPassage()): CheckedDraft {
  const quote = findQuote(passage, '亚马逊云的市占率为32%。') ?? findQuote(passage, passage.chunk.text);
  const quotes = quote ? [quote] : [];
  return {
    outcome: 'checked',
    claims: [
      {
        text: '亚马逊云的市占率为19%。',
        verdict: 'contradicted',
        reason: '第 8 页的说法不同。',
        quotes,
        differences: [{ claimed: '19%', found: '32%' }],
      },
    ],
    skipped: ['真的吗？'],
  };
}

/** A question in a channel that is to be accepted. */
export function aQuestionWaiting(
  over: { team?: string; ts?: string; thread?: string; text?: string; user?: string; key?: string } = {},
): NewWork {
  const { team = 'T1', ts = '1', text = '亚马逊云的市占率是多少？', user = 'U1' } = over;
  const { thread = ts, key = `message ${team} C1 ${ts}` } = over;
  const place = { kind: 'message' as const, channel: 'C1', ts, thread, isDirect: false };
  return { key, subject: `${team} C1 ${ts}`, work: { team, askerTeam: team, user, intent: 'ask', text, place } };
}

/** Something that was asked on the web pages, and answered. */
export function aQuestionAsked(over: Partial<AskedQuestion> = {}): Omit<AskedQuestion, 'at'> {
  return {
    question: '亚马逊云的市占率是多少？',
    by: 'web',
    door: 'web',
    channel: '',
    task: 'answer',
    outcome: 'answered',
    missing: [],
    ms: 120,
    ...over,
  };
}
