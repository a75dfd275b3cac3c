-- What is on record is added to and never altered or removed, so the application's role is given the right to nothing else.

-- Tables that come later are read and written like any other, unless the migration that makes them says otherwise.
ALTER DEFAULT PRIVILEGES IN SCHEMA cases, wolverine, discharge
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO discharge_application;
ALTER DEFAULT PRIVILEGES IN SCHEMA cases, wolverine, discharge
    GRANT USAGE, SELECT ON SEQUENCES TO discharge_application;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA wolverine TO discharge_application;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA cases, wolverine TO discharge_application;

-- Events: read and added to.
GRANT SELECT, INSERT ON cases.mt_events TO discharge_application;
-- Streams: their version moves on; to remove one would remove its events with it.
GRANT SELECT, INSERT, UPDATE ON cases.mt_streams TO discharge_application;
-- How far each follower of the events has come, and what it could not read.
GRANT SELECT, INSERT, UPDATE, DELETE
    ON cases.mt_event_progression, cases.mt_event_projection_floors, cases.mt_high_water_skips,
       cases.mt_doc_deadletterevent, cases.mt_doc_envelope
    TO discharge_application;

-- Which migrations were applied, for readiness.
GRANT SELECT ON discharge.migrations TO discharge_application;
