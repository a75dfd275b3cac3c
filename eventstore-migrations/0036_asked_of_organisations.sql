-- What cases ask of organisations, one row for each thing asked, written in the transaction of their events, so that whoever is asked finds that and nothing else of the case. Rows of cases recorded before are written by a rebuild.

create table discharge.asked (
    case_id      uuid not null,
    -- The entry that asks it.
    entry        bigint not null,
    organisation text not null,
    -- What is asked, and which of the kind where there are several; where it stands by what is on record, and whether it is still asked by that.
    what         text not null,
    which        text,
    asked_at     timestamptz not null,
    asked_by     text not null,
    due          timestamptz,
    stands       text not null,
    open         boolean not null,
    -- When it ended, or will by itself, as what is kept until a moment does.
    ends_at      timestamptz,
    primary key (case_id, entry)
);

create index asked_of_an_organisation on discharge.asked (organisation, asked_at, case_id, entry) where open;
create index asked_of_an_organisation_until on discharge.asked (organisation, ends_at) where ends_at is not null;

-- Whose every case is, and who may know of it, are one thing: a case is open while anybody is still owed anything in it.
create or replace view discharge.whose_cases as
    select case_id, person_id, array[site, hub] as organisations, site, ward, open from discharge.discharge_cases
     union all
    select case_id, person_id, array[team], null, null, open or respond_by is not null from discharge.reablement_cases
     union all
    select case_id, person_id, array[team], null, null, open from discharge.rehabilitation_cases;

drop view discharge.people_of_cases;
