-- The dates a stay's lengths are counted from, so that what a row shows of them is right after midnight although nothing was recorded.

alter table discharge.discharge_cases
    add column admitted_on date,
    add column ready_on    date,
    add column left_on     date;
