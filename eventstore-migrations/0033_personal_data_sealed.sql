-- Who a person is and what was said of them is encrypted under a key of their own, so that destroying the key destroys it wherever it was copied to; and what is kept, held back and disposed of is decided on record.

-- One key a person, wrapped (AES-256-GCM) under a key that lies in the deployment's secrets. A copy of the database without this table holds nothing anybody can read.
create table discharge.person_keys (
    -- The person; for words said of a place, which is nobody's, the place.
    person_id  uuid primary key,
    wrapped    bytea not null
);

-- AES-256-GCM of salt and text, bound to its table and row. What was written in clear before is sealed by the next start, and its columns stay empty from then on.
alter table discharge.people
    add column sealed bytea,
    alter column details drop not null,
    alter column salt drop not null;
alter table discharge.person_corrections
    add column sealed bytea,
    alter column details drop not null,
    alter column salt drop not null;
alter table discharge.notes
    add column person_id uuid,
    add column sealed bytea,
    alter column words drop not null,
    alter column salt drop not null;

-- Empty once all is sealed, so that a start learns at once that there is nothing to do.
create index people_in_clear on discharge.people (person_id) where details is not null;
create index person_corrections_in_clear on discharge.person_corrections (person_id, version) where details is not null;
create index notes_in_clear on discharge.notes (note_id) where words is not null;

create index notes_of_a_person on discharge.notes (person_id);

-- What stood before a correction may be sealed and, once it is disposed of, emptied; who put it right and when stays.
grant update (details, salt, sealed) on discharge.person_corrections to discharge_application;

-- Whose every case is, of any type, and whether anybody is still owed anything in it.
create view discharge.people_of_cases as
select case_id, person_id, open from discharge.discharge_cases
 union all
select case_id, person_id, open or respond_by is not null from discharge.reablement_cases
 union all
select case_id, person_id, open from discharge.rehabilitation_cases;

-- What records managers decided of a person's record, in order. No personal data: codes, dates, counts, and an authority that names no person.
create table discharge.retention_decisions (
    person_id        uuid not null,
    number           int not null check (number > 0),
    what             text not null,
    decided_at       timestamptz not null,
    decided_by       text not null,
    role             text not null,
    organisation     text not null,
    reason           text not null,
    authority        text not null,
    record_class     text,
    keep_until       date,
    -- Of a disposal: what was destroyed, and when care and retention had ended.
    care_ended       timestamptz,
    retention_ended  date,
    details          int,
    corrections      int,
    notes            int,
    primary key (person_id, number)
);

create unique index retention_decisions_one_disposal on discharge.retention_decisions (person_id) where what = 'disposed-of';

revoke update, delete on discharge.retention_decisions from discharge_application;
