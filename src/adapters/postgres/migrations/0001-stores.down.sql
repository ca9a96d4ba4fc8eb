DROP TABLE sources, preferences, installations, said, tokens, ratings, unanswered, sessions, links, documents, work,
  citations, answers, log, log_head;
DROP FUNCTION refuse_change_of_log;
