import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CitedAnswer } from '../../src/domain/answer.ts';
import { escapeMrkdwn, plainText } from '../../src/slack/mrkdwn.ts';
import { answerMessages } from '../../src/slack/views/answer-message.ts';
import { checkMessages } from '../../src/slack/views/check-message.ts';
import { sourcesModal } from '../../src/slack/views/sources-modal.ts';
import { quoteSources } from '../../src/verify/quote-sources.ts';
import { aPassage, aReport, aVerifiedAnswer } from '../support/builders.ts';
import { fuzzRuns } from '../support/fuzz-runs.ts';
import { messageError } from '../support/fake-slack/validate/check-message.ts';
import { viewError } from '../support/fake-slack/validate/check-view.ts';

const anyText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .chain((text) => fc.integer({ min: 1, max: 200 }).map((times) => text.repeat(times)));

/** Answers of any size, with text of any kind. */
const anyAnswer = fc
  .record({
    texts: fc.array(anyText, { maxLength: 60 }),
    title: anyText,
    path: fc.array(anyText, { maxLength: 4 }),
    differing: fc.boolean(),
  })
  .map(({ texts, title, path, differing }) => {
    const draft: CitedAnswer = {
      composer: 'test',
      differing,
      claims: texts.map((text, at) => ({ text, citations: [{ passage: `P${at + 1}`, quote: text }] })),
    };
    const passages = texts.map((text, at) => {
      const passage = aPassage({ ref: `P${at + 1}`, text, report: aReport({ title }) });
      return { ...passage, chunk: { ...passage.chunk, path } };
    });
    return aVerifiedAnswer({ draft, passages });
  });

/** As long as a signed link. */
const linkTo = () => `https://footnote.example/s/${'t'.repeat(300)}`;

describe('the message of an answer', () => {
  it.each([
    ['nothing_verified', []],
    ['timeout', ['另有 1 句没有附上报告里的原文，没有采用。']],
  ] as const)('counts what was withheld, unless the note says that nothing passed: %s', (fallback, counted) => {
    const answer = aVerifiedAnswer({
      draft: {
        composer: 'extractive',
        fallback,
        claims: [],
        refused: [{ text: '谷歌云占70%。', reason: 'no quote holds 70%' }],
      },
    });
    const said = answerMessages(answer, { language: 'zh', notes: ['说明。'] }).flatMap(({ text }) => text.split('\n'));
    expect(said.slice(-1 - counted.length)).toEqual([...counted, '说明。']);
    expect(said.filter((line) => line.includes('没有采用'))).toEqual(counted);
  });

  it('is taken by Slack whatever the answer holds', () => {
    fc.assert(
      fc.property(anyAnswer, fc.boolean(), (answer, linked) => {
        const messages = answerMessages(answer, {
          language: 'zh',
          sourcesId: 's1',
          answerId: 'a1',
          ...(linked ? { linkTo, dates: new Map([['a1b2c3d4e5f6', '2020-12-31']]) } : {}),
        });
        expect(
          messages
            .flatMap(({ text, blocks, plainer }) => [
              messageError({ text, blocks }),
              plainer && messageError({ text, blocks: plainer }),
            ])
            .filter(Boolean),
        ).toEqual([]);
        expect(messages.length).toBeGreaterThan(0);
      }),
      { numRuns: fuzzRuns({ short: 60, long: 500 }) },
    );
  });

  it('does not repeat a quote that is the sentence above it, and says so; another quote it shows', () => {
    const texts = ['公司收入增长三成。', '公司的利润也增长了。'];
    const draft: CitedAnswer = {
      composer: 'test',
      claims: texts.map((text, at) => ({
        text,
        citations: [{ passage: 'P1', quote: at === 0 ? text : `${text}其中主业占六成。` }],
      })),
    };
    const passage = aPassage({ text: `公司收入增长三成。公司的利润也增长了。其中主业占六成。` });
    const shown = (claims: CitedAnswer['claims']) =>
      JSON.stringify(
        answerMessages(aVerifiedAnswer({ draft: { ...draft, claims }, passages: [passage] }), {
          language: 'zh',
        })[0]?.blocks.filter(({ type }) => type === 'context'),
      );
    expect(shown(draft.claims.slice(0, 1))).toMatch(/云市场月报\* · 以上为原文".*第 65 页"/u);
    expect(shown(draft.claims)).toMatch(
      /云市场月报\*".*第 65 页 · 以上为原文".*第 65 页 “公司的利润也增长了。其中主业占六成。”/u,
    );
  });

  it('names a page once for neighbouring quotes that stand above, each linked by its number', () => {
    const texts = ['公司收入增长三成。', '公司的利润也增长了。', '公司的股价没有变化。'];
    const draft: CitedAnswer = {
      composer: 'test',
      claims: texts.map((text) => ({ text, citations: [{ passage: 'P1', quote: text }] })),
    };
    const [message] = answerMessages(aVerifiedAnswer({ draft, passages: [aPassage({ text: texts.join('') })] }), {
      language: 'zh',
      linkTo: ({ span }) => `https://footnote.example/${span.start}`,
    });
    const lines = (message?.blocks ?? []).flatMap((block) =>
      block.type === 'context' ? block.elements.map((element) => ('text' in element ? element.text : '')) : [],
    );
    expect(lines).toEqual([
      '*云市场月报* · 以上为原文',
      '<https://footnote.example/100|[1]> <https://footnote.example/109|[2]> ' +
        '<https://footnote.example/119|[3]> 海外借鉴 › 云服务市场 · 第 65 页',
      '≡ 报告原话',
    ]);
  });

  it('shows the nearest quotes with the words of the question when nothing was found, as no answer', () => {
    const answer = aVerifiedAnswer({ draft: { composer: 'test', claims: [] } });
    expect(answerMessages(answer, { language: 'en' }).map(({ text }) => text)).toEqual([
      'The reports do not answer this.\nNot answered; nearest:\n云市场月报 · 海外借鉴 › 云服务市场 · p. 65\n' +
        '2020年第三季度，\u200B*亚马逊*\u200B市\u200B*占率*\u200B为32%。',
    ]);
  });
});

describe('the message of a checked draft', () => {
  it('says once that a claim is not in the reports', () => {
    const claims = [
      {
        text: '云市场明年翻番。',
        verdict: 'not_found' as const,
        reason: '报告里没有找到讲这件事的内容。',
        quotes: [],
        differences: [],
      },
    ];
    expect(checkMessages({ claims }, { language: 'zh' }).map(({ text }) => text)).toEqual([
      '核对了 1 句：1 句报告里没有。\n？报告里没有 · 云市场明年翻番。',
    ]);
  });
});

describe('the modal of sources', () => {
  it('is opened by Slack whatever the answer holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswer, anyText, async (answer, around) => {
        const sources = await quoteSources(answer, () => Promise.resolve(undefined));
        const view = sourcesModal(
          sources.map((source) => ({ ...source, before: around, after: around })),
          { language: 'zh', linkTo },
        );
        expect(viewError(view)).toBeUndefined();
      }),
      { numRuns: fuzzRuns({ short: 30, long: 100 }) },
    );
  });
});

describe('mrkdwn', () => {
  it('keeps no power to ping or to set type in any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(escapeMrkdwn(text)).not.toMatch(/<|>|(?<!\u200b)[*_~`]/u);
      }),
    );
  });

  it('reads what a person typed: no mention, links by their label, entities resolved', () => {
    expect(plainText('<@U1> AT&amp;T 的 <https://x.example|份额> &lt;5%?')).toBe('AT&T 的 份额 <5%?');
  });
});
