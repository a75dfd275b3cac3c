-- What a place looks like now, one row a place, written in the transaction of its events, so that places can be searched and counted and two cases never be shown in one.

create table discharge.beds (
    bed_id         uuid primary key,
    version        bigint not null,
    provider       text not null,
    name           text not null,
    kind           text not null,
    area           text not null,
    features       text[] not null,
    -- Pence a week.
    weekly_cost    integer not null,
    funders        text[] not null,
    -- As it stood when the row was written; a reservation whose moment has passed since is over.
    status         text not null,
    case_id        uuid,
    reserved_until timestamptz,
    closed         boolean not null,
    -- The provider's last word, and when they gave it.
    said_at        timestamptz,
    said_free      boolean,
    free_from      date,
    free_to        date,
    changes_at     timestamptz,
    -- The whole answer, as it stands until changes_at.
    body           text not null
);

create index beds_of_a_provider on discharge.beds (provider, lower(name));
create index beds_of_a_kind on discharge.beds (kind, status);
create index beds_of_a_case on discharge.beds (case_id) where case_id is not null;
