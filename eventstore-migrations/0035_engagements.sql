-- Auditors know of the cases of the engagements their body has, and of nobody else's. What is here names nobody: codes, dates, and words that are to name no person. It is added to and never altered.

create table discharge.engagements (
    engagement_id  uuid primary key,
    -- The body that audits, by its ODS code: that of its auditors' tokens.
    body           text not null,
    purpose        text not null,
    -- Whose cases: those that any of these own or take part in.
    organisations  text[] not null check (cardinality(organisations) > 0),
    -- Of these, the cases whose first entry was recorded on these dates of Europe/London, or on any.
    opened_from    date,
    opened_until   date,
    until          timestamptz not null,
    recorded_at    timestamptz not null,
    recorded_by    text not null,
    role           text not null,
    organisation   text not null
);

create index engagements_of_a_body on discharge.engagements (body, until);

-- An engagement that was over before its time.
create table discharge.engagement_ends (
    engagement_id  uuid primary key references discharge.engagements,
    ended_at       timestamptz not null,
    ended_by       text not null,
    role           text not null,
    organisation   text not null,
    reason         text not null
);

-- Whom an auditor has had named to them, and why. It holds while the engagement does, and for nobody else.
create table discharge.reveals (
    case_id        uuid not null,
    engagement_id  uuid not null references discharge.engagements,
    revealed_by    text not null,
    organisation   text not null,
    role           text not null,
    revealed_at    timestamptz not null,
    ground         text not null,
    reason         text not null,
    primary key (case_id, engagement_id, revealed_by, organisation)
);

revoke update, delete on discharge.engagements, discharge.engagement_ends, discharge.reveals from discharge_application;

-- The engagements of a body that stand: recorded, not over and not ended.
create function discharge.standing_engagements(auditing_body text) returns setof uuid
    language sql stable parallel safe
    as $$ select e.engagement_id from discharge.engagements e
         where e.body = auditing_body and e.until > now() and not exists (select from discharge.engagement_ends x where x.engagement_id = e.engagement_id) $$;

-- Whether an engagement is of a case.
create function discharge.is_of(engagement uuid, subject uuid) returns boolean
    language sql stable parallel safe
    as $$ select exists (
        select from discharge.engagements e, discharge.whose_cases c, cases.mt_streams s
         where e.engagement_id = engagement and c.case_id = subject and s.id = c.case_id
           and c.organisations && e.organisations
           and (e.opened_from is null or (s.created at time zone 'Europe/London')::date >= e.opened_from)
           and (e.opened_until is null or (s.created at time zone 'Europe/London')::date <= e.opened_until)) $$;

-- Whether a case, or any case of a person, is of any of these engagements. Places and teams are everybody's who may see such at all.
create function discharge.is_engaged(subject uuid, engagements uuid[]) returns boolean
    language sql stable parallel safe
    as $$ select exists (select from unnest(engagements) e where discharge.is_of(e, subject))
        or exists (select from unnest(engagements) e, discharge.whose_cases c where c.person_id = subject and discharge.is_of(e, c.case_id))
        or exists (select from cases.mt_events first where first.stream_id = subject and first.version = 1 and (first.type like 'bed.%' or first.type like 'reablement-team.%')) $$;

-- Whether a case, or any case of a person, was revealed to somebody under an engagement that stands.
create function discharge.is_revealed(subject uuid, who text, own_organisation text) returns boolean
    language sql stable parallel safe
    as $$ select exists (
        select from discharge.reveals r
         where r.revealed_by = who and r.organisation = own_organisation
           and r.engagement_id in (select discharge.standing_engagements(own_organisation))
           and (r.case_id = subject or r.case_id in (select case_id from discharge.whose_cases where person_id = subject))) $$;

drop function discharge.reaches(uuid, text[], text);

-- Whether somebody may know of a case or of what else is on record under an id: an auditor by their engagements, everybody else by whose it is. A case is its opener's organisation's too.
create function discharge.reaches(subject uuid, own_organisations text[], own_ward text, engagements uuid[]) returns boolean
    language sql stable parallel safe
    as $$ select case when engagements is not null then discharge.is_engaged(subject, engagements) else
           own_organisations is null
        or exists (select from discharge.whose_cases c where c.case_id = subject and discharge.is_own(c.organisations, c.site, c.ward, own_organisations, own_ward))
        or exists (select from discharge.whose_cases c where c.case_id = subject and discharge.reaches_person(c.person_id, own_organisations, own_ward))
        or discharge.reaches_person(subject, own_organisations, own_ward)
        or exists (
            select from cases.mt_events first
             where first.stream_id = subject and first.version = 1
               and (first.type like 'bed.%' or first.type like 'reablement-team.%' or (own_ward is null and first.headers ->> 'organisation' = any (own_organisations)))) end $$;
