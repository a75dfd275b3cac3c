-- Whoever answers for an organisation sees who looked at its own cases, and not who looked at those of others that the same person has.

-- Whether a look touched a case within reach of organisations or, where it touched no case, a person who is or was in one of theirs. Places and teams are everybody's, so that they say nothing of whose a look is.
create or replace function discharge.touches_own(touched uuid[], own_organisations text[]) returns boolean
    language sql stable parallel safe
    as $$ select
           exists (select from discharge.whose_cases c where c.case_id = any (touched) and c.organisations && own_organisations)
        or exists (select from discharge.whose_cases c where c.case_id = any (touched) and discharge.reaches_person(c.person_id, own_organisations, null))
        or (not exists (select from discharge.whose_cases c where c.case_id = any (touched))
            and exists (select from unnest(touched) person where discharge.has_or_had(person, own_organisations, null)))
        or exists (
            select from cases.mt_events first
             where first.stream_id = any (touched) and first.version = 1 and first.type not like 'bed.%' and first.type not like 'reablement-team.%'
               and first.headers ->> 'organisation' = any (own_organisations)) $$;
