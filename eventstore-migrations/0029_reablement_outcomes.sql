-- When people were referred, started, were last contacted and ended, so that outcome measures and caseloads find their cases without reading all of them. Rows written before are written anew by a rebuild.

alter table discharge.reablement_cases
    add column phase           text,
    -- When the referral was received, or the person left the hospital, and the London date of that.
    add column referred_at     timestamptz,
    add column referred_on     date,
    -- When a response is due, while nobody has responded.
    add column respond_by      timestamptz,
    -- The date offered last to start on, while there was no contact.
    add column start_on        date,
    add column started_on      date,
    add column last_contact_on date,
    add column ended_on        date;

create index reablement_cases_by_referral on discharge.reablement_cases (referred_on);
create index reablement_cases_by_ending on discharge.reablement_cases (ended_on) where ended_on is not null;
