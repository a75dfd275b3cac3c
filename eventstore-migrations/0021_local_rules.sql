-- What an authority decided about a rule stays decided for the clocks that started under it, whatever the configuration says later.

create table discharge.local_rules (
    rule           text not null,
    -- The first London date on which a clock starts under it.
    in_force_from  date not null,
    length         text,
    pausable       boolean,
    reason         text not null,
    primary key (rule, in_force_from)
);

create index clocks_of_a_rule on discharge.clocks (rule, started_at);
