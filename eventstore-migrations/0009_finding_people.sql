-- People and cases are found by what callers know of them, and no index holds a name or a number in clear.

-- Keyed hashes (HMAC-SHA-256) of the hospital number, and of a name with a date of birth.
create table discharge.people_found_by (
    person_id  uuid not null references discharge.people on delete cascade,
    hash       bytea not null,
    primary key (hash, person_id)
);

create index people_found_by_person on discharge.people_found_by (person_id);

-- Two records of one person, as the cases of either say; both histories stay as they are.
create table discharge.person_links (
    case_id    uuid not null,
    person_id  uuid not null,
    other_id   uuid not null,
    primary key (case_id, other_id)
);

create index person_links_from on discharge.person_links (person_id);
create index person_links_to on discharge.person_links (other_id);

create index discharge_cases_due_first on discharge.discharge_cases (due_first) where open;
