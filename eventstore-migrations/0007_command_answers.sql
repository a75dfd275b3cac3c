-- A command sent twice is done once: its answer is kept with its events, in their transaction, for seven days.

create table discharge.command_answers (
    -- SHA-256 over caller, method, path and Idempotency-Key; for a command without one, over an id of our own.
    key_hash      bytea primary key,
    request_hash  bytea not null,
    status        smallint not null,
    location      text,
    version       bigint not null,
    -- No personal data: ids, versions, clocks and codes.
    body          text not null,
    answered_at   timestamptz not null
);

create index command_answers_by_age on discharge.command_answers (answered_at);
