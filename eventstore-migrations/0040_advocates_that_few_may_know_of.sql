-- That somebody has an independent mental health advocate says that the Mental Health Act applies to them, so it is shown no more but to whoever may know that.

update discharge.asked set which = null where what = 'advocacy' and which = 'independent-mental-health-advocate';

-- What is shown of their cases is worked out anew.
update discharge.discharge_cases set changes_at = now()
 where case_id in (select stream_id from cases.mt_events where type = 'discharge-case.advocate-instructed.v1')
   and (changes_at is null or changes_at > now());
