-- Whose every rehabilitation-bed case is, one row a case, written in the transaction of its events, so that a team finds its cases and one person has one open case at most.
create table discharge.rehabilitation_cases (
    case_id     uuid primary key,
    person_id   uuid not null,
    team        text not null,
    phase       text not null,
    -- Whether anybody is still owed anything.
    open        boolean not null,
    referred_at timestamptz not null
);

create index rehabilitation_cases_of_a_person on discharge.rehabilitation_cases (person_id);
create index rehabilitation_cases_of_a_team on discharge.rehabilitation_cases (team, case_id) where open;
