-- The days from ready to gone of everybody who left, and whether a rule was overridden, so that measures are counted where the cases lie and not from their events.

alter table discharge.discharge_cases
    -- Null while in hospital, and for who left with no Discharge Ready Date.
    add column delay_days integer,
    -- Whether a senior decided to discharge them against a rule.
    add column decided_against_rule boolean not null default false;

create index discharge_cases_that_left on discharge.discharge_cases (site, left_on) where left_on is not null;
