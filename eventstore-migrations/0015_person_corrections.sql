-- Who a person is can be put right, and what stood before stays beside the events with who put it right and when, until it is erased with the person.

create table discharge.person_corrections (
    person_id     uuid not null references discharge.people on delete cascade,
    -- The version of the person that it made; what was first written down is version 1.
    version       int not null check (version > 1),
    corrected_at  timestamptz not null,
    corrected_by  text not null,
    role          text not null,
    organisation  text not null,
    -- What stood before, to the letter and with its salt: the openings up to then hold a commitment to it.
    details       text not null,
    salt          bytea not null check (length(salt) = 32),
    primary key (person_id, version)
);

revoke update, delete on discharge.person_corrections from discharge_application;
