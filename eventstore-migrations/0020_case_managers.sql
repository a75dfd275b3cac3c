-- A case is among those of its case manager, not only of whoever happened to open it.

alter table discharge.discharge_cases
    -- To whom the case was assigned last: the subject of their tokens.
    add column case_manager text;

create index discharge_cases_of_a_case_manager on discharge.discharge_cases (case_manager) where case_manager is not null;
