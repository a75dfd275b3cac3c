-- Whoever refers somebody to themselves has that case and nothing else of the person by it: else a number would open every other open case of its person.

-- Whether somebody may know of a person: whoever has them, or another record of theirs, in an open case of their own; a team, where others referred the person to it.
create or replace function discharge.reaches_person(person uuid, own_organisations text[], own_ward text) returns boolean
    language sql stable parallel safe
    as $$ select exists (
        select from discharge.whose_cases mine
         where mine.open
           and mine.person_id = any (array(select person union all select other_id from discharge.linked_people where person_id = person))
           and discharge.is_own(mine.organisations, mine.site, mine.ward, own_organisations, own_ward)
           and (mine.site is not null or not exists (
               select from cases.mt_events first where first.stream_id = mine.case_id and first.version = 1 and first.headers ->> 'organisation' = any (own_organisations)))) $$;

-- Why an auditor had to know whom a case is about is said by somebody who may know the name, so it lies under the person's key.
alter table discharge.reveals
    drop column reason,
    -- Null where the person's key is destroyed, and nothing in words is kept.
    add column sealed bytea;
