-- What falls due in a case is not only its clocks: a referral, a task or a promise has a moment too, and lists are asked for it.

alter table discharge.discharge_cases
    -- The first moment at which a clock or anything else that is next is due.
    add column falls_due timestamptz;

create index discharge_cases_falling_due on discharge.discharge_cases (falls_due) where open;
