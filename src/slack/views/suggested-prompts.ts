import type { Language } from '../../domain/report.ts';
import { LIMITS, shorten } from '../limits.ts';
import type { ListedReport } from '../steps.ts';
import { newestFirst } from './reports-message.ts';

/** What a person may start with. */
export interface Prompt {
  title: string;
  message: string;
}

/** Reports that prompts are made from. */
const REPORTS = 2;

const WORDS = {
  zh: {
    summarize: (title: string) => `总结《${title}》`,
    section: (section: string, title: string) => `《${title}》里“${section}”讲了什么？`,
    help: '你能做什么？',
  },
  en: {
    summarize: (title: string) => `Summarize “${title}”`,
    section: (section: string, title: string) => `What does “${title}” say about “${section}”?`,
    help: 'What can you do?',
  },
} as const;

/** Prompts from the reports that are really there, the newest first: a summary of one, sections of two. */
export function suggestedPrompts(
  reports: readonly (ListedReport & { sections: string[][] })[],
  language: Language,
): Prompt[] {
  const words = WORDS[language];
  const newest = newestFirst(reports).slice(0, REPORTS);
  const messages = newest.flatMap(({ title, ...report }, at) => {
    const [first, second] = headings(reports.find(({ id }) => id === report.id)?.sections ?? []);
    return [
      ...(at === 0 ? [words.summarize(title)] : []),
      ...(first === undefined ? [] : [words.section(first, title)]),
      ...(second === undefined || newest.length > 1 ? [] : [words.section(second, title)]),
    ];
  });
  return (messages.length > 0 ? messages : [words.help]).slice(0, LIMITS.prompts).map((message) => ({
    title: shorten(message, LIMITS.promptTitle),
    message: shorten(message, LIMITS.promptMessage),
  }));
}

/** Headings worth asking about: the innermost ones, each once. */
function headings(sections: readonly string[][]): string[] {
  const parents = new Set(sections.map((path) => path.slice(0, -1).join('\n')));
  const leaves = sections.filter((path) => !parents.has(path.join('\n'))).flatMap((path) => path.at(-1) ?? []);
  return [...new Set(leaves)];
}

/** Reports among which prompts are looked for. */
export function promptReports(reports: readonly ListedReport[]): ListedReport[] {
  return newestFirst(reports).slice(0, REPORTS);
}
