-- Whose a case is: of it may know whoever owns it or takes part in it, and whoever has the same person in an open case of their own.

create view discharge.whose_cases as
    select case_id, person_id, array[site, hub] as organisations, site, ward, open from discharge.discharge_cases
     union all
    select case_id, person_id, array[team], null, null, open from discharge.reablement_cases
     union all
    select case_id, person_id, array[team], null, null, open from discharge.rehabilitation_cases;

-- Whether a case of these organisations, on this ward, is one's own: of any organisation one works for; for whoever works on a ward, of that ward of a site of theirs.
create function discharge.is_own(organisations text[], site text, ward text, own_organisations text[], own_ward text) returns boolean
    language sql immutable parallel safe
    as $$ select case when own_ward is null then organisations && own_organisations else coalesce(site = any (own_organisations) and lower(ward) = lower(own_ward), false) end $$;

-- Whether somebody may know of a person: whoever has them, or another record of theirs, in an open case of their own.
create function discharge.reaches_person(person uuid, own_organisations text[], own_ward text) returns boolean
    language sql stable parallel safe
    as $$ select exists (
        select from discharge.whose_cases mine
         where mine.open
           and mine.person_id = any (array(select person union all select other_id from discharge.linked_people where person_id = person))
           and discharge.is_own(mine.organisations, mine.site, mine.ward, own_organisations, own_ward)) $$;

-- Whether somebody may know of a case or of what else is on record under an id: places and teams are everybody's who may see such at all. A case is its opener's organisation's too.
create function discharge.reaches(subject uuid, own_organisations text[], own_ward text) returns boolean
    language sql stable parallel safe
    as $$ select own_organisations is null
        or exists (select from discharge.whose_cases c where c.case_id = subject and discharge.is_own(c.organisations, c.site, c.ward, own_organisations, own_ward))
        or exists (select from discharge.whose_cases c where c.case_id = subject and discharge.reaches_person(c.person_id, own_organisations, own_ward))
        or discharge.reaches_person(subject, own_organisations, own_ward)
        or exists (
            select from cases.mt_events first
             where first.stream_id = subject and first.version = 1
               and (first.type like 'bed.%' or first.type like 'reablement-team.%' or (own_ward is null and first.headers ->> 'organisation' = any (own_organisations)))) $$;

-- Whether a case out of reach was opened to somebody, as its own history has it, and is open to them still.
create function discharge.is_open_to(subject uuid, who text, own_organisation text) returns boolean
    language sql stable parallel safe
    as $$ select exists (
        select from cases.mt_events opened
         where opened.stream_id = subject and opened.type = 'case.glass-broken.v1'
           and opened.user_name = who and opened.headers ->> 'organisation' = own_organisation
           and (opened.data ->> 'until')::timestamptz > now()
           and not exists (
               select from cases.mt_events taken
                where taken.stream_id = subject and taken.type = 'case.entry-withdrawn.v1' and (taken.data ->> 'entry')::bigint = opened.version)) $$;
