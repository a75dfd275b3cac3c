-- Whether something is within reach is asked by every look, list and command, and PostgreSQL plans a function in SQL anew for each statement that calls it, one in PL/pgSQL once for each connection.
-- To plan it took fifty times as long as to answer. Each says what it said before.

create or replace function discharge.reaches(subject uuid, own_organisations text[], own_ward text, engagements uuid[]) returns boolean
    language plpgsql stable parallel safe
    as $$ begin
        if engagements is not null then
            return discharge.is_engaged(subject, engagements);
        end if;

        -- Most are asked of a case of one's own, which ends it here.
        if own_organisations is null
           or exists (select from discharge.whose_cases c where c.case_id = subject and discharge.is_own(c.organisations, c.site, c.ward, own_organisations, own_ward)) then
            return true;
        end if;

        return exists (select from discharge.whose_cases c where c.case_id = subject and discharge.reaches_person(c.person_id, own_organisations, own_ward))
            or discharge.has_or_had(subject, own_organisations, own_ward)
            or exists (
                select from cases.mt_events first
                 where first.stream_id = subject and first.version = 1
                   and (first.type like 'bed.%' or first.type like 'reablement-team.%' or (own_ward is null and first.headers ->> 'organisation' = any (own_organisations))))
            or exists (
                select from discharge.subject_access_steps asked
                 where asked.request_id = subject and asked.number = 1 and discharge.has_or_had(asked.person_id, own_organisations, own_ward));
    end $$;

create or replace function discharge.reaches_person(person uuid, own_organisations text[], own_ward text) returns boolean
    language plpgsql stable parallel safe
    as $$ begin
        return exists (
            select from discharge.whose_cases mine
             where mine.open
               and mine.person_id = any (array(select person union all select other_id from discharge.linked_people where person_id = person))
               and discharge.is_own(mine.organisations, mine.site, mine.ward, own_organisations, own_ward)
               and (mine.site is not null or not exists (
                   select from cases.mt_events first where first.stream_id = mine.case_id and first.version = 1 and first.headers ->> 'organisation' = any (own_organisations))));
    end $$;

create or replace function discharge.has_or_had(person uuid, own_organisations text[], own_ward text) returns boolean
    language plpgsql stable parallel safe
    as $$ begin
        return exists (
            select from discharge.whose_cases mine
             where mine.person_id = any (array(select person union all select other_id from discharge.linked_people where person_id = person))
               and discharge.is_own(mine.organisations, mine.site, mine.ward, own_organisations, own_ward));
    end $$;

create or replace function discharge.is_open_to(subject uuid, who text, own_organisation text) returns boolean
    language plpgsql stable parallel safe
    as $$ begin
        return exists (
            select from cases.mt_events opened
             where opened.stream_id = subject and opened.type = 'case.glass-broken.v1'
               and opened.user_name = who and opened.headers ->> 'organisation' = own_organisation
               and (opened.data ->> 'until')::timestamptz > now()
               and not exists (
                   select from cases.mt_events taken
                    where taken.stream_id = subject and taken.type = 'case.entry-withdrawn.v1' and (taken.data ->> 'entry')::bigint = opened.version));
    end $$;

create or replace function discharge.is_of(engagement uuid, subject uuid) returns boolean
    language plpgsql stable parallel safe
    as $$ begin
        return exists (
            select from discharge.engagements e, discharge.whose_cases c, cases.mt_streams s
             where e.engagement_id = engagement and c.case_id = subject and s.id = c.case_id
               and c.organisations && e.organisations
               and (e.opened_from is null or (s.created at time zone 'Europe/London')::date >= e.opened_from)
               and (e.opened_until is null or (s.created at time zone 'Europe/London')::date <= e.opened_until));
    end $$;

create or replace function discharge.is_engaged(subject uuid, engagements uuid[]) returns boolean
    language plpgsql stable parallel safe
    as $$ begin
        return exists (select from unnest(engagements) e where discharge.is_of(e, subject))
            or exists (select from unnest(engagements) e, discharge.whose_cases c where c.person_id = subject and discharge.is_of(e, c.case_id))
            or exists (select from cases.mt_events first where first.stream_id = subject and first.version = 1 and (first.type like 'bed.%' or first.type like 'reablement-team.%'));
    end $$;

create or replace function discharge.is_revealed(subject uuid, who text, own_organisation text) returns boolean
    language plpgsql stable parallel safe
    as $$ begin
        return exists (
            select from discharge.reveals r
             where r.revealed_by = who and r.organisation = own_organisation
               and r.engagement_id in (select discharge.standing_engagements(own_organisation))
               and (r.case_id = subject or r.case_id in (select case_id from discharge.whose_cases where person_id = subject)));
    end $$;

create or replace function discharge.touches_own(touched uuid[], own_organisations text[]) returns boolean
    language plpgsql stable parallel safe
    as $$ begin
        return exists (select from discharge.whose_cases c where c.case_id = any (touched) and c.organisations && own_organisations)
            or exists (select from discharge.whose_cases c where c.case_id = any (touched) and discharge.reaches_person(c.person_id, own_organisations, null))
            or (not exists (select from discharge.whose_cases c where c.case_id = any (touched))
                and exists (select from unnest(touched) person where discharge.has_or_had(person, own_organisations, null)))
            or exists (
                select from cases.mt_events first
                 where first.stream_id = any (touched) and first.version = 1 and first.type not like 'bed.%' and first.type not like 'reablement-team.%'
                   and first.headers ->> 'organisation' = any (own_organisations));
    end $$;

-- What came of a look: as who looked thinks, unless what was looked for is out of their reach, or was not found only because it is. In the statement that writes the look its conditions would be
-- planned for each time; behind a function they are not.
create function discharge.came_of(outcome text, subject uuid, own_organisations text[], own_ward text, engagements uuid[], who text, own_organisation text) returns text
    language plpgsql stable parallel safe
    as $$ begin
        return case
            when subject is null or own_organisations is null or discharge.reaches(subject, own_organisations, own_ward, engagements) then outcome
            when outcome <> 'not-found' then case when discharge.is_open_to(subject, who, own_organisation) then outcome else 'refused' end
            when exists (select from cases.mt_streams where id = subject) or exists (select from discharge.people where person_id = subject) then 'refused'
            else outcome end;
    end $$;
