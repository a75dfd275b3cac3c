-- Every clock of every case, ended ones too, so that what falls due can be asked across cases; the watch goes on asking it for what has come.

create table discharge.clocks (
    case_id       uuid not null,
    rule          text not null,
    started_by    bigint not null,
    rule_version  int not null,
    started_at    timestamptz not null,
    -- From when it counts as warned; empty where nothing warns.
    warned_at     timestamptz,
    -- The last moment that meets it, and the first that does not.
    due_at        timestamptz not null,
    breach_at     timestamptz not null,
    -- Since when somebody outside holds it up; empty while it runs.
    paused_at     timestamptz,
    ended_at      timestamptz,
    -- How it ended; empty while it is open.
    ending        text,
    -- Whose it is, while it is open.
    owner         text not null,
    -- The next moment at which the watch has something to do; empty where there is none.
    next_at       timestamptz,
    primary key (case_id, rule, started_by)
);

create index clocks_by_moment on discharge.clocks (next_at) where next_at is not null;
create index clocks_by_due on discharge.clocks (due_at, case_id, rule, started_by);

-- What was due stays due. Each case is given to the watch, which at its first look writes its rows anew from its history.
insert into discharge.clocks (case_id, rule, started_by, rule_version, started_at, due_at, breach_at, owner, next_at)
select case_id, rule, started_by, 1, now(), now(), now(), '', least(next_at, now()) from discharge.due_clocks
union all
select case_id, '', 0, 1, now(), now(), now(), '', now() from discharge.discharge_cases
 where not exists (select from discharge.due_clocks d where d.case_id = discharge_cases.case_id);

drop table discharge.due_clocks;
