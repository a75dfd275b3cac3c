-- Most looks are at a discharge case of one's own: that is asked first, of one table instead of three.

create or replace function discharge.reaches(subject uuid, own_organisations text[], own_ward text, engagements uuid[]) returns boolean
    language plpgsql stable parallel safe
    as $$ begin
        if engagements is not null then
            return discharge.is_engaged(subject, engagements);
        end if;

        if own_organisations is null
           or exists (select from discharge.discharge_cases c where c.case_id = subject and discharge.is_own(array[c.site, c.hub], c.site, c.ward, own_organisations, own_ward)) then
            return true;
        end if;

        return exists (select from discharge.whose_cases c where c.case_id = subject and discharge.is_own(c.organisations, c.site, c.ward, own_organisations, own_ward))
            or exists (select from discharge.whose_cases c where c.case_id = subject and discharge.reaches_person(c.person_id, own_organisations, own_ward))
            or discharge.has_or_had(subject, own_organisations, own_ward)
            or exists (
                select from cases.mt_events first
                 where first.stream_id = subject and first.version = 1
                   and (first.type like 'bed.%' or first.type like 'reablement-team.%' or (own_ward is null and first.headers ->> 'organisation' = any (own_organisations))))
            or exists (
                select from discharge.subject_access_steps asked
                 where asked.request_id = subject and asked.number = 1 and discharge.has_or_had(asked.person_id, own_organisations, own_ward));
    end $$;
