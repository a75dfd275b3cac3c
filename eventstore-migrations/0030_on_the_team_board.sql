-- Whoever died or is back in hospital is not waited for, and whose referral was declined is on the team's board until the referrer was told. Rows written before are written anew by a rebuild.

alter table discharge.reablement_cases
    -- Whether they died or are back in hospital.
    add column away boolean not null default false;

drop index discharge.reablement_cases_of_a_team;
drop index discharge.reablement_cases_of_a_worker;
create index reablement_cases_of_a_team on discharge.reablement_cases (team, case_id) where open or respond_by is not null;
create index reablement_cases_of_a_worker on discharge.reablement_cases (worker, case_id) where open or respond_by is not null;
