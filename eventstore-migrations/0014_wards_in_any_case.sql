-- A ward is the same ward whether its name is written in capitals or not, so its board is found by the name in small letters.

drop index discharge.discharge_cases_on_a_ward;

create index discharge_cases_on_a_ward on discharge.discharge_cases (site, lower(ward)) where open;
