-- Every look at a record, and every refusal of one, is on record: who, in which role and for whom, what of, why, from where. The application adds to it and can neither alter nor remove any of it.

create table discharge.access_log (
    -- Made by whoever answered, so that a look that is written twice is there once; of version 7, so that their order is that of their moments.
    look_id         uuid primary key,
    at              timestamptz not null,
    actor           text not null,
    role            text not null,
    organisation    text not null,
    -- The operation, as the table of permissions names it, and the method with the path as it was sent, without what was asked in its query.
    what            text not null,
    path            text not null,
    purpose         text not null,
    outcome         text not null check (outcome in ('shown', 'unchanged', 'not-found', 'refused')),
    -- Every case, person and place that the path or the answer named.
    touched         uuid[] not null,
    from_address    text,
    request_id      text not null,
    correlation_id  text not null,
    -- It lay on the node's own disk first, because the log could not be written when it was answered.
    kept_by_node    boolean not null
);

create index access_log_of_a_record on discharge.access_log using gin (touched);
create index access_log_of_somebody on discharge.access_log (actor, look_id);

revoke update, delete on discharge.access_log from discharge_application;
