import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Degree } from '../../src/domain/answer.ts';
import type { Claim } from '../../src/domain/answer.ts';
import type { Audience } from '../../src/domain/audience.ts';
import type { Message } from '../../src/slack/delivery/message.ts';
import { variantsOf } from '../../src/slack/delivery/variants.ts';
import type { ReviewedCitation } from '../../src/slack/steps.ts';
import { addedMessage } from '../../src/slack/views/added-message.ts';
import { askModal } from '../../src/slack/views/ask-modal.ts';
import { audienceModal } from '../../src/slack/views/audience-modal.ts';
import { checkMessages } from '../../src/slack/views/check-message.ts';
import { helpMessage } from '../../src/slack/views/help-message.ts';
import { homeView } from '../../src/slack/views/home-view.ts';
import { replaceMessage } from '../../src/slack/views/replace-message.ts';
import { reportModal, whyModal } from '../../src/slack/views/report-modal.ts';
import { reportsMessage } from '../../src/slack/views/reports-message.ts';
import { reviewModal } from '../../src/slack/views/review-modal.ts';
import { verdictNoteModal } from '../../src/slack/views/verdict-note.ts';
import { withQuestion, withShareButton } from '../../src/slack/views/share-button.ts';
import { suggestedPrompts } from '../../src/slack/views/suggested-prompts.ts';
import { summaryMessages } from '../../src/slack/views/summary-message.ts';
import { Work } from '../../src/domain/inbox.ts';
import { aVerifiedAnswer } from '../support/builders.ts';
import { messageError } from '../support/fake-slack/validate/check-message.ts';
import { viewError } from '../support/fake-slack/validate/check-view.ts';
import { fuzzRuns } from '../support/fuzz-runs.ts';
import { claimsOf } from '../../src/domain/answer.ts';

const RUNS = { numRuns: fuzzRuns({ short: 30, long: 100 }), endOnFailure: true };
const language = fc.constantFrom('zh' as const, 'en' as const);
const anyText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .chain((text) => fc.integer({ min: 1, max: 120 }).map((times) => text.repeat(times)));

function aQuote(text: string): Claim['quotes'][number] {
  const answer = aVerifiedAnswer();
  const [quote] = claimsOf(answer)[0]?.quotes ?? [];
  if (!quote) throw new Error('the builder gives a quote');
  return { ...quote, text, reportTitle: text, path: [text, text], span: { start: 0, end: text.length } };
}

const aClaim = fc
  .record({
    text: anyText,
    quotes: fc.array(anyText, { minLength: 1, maxLength: 4 }),
    degree: fc.constantFrom(...Degree.options),
  })
  .map(({ quotes, ...claim }) => ({ ...claim, quotes: quotes.map(aQuote) }));
const aCitation = fc
  .record({ claim: anyText, quote: anyText, question: anyText })
  .map(({ claim, quote, question }): ReviewedCitation => ({
    id: 'a1.1',
    claim,
    quote: aQuote(quote),
    status: 'unverified',
    seen: 0,
    question,
  }));
const ids = (letter: string) =>
  fc.array(
    fc.tuple(fc.constantFrom('', 'T1/', 'T2/'), fc.nat(9)).map(([team, at]) => `${team}${letter}${at}`),
    { maxLength: 30 },
  );
const anAudience: fc.Arbitrary<Audience> = fc.oneof(
  fc.constant('everyone' as const),
  fc.record({ channels: ids('C'), userGroups: ids('S'), people: ids('U') }),
);
const aListed = fc.record({
  id: fc.uuid(),
  title: anyText,
  publishedOn: fc.option(fc.constant('2020-12-31'), { nil: undefined }),
  publisher: fc.option(anyText, { nil: undefined }),
  file: anyText,
  pageCount: fc.nat(500),
});

/** What Slack would refuse of a message's variants; plain text is the last one. */
async function refused(message: Message): Promise<string[]> {
  const errors: string[] = [];
  for await (const { text, blocks } of variantsOf(message, () => Promise.resolve(false))) {
    const error = messageError({ text, ...(blocks ? { blocks } : {}) });
    if (error) errors.push(`${error} ${JSON.stringify(blocks).slice(0, 300)}`);
  }
  return errors;
}

async function allRefused(messages: Message[]): Promise<string[]> {
  return (await Promise.all(messages.map(refused))).flat();
}

/** As long as a signed link. */
const linkTo = () => `https://footnote.example/s/${'t'.repeat(300)}`;

