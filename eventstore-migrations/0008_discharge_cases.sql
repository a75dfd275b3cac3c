-- What a discharge case looks like now and what the ward board shows of it, one row a case, written in the transaction of its events.

create table discharge.discharge_cases (
    case_id      uuid primary key,
    version      bigint not null,
    person_id    uuid not null,
    site         text not null,
    ward         text not null,
    hub          text not null,
    pathway      text,
    phase        text not null,
    -- In the hospital still: a person has one such case at a time.
    in_hospital  boolean not null,
    -- On the ward's board: not closed and not opened in error.
    open         boolean not null,
    opened_by    text not null,
    -- The whole answer but for the person's details, as it stands until changes_at.
    body         text not null,
    -- What the ward board shows of it, likewise, and the due moment of the open clock due first.
    board_row    text not null,
    due_first    timestamptz,
    changes_at   timestamptz
);

-- Not unique: openings for one person wait for each other, and a leaving withdrawn as entered in error is a fact that no index may refuse.
create index discharge_cases_of_a_person on discharge.discharge_cases (person_id);
create index discharge_cases_on_a_ward on discharge.discharge_cases (site, ward) where open;
create index discharge_cases_of_a_hub on discharge.discharge_cases (hub) where open;
