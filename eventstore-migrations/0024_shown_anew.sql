-- The watch records what the clocks say and leaves what screens show as it is; whoever writes that anew finds the rows whose time is over by this index.

create index discharge_cases_by_change on discharge.discharge_cases (changes_at) where changes_at is not null;
