-- Who records must not be able to alter: the application works in a role of its own, apart from the owner that migrates.

DO $$
BEGIN
    -- Roles belong to the whole server: another database of it may have made this one, perhaps at this very moment.
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'discharge_application') THEN
        CREATE ROLE discharge_application NOLOGIN;
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

-- The streams of events.
CREATE SCHEMA cases;
-- The outbox and inbox.
CREATE SCHEMA wolverine;
-- Everything of our own: due clocks, notices, people, notes, views.
CREATE SCHEMA IF NOT EXISTS discharge;

GRANT USAGE ON SCHEMA cases, wolverine, discharge TO discharge_application;
