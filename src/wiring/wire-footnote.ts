import type { Bars } from '../adapters/bar-chart.ts';
import { openGlosses } from '../adapters/dictionary/gloss-table.ts';
import { createDictionaryEmbedder } from '../adapters/vectors/dictionary-embedder.ts';
import { openEmbedder } from '../adapters/vectors/open-embedder.ts';
import { isAddress } from '../adapters/readers/fetch-report.ts';
import { openAddress, openFile } from '../adapters/readers/open-file.ts';
import { openPdfPages } from '../adapters/readers/pdf-pages.ts';
import type { PostgresDatabase } from '../adapters/postgres/database.ts';
import { answerQuestion } from '../answer/answer-question.ts';
import { findExamples } from '../answer/find-examples.ts';
import { composeEach, composeExtract } from '../answer/compose-extract.ts';
import { answerByKind } from '../kinds/answer-by-kind.ts';
import type { KindSteps } from '../kinds/kind-steps.ts';
import type { CheckOptions } from '../check/check-draft.ts';
import { checkDraft } from '../check/check-draft.ts';
import type { AskerOptions, ModelSteps } from '../model/attempt.ts';
import { groundingJudge } from '../model/grounding-judge.ts';
import { retrieveForAnswer, retrievePassages } from '../retrieve/retrieve-passages.ts';
import type { Retrieval } from '../retrieve/retrieve-passages.ts';
import type { Passage, Question, VerifiedAnswer } from '../domain/answer.ts';
import { given } from '../domain/given.ts';
import { FILE_LIMITS } from '../domain/file-limits.ts';
import type { Embedder, GroundingModel, Library, PagePictures, VisibleLibrary } from '../domain/ports.ts';
import type { FeedbackStore, ForgetsQuestions } from '../domain/feedback.ts';
import type { FootnotedDocument } from '../domain/footnoted-document.ts';
import type { GivenAnswers } from '../domain/given-answer.ts';
import type { Review } from '../domain/review.ts';
import type { Access } from '../domain/signed.ts';
import type { CheckedDraft } from '../domain/check.ts';
import type { SummaryRequest, VerifiedSummary } from '../domain/summary.ts';
import { ingestFiles } from '../ingest/ingest-files.ts';
import type { IngestOptions, IngestResult } from '../ingest/ingest-files.ts';
import { logCsv, logJson } from '../review/export-log.ts';
import type { Viewer } from '../domain/audience.ts';
import { OPERATOR } from '../domain/audience.ts';
import type { Glosses } from '../dictionary/glosses.ts';
import type { FiguresRequest, FoundFigures } from '../domain/figure-fact.ts';
import type { FigureOptions } from '../figures/find-figures.ts';
import { findFigures } from '../figures/find-figures.ts';
import type { CitedSentence, JudgedSentence } from '../verify/verify-sentence.ts';
import { summarise } from '../summarise/summarise.ts';
import { spending, timed } from '../watch/current-work.ts';
import { loadLexicon } from '../lexicon/lexicon.ts';
import { readStatementsAnew } from './read-statements-anew.ts';
import { WEIGHTS_FOLDER } from '../config.ts';
import type { FittedWeights } from './open-weights.ts';
import { openWeights } from './open-weights.ts';
import type { Comparing } from './open-comparing.ts';
import { openComparing } from './open-comparing.ts';
import { openDatabase, storesIn } from './open-database.ts';
import type { Stores } from './open-stores.ts';
import { READERS } from './readers.ts';
import { kindSteps } from './wire-kinds.ts';
import { withinLimits } from './within-limits.ts';
import type { WiredModel } from './wire-model.ts';
import type { Reading } from './wire-reading.ts';
import { openReading } from './wire-reading.ts';
import type { PartsConfig } from './wire-review.ts';
import { wireReview } from './wire-review.ts';

/** Everything the commands, Slack and the web pages call, with real parts behind it. */
export interface Footnote {
  library: Library;
  /** Where everything is kept that stands on its reports. */
  stores: Stores;
  ingest(paths: string[], options?: IngestOptions): Promise<IngestResult>;
  /** The kept copy of a report's file; undefined where none is kept. */
  originalOf(reportId: string): Promise<string | undefined>;
  /** Whether text in pictures is recognised. */
  canRecognise(): Promise<boolean>;
  /** Takes a report out, and its verdicts back; false when there is none with this id. */
  remove(reportId: string): Promise<boolean>;
  /** What a viewer can do with the reports; whatever reads them belongs there. */
  seenBy(viewer: Viewer): ReadingRoom;
  /** Posted answers, their citations' statuses, and the log. */
  review: Review;
  /** Answers that were given, with their evidence as it stood. */
  answers: GivenAnswers;
  /** What people think of answers, and what they asked in vain; for the operator alone. */
  feedback: FeedbackStore;
  /** All that keeps questions of these reports. */
  questions: ForgetsQuestions;
  /** The log for a spreadsheet or a script. */
  exportLog(format: 'csv' | 'json'): Promise<string>;
  access: Access;
  pictures: PagePictures;
  /** A PNG of bars. */
  drawChart(bars: Bars, title: string): Promise<Uint8Array>;
  /** A document as a file for Word, or as PDF. */
  writeDocument(document: FootnotedDocument, format: 'docx' | 'pdf'): Promise<Uint8Array>;
  /** Another library, with what is equal for all: the dictionary, and the model with its tokens. */
  another(config: PartsConfig): Promise<Footnote>;
  close(): Promise<void>;
}

