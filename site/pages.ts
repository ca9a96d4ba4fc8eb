/** Pages that belong together, as the contents list them. */
export interface Group {
  title: string;
  /** Paths of the Markdown files within the project. */
  pages: readonly string[];
}

/** Every page once, in the order in which it is listed. */
export const GROUPS: readonly Group[] = [
  { title: 'Footnote', pages: ['README.md', 'docs/what-it-can-do.md', 'samples/README.md'] },
  {
    title: 'Using it',
    pages: [
      'docs/kinds-of-questions.md',
      'docs/summaries.md',
      'docs/fact-checks.md',
      'docs/figures.md',
      'docs/sources.md',
      'docs/command-line.md',
    ],
  },
  {
    title: 'For Slack administrators',
    pages: [
      'docs/for-slack-administrators.md',
      'docs/slack.md',
      'docs/try-without-slack.md',
      'docs/audiences.md',
      'docs/operations.md',
      'docs/deployment.md',
      'docs/monitoring.md',
      'docs/security.md',
    ],
  },
  {
    title: 'For editors',
    pages: [
      'docs/for-editors.md',
      'docs/verification.md',
      'docs/evaluation.md',
      'lexicon/README.md',
      'prompts/README.md',
    ],
  },
  {
    title: 'For developers',
    pages: [
      'docs/for-developers.md',
      'docs/architecture.md',
      'docs/other-programs.md',
      'docs/model.md',
      'docs/retrieval.md',
      'docs/benchmarks.md',
      'docs/glossary.md',
      'docs/decisions/',
    ],
  },
];
