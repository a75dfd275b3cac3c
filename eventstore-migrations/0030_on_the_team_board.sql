-- Whoever died, is back in hospital or does not want reablement does not wait for the team, and whose referral was declined is on its board until the referrer was told. Rows written before are written anew by a rebuild.

alter table discharge.reablement_cases
    -- Whether it is to be ended, or goes on once they are home or want it.
    add column to_end boolean not null default false;

drop index discharge.reablement_cases_of_a_team;
drop index discharge.reablement_cases_of_a_worker;
create index reablement_cases_of_a_team on discharge.reablement_cases (team, case_id) where open or respond_by is not null;
create index reablement_cases_of_a_worker on discharge.reablement_cases (worker, case_id) where open or respond_by is not null;