/** One more than are read: whoever reads does not wait while what was read is stored. A bot takes one by one. */
function filesAtATime(processes: number): number {
  return processes > 1 ? processes + 1 : 1;
}

/**
 * Who asks; `visitor` tells people apart who use one allowance, `channel` says in which channel of Slack others read
 * along, `isUnasked` that nobody asked: it counts among no one's questions.
 */
export type RoomOptions = AskerOptions & { visitor?: string; channel?: string; isUnasked?: true };

/** The reports that a viewer may see, to be read and asked: as if there were no others. */
export interface ReadingRoom {
  library: VisibleLibrary;
  retrieve(question: Question, limit?: number): Promise<Retrieval>;
  /** Passages for a question, best first. */
  search(question: Question, limit: number, options?: RoomOptions): Promise<Passage[]>;
  /** Answers in the reports' own sentences, also where there is a model. */
  extract(question: Question): Promise<VerifiedAnswer>;
  /** Questions about these reports, or one of them, that were tried and found answered. */
  examples(reportId?: string): Promise<string[]>;
  answer(question: Question, options?: RoomOptions): Promise<VerifiedAnswer>;
  /** Checks a draft claim by claim, against all reports or those named by id or file. */
  check(draft: string, options?: CheckOptions & RoomOptions): Promise<CheckedDraft>;
  /** Tells of each sentence whether it may be shown as proved by its quotes. */
  verify(sentences: readonly CitedSentence[], options?: RoomOptions): Promise<JudgedSentence[]>;
  summarize(request: SummaryRequest, options?: RoomOptions): Promise<VerifiedSummary>;
  /** Figures as data, each with its citation. */
  figures(request: FiguresRequest, options?: FigureOptions): Promise<FoundFigures>;
}

/**
 * Picks and joins the real parts. The one place that does.
 * @param say takes a line for the log: what an answer of a model cost, what was damaged
 * @throws LibraryError when the index cannot be opened
 * @throws ConfigurationError when the model, the embeddings, the prompts or the lexicon are not as they must be
 */
export async function wireFootnote(
  config: PartsConfig,
  say: (line: string) => void = () => undefined,
): Promise<Footnote> {
  const { dictionaryDirectory, lexiconDirectory } = config;
  loadLexicon(lexiconDirectory);
  const db = config.database && (await openDatabase(config.database.url, say));
  // Without a model nothing of it is loaded: commands start sooner.
  const withModel =
    config.model && (await import('./wire-model.ts')).wireModel(config.model, storesIn(config, db, say), say);
  const dictionary = createDictionaryEmbedder(dictionaryDirectory, say);
  const reading = openReading(say, FILE_LIMITS, config.ocr, config.readingProcesses);
  const glosses = openGlosses(dictionaryDirectory, say);
  const grounding =
    config.grounding === undefined
      ? undefined
      : await (await import('../adapters/models/onnx-grounding.ts')).openOnnxGrounding(config.grounding);
  const footnote = await wireLibrary(config, {
    dictionary,
    embedder: await openEmbedder(config.embeddings, dictionary),
    glosses,
    comparing: openComparing(glosses),
    weights: openWeights(WEIGHTS_FOLDER),
    reading,
    say,
    ...given({ withModel, grounding, db }),
  });
  async function close(): Promise<void> {
    reading.close();
    await footnote.close().finally(() => withModel?.close());
    await db?.close();
  }
  return { ...footnote, close };
}

/** What is equal for all libraries. */
interface Common {
  /** The weights by which sentences are chosen and checked were measured with the dictionary's vectors. */
  dictionary: Embedder;
  embedder: Embedder;
  glosses: Glosses;
  weights: FittedWeights;
  comparing: Comparing;
  /** One process reads for all: it knows of none. */
  reading: Reading;
  /** Takes a line for the log. */
  say(line: string): void;
  /** Where everything shared is kept; absent: in the folders of the libraries. */
  db?: PostgresDatabase;
  withModel?: WiredModel;
  /** Judges on this machine what the program does not know by itself. */
  grounding?: GroundingModel;
}

