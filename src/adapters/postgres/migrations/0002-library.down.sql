DROP TABLE postings, chunks, statements, name_runs, aliases, sections, recognised_pages, pages, descriptions, reports,
  changes, libraries;
