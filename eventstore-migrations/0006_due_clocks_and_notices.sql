-- The watch asks this table, not the streams, which cases have something due; what it then tells people is an append-only log.

create table discharge.due_clocks (
    case_id     uuid not null,
    rule        text not null,
    started_by  bigint not null,
    next_at     timestamptz not null,
    primary key (case_id, rule, started_by)
);

create index due_clocks_by_moment on discharge.due_clocks (next_at);

create table discharge.notices (
    notice_id   bigint generated always as identity primary key,
    case_id     uuid not null,
    rule        text not null,
    started_by  bigint not null,
    -- Which moment of the rule it is, in the rule book's words.
    words       text not null,
    -- The rung of the ladder that is told; empty for a warning to whoever holds the case.
    level       text not null,
    who         text not null,
    moment      timestamptz not null,
    given_at    timestamptz not null,
    unique (case_id, rule, started_by, moment, level, words)
);

revoke update, delete, truncate on discharge.notices from discharge_application;
