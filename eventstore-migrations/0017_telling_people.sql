-- What the notice log says reaches people outside at least once, whatever dies on the way, and each daily measure is told once a day.

-- Notices that are not yet laid out for their recipients: added by the statement that gives the notice.
create table discharge.notices_given (
    notice_id  bigint primary key
);

-- Who is still to be told of what. A row goes when a message that says it is made.
create table discharge.notices_to_tell (
    recipient  text not null,
    notice_id  bigint not null,
    since      timestamptz not null,
    primary key (recipient, notice_id)
);

create index notices_to_tell_by_age on discharge.notices_to_tell (recipient, since, notice_id);

-- What was said to whom: made once, so that a repeat is the same to the letter, and kept.
create table discharge.messages (
    message_id     uuid primary key,
    recipient      text not null,
    kind           text not null,
    -- The notices it says; none in a measure's message.
    notice_ids     bigint[] not null,
    -- JSON, without personal data: ids, rules, moments, wards, counts.
    body           text not null,
    made_at        timestamptz not null,
    tries          int not null default 0,
    -- Before this nobody tries it: somebody is just sending it, or it is left in peace for a while.
    next_try_at    timestamptz not null,
    failing_since  timestamptz,
    -- When it was said of it, once, that it does not get through.
    reported_at    timestamptz,
    -- When its receiver would not have it as it is; it no longer stands in the way of the next.
    refused_at     timestamptz,
    -- When its recipient was found to be no longer configured.
    given_up_at    timestamptz,
    delivered_at   timestamptz
);

create index messages_to_deliver on discharge.messages (recipient, made_at, message_id) where delivered_at is null and given_up_at is null;

-- One message with notices at a time for each recipient: what comes meanwhile waits and is then said in one digest.
create unique index messages_one_at_a_time on discharge.messages (recipient)
    where cardinality(notice_ids) > 0 and delivered_at is null and refused_at is null and given_up_at is null;

revoke delete, truncate on discharge.messages from discharge_application;

-- Which daily measures were told, and when: the row that only one node can add.
create table discharge.measures_told (
    rule     text not null,
    on_date  date not null,
    moment   timestamptz not null,
    told_at  timestamptz not null,
    primary key (rule, on_date)
);

revoke update, delete, truncate on discharge.measures_told from discharge_application;

-- The last day on which the criteria to reside were reviewed, how often that day, and how often by a doctor.
alter table discharge.discharge_cases
    add column reviewed_on          date,
    add column reviews_that_day     int not null default 0,
    add column by_doctor_that_day   int not null default 0;

-- Whoever is in hospital now is given to the watch, which writes their row anew from their history.
insert into discharge.clocks (case_id, rule, started_by, rule_version, started_at, due_at, breach_at, owner, next_at)
select case_id, '', 0, 1, now(), now(), now(), '', now() from discharge.discharge_cases where in_hospital
    on conflict (case_id, rule, started_by) do nothing;
