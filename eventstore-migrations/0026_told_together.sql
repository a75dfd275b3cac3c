-- What is given together is laid out and told together: one row for all that one statement gives, and one for all that is laid out for a recipient at once.
-- A node that does not know of it yet writes rows of one notice each.

-- The row bears the first of them; the others stand beside it.
alter table discharge.notices_given add column others bigint[] not null default '{}';
alter table discharge.notices_to_tell add column others bigint[] not null default '{}';

-- A digest is written once and seldom read: see the other columns that are compressed by LZ4.
do $$
begin
    alter table discharge.messages alter column body set compression lz4;
exception
    when feature_not_supported then null;
end
$$;