describe('every message that the bot can say is taken by Slack', () => {
  it('a summary with figures', async () => {
    const chart = fc.record({
      title: anyText,
      unit: fc.constantFrom('%', '亿元', ''),
      values: fc.array(fc.record({ label: anyText, value: fc.double({ noNaN: true, noDefaultInfinity: true }) }), {
        minLength: 1,
        maxLength: 30,
      }),
    });
    await fc.assert(
      fc.asyncProperty(
        language,
        anyText,
        fc.array(aClaim, { minLength: 1, maxLength: 30 }),
        fc.option(chart, { nil: undefined }),
        async (spoken, heading, points, drawn) => {
          const messages = summaryMessages(
            { outcome: 'summarised', heading, points, notes: [heading], ...(drawn ? { chart: drawn } : {}) },
            { language: spoken, linkTo },
          );
          expect(await allRefused(messages)).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  it('a choice of sections, or that there is none', async () => {
    await fc.assert(
      fc.asyncProperty(language, fc.array(anyText, { minLength: 1, maxLength: 10 }), async (spoken, labels) => {
        const which = summaryMessages(
          { outcome: 'which', candidates: labels.map((label) => ({ label, request: label })) },
          { language: spoken },
        );
        expect(
          await allRefused([
            ...which,
            ...summaryMessages({ outcome: 'not_found', nearest: labels }, { language: spoken }),
          ]),
        ).toEqual([]);
      }),
      RUNS,
    );
  });

  it('a checked draft', async () => {
    const checked = fc.record({
      text: anyText,
      verdict: fc.constantFrom('supported' as const, 'contradicted' as const, 'not_found' as const),
      reason: anyText,
      quotes: fc.array(anyText.map(aQuote), { maxLength: 5 }),
      differences: fc.array(fc.record({ claimed: anyText, found: anyText }), { maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(language, fc.array(checked, { maxLength: 60 }), async (spoken, claims) => {
        expect(await allRefused(checkMessages({ claims }, { language: spoken, linkTo }))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('lists, help, questions and buttons', async () => {
    await fc.assert(
      fc.asyncProperty(
        language,
        fc.array(aListed, { maxLength: 50 }),
        anyText,
        anAudience,
        async (spoken, reports, text, audience) => {
          const work = Work.parse({
            team: 'T1',
            askerTeam: 'T1',
            user: 'U1',
            intent: 'ask',
            text,
            place: { kind: 'channel' },
          });
          const [first] = reports;
          const file = { id: 'F1', name: text.slice(0, 255), size: 1 };
          const replace = first
            ? [audience, undefined].map((beside) =>
                replaceMessage(
                  {
                    file,
                    place: work.place,
                    team: 'T1',
                    stored: reports.map((report) => ({ report, audience })),
                    beside,
                  },
                  spoken,
                ),
              )
            : [];
          const added = first
            ? (['added', 'replaced', 'unchanged'] as const).map((outcome) =>
                addedMessage({ outcome, report: first, audience }, { team: 'T1', dropped: 'shared' }, spoken),
              )
            : [];
          expect(
            await allRefused([
              reportsMessage(reports, spoken),
              ...replace,
              ...added,
              ...withShareButton([helpMessage(spoken)], work, spoken),
              ...withQuestion([helpMessage(spoken)], work, spoken),
            ]),
          ).toEqual([]);
        },
      ),
      RUNS,
    );
  });
});

describe('every view that the bot can show is taken by Slack', () => {
  it('the Home tab', () => {
    fc.assert(
      fc.property(
        language,
        fc.array(aListed, { maxLength: 60 }),
        fc.array(anyText, { maxLength: 12 }),
        fc.array(aCitation, { maxLength: 12 }),
        fc.boolean(),
        anAudience,
        (spoken, reports, texts, queue, isLibrarian, audience) => {
          const recent = texts.map((text) =>
            Work.parse({ team: 'T1', askerTeam: 'T1', user: 'U1', intent: 'ask', text, place: { kind: 'channel' } }),
          );
          const view = homeView({
            language: spoken,
            team: 'T1',
            reports: reports.map((report) => ({
              ...report,
              ...(isLibrarian ? { audience } : {}),
              sections: texts.map((text) => [text]),
            })),
            recent,
            queue,
            isLibrarian,
            preference: { language: 'auto', where: 'direct' },
          });
          expect(viewError(view)).toBeUndefined();
        },
      ),
      RUNS,
    );
  });

  it('modals', () => {
    fc.assert(
      fc.property(
        language,
        anyText,
        fc.array(aCitation, { maxLength: 5 }),
        anAudience,
        fc.boolean(),
        (spoken, text, citations, audience, isWarned) => {
          const [citation] = citations;
          const groups = Array.from({ length: text.length }, (_, at) => ({ id: `S${at}`, handle: text }));
          const views = [
            audienceModal(
              { reportId: 'r1', title: text, language: spoken, isWarned },
              { audience, team: 'T1', groups },
            ),
            askModal({ channel: 'C1', ts: '1', thread: '1', text }, spoken),
            askModal(undefined, spoken),
            whyModal('a1', spoken),
            reportModal(
              'a1',
              citations.map((each, at) => ({ ...each, id: `a1.${at}` })),
              spoken,
            ),
            ...(citation
              ? [
                  reviewModal(citation, { language: spoken, note: text, linkTo }),
                  verdictNoteModal(
                    citation.claim,
                    { id: citation.id, verdict: 'wrong_page', seen: 1, carried: `review ${citation.id}` },
                    spoken,
                  ),
                ]
              : []),
          ];
          expect(views.map(viewError)).toEqual(views.map(() => undefined));
        },
      ),
      RUNS,
    );
  });

  it('suggested prompts: four at most, none of them too long', () => {
    fc.assert(
      fc.property(
        language,
        fc.array(aListed, { maxLength: 5 }),
        fc.array(anyText, { maxLength: 5 }),
        (spoken, reports, sections) => {
          const prompts = suggestedPrompts(
            reports.map((report) => ({ ...report, sections: sections.map((section) => [section]) })),
            spoken,
          );
          expect(
            prompts.length > 0 &&
              prompts.length <= 4 &&
              prompts.every(({ title, message }) => title.length <= 75 && message.length <= 3000),
          ).toBe(true);
        },
      ),
      RUNS,
    );
  });
});
