-- Whose every reablement case is, one row a case, and every reablement team, written in the transaction of their events, so that a team and a worker find their cases and a team can count whom it was given on a day.

create table discharge.reablement_cases (
    case_id        uuid primary key,
    person_id      uuid not null,
    team           text not null,
    -- Who is in charge of it: the named worker, or whoever stands in.
    worker         text,
    -- Whether anybody is still owed anything.
    open           boolean not null,
    -- The London date on which it was given to its first named worker, and that worker's profession.
    allocated_on   date,
    allocated_role text
);

create index reablement_cases_of_a_person on discharge.reablement_cases (person_id);
create index reablement_cases_of_a_team on discharge.reablement_cases (team, case_id) where open;
create index reablement_cases_of_a_worker on discharge.reablement_cases (worker, case_id) where open;
create index reablement_cases_given_on_a_day on discharge.reablement_cases (team, allocated_on) where allocated_on is not null;

create table discharge.reablement_teams (
    team_id    uuid primary key,
    team       text not null,
    -- Whether its registration stands.
    registered boolean not null
);

create index reablement_teams_by_code on discharge.reablement_teams (team);
