-- Whoever keeps records and answers for them does so for their own organisation, long after a case was closed. Whoever has had a person in a case knows of the person; of the person's other cases only whoever has them in an open one.

-- Whether a person, or another record of theirs, is or was in a case of one's own.
create function discharge.has_or_had(person uuid, own_organisations text[], own_ward text) returns boolean
    language sql stable parallel safe
    as $$ select exists (
        select from discharge.whose_cases mine
         where mine.person_id = any (array(select person union all select other_id from discharge.linked_people where person_id = person))
           and discharge.is_own(mine.organisations, mine.site, mine.ward, own_organisations, own_ward)) $$;

-- As before; of a person also through cases that are closed, and of a request for access through the person whose it is.
create or replace function discharge.reaches(subject uuid, own_organisations text[], own_ward text, engagements uuid[]) returns boolean
    language sql stable parallel safe
    as $$ select case when engagements is not null then discharge.is_engaged(subject, engagements) else
           own_organisations is null
        or exists (select from discharge.whose_cases c where c.case_id = subject and discharge.is_own(c.organisations, c.site, c.ward, own_organisations, own_ward))
        or exists (select from discharge.whose_cases c where c.case_id = subject and discharge.reaches_person(c.person_id, own_organisations, own_ward))
        or discharge.has_or_had(subject, own_organisations, own_ward)
        or exists (
            select from cases.mt_events first
             where first.stream_id = subject and first.version = 1
               and (first.type like 'bed.%' or first.type like 'reablement-team.%' or (own_ward is null and first.headers ->> 'organisation' = any (own_organisations))))
        or exists (
            select from discharge.subject_access_steps asked
             where asked.request_id = subject and asked.number = 1 and discharge.has_or_had(asked.person_id, own_organisations, own_ward)) end $$;

-- Whether a look touched a person or a case within reach of organisations. Places and teams are everybody's, so that they say nothing of whose a look is.
create function discharge.touches_own(touched uuid[], own_organisations text[]) returns boolean
    language sql stable parallel safe
    as $$ select
           exists (select from discharge.whose_cases c where c.case_id = any (touched) and c.organisations && own_organisations)
        or exists (
            select from discharge.whose_cases mine
             where mine.person_id = any (array(select unnest(touched) union all select other_id from discharge.linked_people where person_id = any (touched)))
               and mine.organisations && own_organisations)
        or exists (select from discharge.whose_cases c where c.case_id = any (touched) and discharge.reaches_person(c.person_id, own_organisations, null))
        or exists (
            select from cases.mt_events first
             where first.stream_id = any (touched) and first.version = 1 and first.type not like 'bed.%' and first.type not like 'reablement-team.%'
               and first.headers ->> 'organisation' = any (own_organisations)) $$;

-- Nobody's record is taken away: with it would go how it was put right.
revoke delete on discharge.people from discharge_application;
