-- Copies of the files that were taken in, in pieces: a value of the server is read as a whole.
CREATE TABLE originals (
  library text NOT NULL, report_id text NOT NULL, piece integer NOT NULL, kept_at bigint NOT NULL, bytes bytea NOT NULL,
  PRIMARY KEY (library, report_id, piece));