async function wireLibrary(config: PartsConfig, common: Common): Promise<Footnote> {
  const { lexiconDirectory } = config;
  const { comparing, dictionary, embedder, glosses, reading, weights, say } = common;
  const prove: Comparing['prove'] = (...proof) => spending('verify', () => comparing.prove(...proof));
  const stores = storesIn(config, common.db, say);
  const withModel = common.withModel?.keptIn(stores);
  const nameReader = comparing.resources.names;
  const library = stores.library(embedder);
  await readStatementsAnew(library, say);
  const originals = stores.originals();
  const pictures = openPdfPages((reportId) => originals.pathOf(reportId));
  const whole = library.seenBy(OPERATOR);
  const { leaving, secret, replaced, close, ...kept } = wireReview(config, library, stores);
  const { grounding } = common;
  const model: ModelSteps | undefined = withModel && { ...withModel.steps, prove, ...given({ grounding }) };
  const judge = grounding && groundingJudge(grounding);
  const extracting = { embed: dictionary.embed, weights };
  const compose = (retrieval: Retrieval) => timed('compose', () => composeExtract(retrieval, extracting));
  const each = (retrieval: Retrieval, member?: string) =>
    timed('compose', () => composeEach(retrieval, extracting, member));
  const read: Reading['read'] = (job) => reading.read({ ...job, ...(lexiconDirectory ? { lexiconDirectory } : {}) });
  const opening = { readers: READERS, read, keep: originals.keep, allowPrivate: config.allowPrivateAddresses };
  const idsNow = async () => new Set((await whole.reports()).map(({ id }) => id));

  /** Does something that reports may leave by, and looks after what they leave behind. */
  async function following<T>(change: () => Promise<T>): Promise<T> {
    const before = await idsNow();
    const result = await change();
    const held = await idsNow();
    const gone = [...before].filter((id) => !held.has(id));
    await originals.sweep(held, gone);
    await replaced();
    return result;
  }

  return {
    library,
    stores,
    ingest: (paths, options) =>
      following(() =>
        ingestFiles(paths, {
          library,
          secret,
          atATime: filesAtATime(config.readingProcesses ?? 1),
          canRecognise: reading.canRecognise,
          openFile: (path) =>
            isAddress(path) ? openAddress(path, opening) : openFile(path, opening, options?.names?.[path]),
          ...options,
        }),
      ),
    originalOf: originals.pathOf,
    canRecognise: reading.canRecognise,
    remove: (reportId) => following(() => leaving(reportId).then(() => library.remove(reportId))),
    seenBy(viewer) {
      const parts = { library: timedSearch(library.seenBy(viewer)), embedder, glosses, weights: weights.passages };
      const retrieve: ReadingRoom['retrieve'] = (question, limit) =>
        timed('retrieve', () => retrievePassages(question, parts, limit));
      const forAnswer = (question: Question) => timed('retrieve', () => retrieveForAnswer(question, parts));
      const summarize: ReadingRoom['summarize'] = (request, options) =>
        summarise(request, { ...parts, summaryWeights: weights.summary, prove, ...(model ? { model } : {}) }, options);
      const byKind = (question: Question, answerFacts: KindSteps['answerFacts'], options?: AskerOptions) =>
        answerByKind(
          question,
          kindSteps(
            { ...parts, prove, comparing, weights, embed: dictionary.embed, names: nameReader },
            answerFacts,
            (request) => summarize(request, options),
          ),
        );
      const extract: ReadingRoom['extract'] = (question) =>
        byKind(question, (asked) => answerQuestion(asked, { retrieve: forAnswer, compose, composeEach: each, prove }));
      return withinLimits({
        library: parts.library,
        retrieve,
        search: async (question, limit) => (await retrieve(question, limit)).passages,
        extract,
        examples: (reportId) => findExamples({ library: parts.library, extract }, reportId),
        async answer(question, options) {
          if (!model) return extract(question);
          const { answerWithModel } = await import('../answer/answer-with-model.ts');
          const composing = { ...model, retrieve: forAnswer, extract: compose };
          return byKind(question, (asked) => answerWithModel(asked, composing, options), options);
        },
        check: (draft, options) =>
          checkDraft(draft, { retrieve, comparing, ...given({ model, judging: judge && { judge, prove } }) }, options),
        verify: async (sentences) => {
          const { verifySentences, verifyWithJudge, verifyWithModel } = await import('../model/verify-with-judge.ts');
          const judging = { retrieve, library: parts.library, prove };
          if (judge) return verifyWithJudge(sentences, judging, judge);
          return model?.judge ? verifyWithModel(sentences, judging, model) : verifySentences(sentences, judging);
        },
        figures: (request, options) => findFigures(request, { ...parts, names: nameReader }, options),
        summarize,
      });
    },
    ...kept,
    exportLog: async (format) => (format === 'csv' ? logCsv : logJson)(await kept.review.log()),
    pictures,
    // Loaded when it is first needed: it takes longer than to answer a question.
    drawChart: async (bars, title) => (await import('../adapters/bar-chart.ts')).drawBarChart(bars, title),
    writeDocument: async (document, format) => (await import('./write-document.ts')).writeDocument(document, format),
    another: (other) => wireLibrary(other, common),
    async close() {
      await pictures.close();
      close();
      withModel?.close();
      await library.close();
    },
  };
}

function timedSearch(library: VisibleLibrary): VisibleLibrary {
  return { ...library, search: (query) => timed('search', () => library.search(query)) };
}
