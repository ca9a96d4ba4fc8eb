-- Derived, and made anew: a program of an earlier version would not keep them in step.
DO $$ DECLARE made text; BEGIN
  FOR made IN SELECT tablename FROM pg_tables
    WHERE schemaname = current_schema() AND tablename ~ '^vectors_[0-9a-f]{16}$'
  LOOP EXECUTE format('DROP TABLE %I', made); END LOOP;
END $$;
