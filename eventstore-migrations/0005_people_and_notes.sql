-- Who a person is and what was said in words lie beside the events, so that they can be erased while history still replays and verifies.

create table discharge.people (
    person_id        uuid primary key,
    -- HMAC-SHA-256 of the NHS number: finds a person without the number standing anywhere in an index.
    nhs_number_hash  bytea unique,
    -- As it was written, to the letter, because the commitment is to these letters.
    details          text not null,
    -- The commitment in the opening event is SHA-256(salt || details as written); without the salt nothing can be guessed from it.
    salt             bytea not null check (length(salt) = 32)
);

create table discharge.notes (
    note_id  uuid primary key,
    case_id  uuid not null,
    words    text not null,
    salt     bytea not null check (length(salt) = 32)
);

create index notes_of_a_case on discharge.notes (case_id);
