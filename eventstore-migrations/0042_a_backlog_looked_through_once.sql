-- The watch goes through a backlog from where its last look came to, also among clocks that are due at one instant, instead of passing again over all that was dealt with before.

drop index discharge.clocks_by_moment;
create index clocks_by_moment on discharge.clocks (next_at, case_id) where next_at is not null;
