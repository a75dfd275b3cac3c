-- A readmission ends a case and the next case names it, so an opening has to see how the stay before ended.

alter table discharge.discharge_cases
    -- Whether the person is on record as having come back, also once the case is closed.
    add column back_in_hospital boolean not null default false,
    -- Left for anywhere but another hospital, and the case is open: whoever is admitted from there is readmitted.
    add column out_of_hospital  boolean not null default false,
    -- The case this stay is a readmission of.
    add column readmission_of   uuid;
