-- Whoever asks for their own record is answered in time, with what is others' or would harm them withheld on a ground; what was done of each request is on record, step by step.

-- Steps of requests for access, in order. No personal data but in the sealed words, which lie under the key of the person and go with it.
create table discharge.subject_access_steps (
    request_id    uuid not null,
    number        int not null check (number > 0),
    person_id     uuid not null,
    what          text not null,
    decided_at    timestamptz not null,
    decided_by    text not null,
    role          text not null,
    organisation  text not null,
    -- The day it was received, or the answer sent, and how.
    on_day        date,
    received_by   text,
    way           text,
    -- The day it is due from this step on.
    due_on        date,
    -- Why it takes longer, or why something is withheld.
    ground        text,
    case_id       uuid,
    entry         bigint,
    part          text,
    -- The number of the withholding that this takes back.
    redaction     int,
    worded        boolean not null,
    sealed        bytea,
    primary key (request_id, number)
);

create index subject_access_steps_of_a_person on discharge.subject_access_steps (person_id);
create unique index subject_access_steps_one_extension on discharge.subject_access_steps (request_id) where what = 'extended';
create unique index subject_access_steps_one_answer on discharge.subject_access_steps (request_id) where what = 'answered';

-- The words may be emptied once they are disposed of; what was done stays.
revoke update, delete on discharge.subject_access_steps from discharge_application;
grant update (sealed) on discharge.subject_access_steps to discharge_application;
