-- A stay also ends with a death in hospital, and with a return or a closing where nobody recorded the leaving: no day of it is counted after that.

alter table discharge.discharge_cases
    -- The date of leaving, or of what ended the stay where no leaving is on record.
    add column gone_on date;

update discharge.discharge_cases set gone_on = left_on where left_on is not null;

-- Cases whose stay ended otherwise are given to the watch, which writes their row anew from their history; so are those whose decision to discharge may no longer
-- hold, and those who left on the day of admission, perhaps never found ready.
insert into discharge.clocks (case_id, rule, started_by, rule_version, started_at, due_at, breach_at, owner, next_at)
select case_id, '', 0, 1, now(), now(), now(), '', now() from discharge.discharge_cases
 where (left_on is null and phase in ('died', 'readmitted', 'closed')) or phase = 'discharge-decided' or left_on = admitted_on
    on conflict (case_id, rule, started_by) do nothing;
