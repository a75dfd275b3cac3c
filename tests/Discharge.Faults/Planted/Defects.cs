using Discharge.Persistence.Handovers;

namespace Discharge.Faults.Planted;

/// <summary>Every defect that is planted in what is stored, told or answered. What the service itself would do wrong is in <see cref="Misbehaviours"/>.</summary>
internal static class Defects
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Defect> All { get; } = [.. InTheEvents(), .. InTheSeals(), .. InWhatIsKept(), .. BesideTheEvents(), .. InTheClocks(), .. LeftBehind(), .. InTheAccessLog(), .. DefectsTold.All];

    // The id of nothing there is.
    private static readonly Guid Another = new(7, 7, 7, new byte[8]);

    private static IEnumerable<Defect> InTheEvents() =>
    [
        new("An acknowledged entry is gone", "I1") { Sql = at => $"delete from cases.mt_events where stream_id = '{at.Running}' and version = {Last(at.Running)}" },
        new("An acknowledged entry is gone and the gap closed", "I1")
        {
            Sql = at => $"""
                delete from cases.mt_events where stream_id = '{at.Running}' and version = 2;
                update cases.mt_events set version = version - 1 where stream_id = '{at.Running}' and version = 3;
                update cases.mt_events set version = version - 1 where stream_id = '{at.Running}' and version > 3;
                update cases.mt_streams set version = version - 1 where id = '{at.Running}'
                """,
        },
        new("An acknowledged case is gone", "I1") { Sql = at => $"delete from discharge.discharge_cases where case_id = '{at.Seen}'; delete from discharge.clocks where case_id = '{at.Seen}'; delete from cases.mt_streams where id = '{at.Seen}'" },
        new("An entry came of another command than the one acknowledged", "I1") { Sql = at => $"update cases.mt_events set correlation_id = (select correlation_id from cases.mt_events where stream_id = '{at.Seen}' and version = 2) where stream_id = '{at.Running}' and version = 2" },
        new("An entry is stored under another name", "I1") { Sql = at => $"update cases.mt_events set type = 'discharge-case.person-died.v1' where stream_id = '{at.Running}' and version = 2" },
        new("An entry that nobody sent", "I2") { Sql = at => Copy(at.Running, 2, "correlation_id = 'nobody'") },
        new("A command stored twice in one case", "I2") { Sql = at => Copy(at.Running, 2) },
        new("An opening stored as two cases", "I2")
        {
            Sql = at => $"""
                insert into cases.mt_streams (id, version) values ('{Another}', 1);
                {Insert(at.Running, 1, $"stream_id = '{Another}', version = 1")}
                """,
        },
        new("An entry that nobody sent, in a case of before", "I2") { Sql = at => InCaseOfBefore(at, at.Running, 2, "correlation_id = 'nobody'") },
        new("An entry of a refused command, in a case of before", "I3") { Sql = at => InCaseOfBefore(at, at.Running, 2, $"correlation_id = '{at.Refused.Key}'") },
        new("A breach that nothing owes, in a case of before", "I6") { Sql = at => InCaseOfBefore(at, at.Unseen, Breach(at)) },
        new("An entry of before is gone", "I1") { Sql = at => $"delete from cases.mt_events where stream_id = '{at.Before}'" },
        new("An entry of before says another thing", "I1") { Sql = at => $"update cases.mt_events set data = data || '{{\"ward\": \"Ward 9\"}}' where stream_id = '{at.Before}'" },
        new("The answer to a command of before is not kept any more", "I1") { Sql = at => $"delete from discharge.command_answers where body like '%{at.Before}%'" },
        new("The answer to a command of before is kept otherwise", "I1") { Sql = at => $"update discharge.command_answers set status = 200 where body like '%{at.Before}%'" },
        new("A case in which nothing is recorded", "I9") { Sql = _ => $"insert into cases.mt_streams (id, version) values ('{Another}', 0)" },
        new("An entry of another tenant", "I9") { Sql = at => $"update cases.mt_events set tenant_id = 'other' where stream_id = '{at.Running}' and version = 2" },
        new("An entry handed over from a case that hands nothing over to there", "I2") { Sql = at => Copy(at.Running, 2, $"correlation_id = '{at.Seen}', user_name = 'hand-over'") },
        new("An entry handed over twice", "I2") { Sql = at => $"{HandedOver(at)}; {Copy(HandOvers.CaseOf(at.Running), 1)}" },
        new("A case handed over that nobody was discharged into", "I9") { Sql = HandedOver },
        new("An entry set aside as archived", "I9") { Sql = at => $"update cases.mt_events set is_archived = true where stream_id = '{at.Running}' and version = 2" },
        new("An entry of a refused command", "I3") { Sql = at => Copy(at.Running, 2, $"correlation_id = '{at.Refused.Key}'") },
        new("A gap in the versions", "I4") { Sql = at => $"update cases.mt_events set version = version + 1 where stream_id = '{at.Running}' and version = {Last(at.Running)}" },
        new("A stream that says it is a version behind", "I4") { Sql = at => $"update cases.mt_streams set version = version - 1 where id = '{at.Running}'" },
        new("An entry recorded before the one before it", "I4") { Sql = at => $"update cases.mt_events set timestamp = timestamp - interval '1 hour' where stream_id = '{at.Running}' and version = 3" },
        new("An entry altered after it was recorded", "I5") { Sql = at => $"update cases.mt_events set data = jsonb_set(data, '{{medicallyStable}}', 'false') where stream_id = '{at.Running}' and version = 3" },
        new("An entry that cannot be read", "I5") { Sql = at => $"update cases.mt_events set data = 'null' where stream_id = '{at.Running}' and version = 3" },
    ];

    private static IEnumerable<Defect> InTheSeals() =>
    [
        new("An entry said to be recorded by somebody else", "I8") { Sql = at => $"update cases.mt_events set user_name = 'somebody' where stream_id = '{at.Running}' and version = 3" },
        new("An entry said to be recorded in another role", "I8") { Sql = at => $"update cases.mt_events set headers = headers || '{{\"role\": \"ward-staff\"}}' where stream_id = '{at.Running}' and version = 3" },
        new("An entry recorded a microsecond later", "I8") { Sql = at => $"update cases.mt_events set timestamp = timestamp + interval '1 microsecond' where stream_id = '{at.Running}' and version = {Last(at.Running)}" },
        new("An entry said to be caused by another request", "I8") { Sql = at => $"update cases.mt_events set causation_id = 'another' where stream_id = '{at.Running}' and version = 3" },
        new("An entry with a word more", "I8") { Sql = at => $"update cases.mt_events set data = data || '{{\"more\": 1}}' where stream_id = '{at.Running}' and version = 2" },
        new("Two entries that changed places", "I8")
        {
            Sql = at => $"""
                create temporary table swapped on commit drop as select 5 - version as version, data from cases.mt_events where stream_id = '{at.Running}' and version in (2, 3);
                update cases.mt_events set data = swapped.data from swapped where stream_id = '{at.Running}' and mt_events.version = swapped.version
                """,
        },
        new("An entry with a header that no seal is over", "I8") { Sql = at => $"update cases.mt_events set headers = headers || '{{\"more\": 1}}' where stream_id = '{at.Running}' and version = 2" },
        new("An entry whose seal is gone", "I8") { Sql = at => $"update cases.mt_events set headers = headers - 'seal' where stream_id = '{at.Running}' and version = {Last(at.Running)}" },
        new("An entry with the seal of another", "I8") { Sql = at => $"update cases.mt_events set headers = headers || (select jsonb_build_object('seal', headers -> 'seal') from cases.mt_events where stream_id = '{at.Seen}' and version = 2) where stream_id = '{at.Running}' and version = 2" },
        new("An entry put in between, and all after it renumbered", "I8")
        {
            Sql = at => $"""
                update cases.mt_events set version = version + 1000 where stream_id = '{at.Running}' and version > 2;
                update cases.mt_events set version = version - 999 where stream_id = '{at.Running}' and version > 1000;
                {Insert(at.Running, 2, "version = 3")};
                update cases.mt_streams set version = version + 1 where id = '{at.Running}'
                """,
        },
    ];

    private static IEnumerable<Defect> InWhatIsKept() =>
    [
        new("An answer kept with another body", "I1") { Sql = at => $"update discharge.command_answers set body = replace(body, '\"version\":', '\"version\": ') where body like '%{at.Running}%'" },
        new("An answer kept with another status", "I1") { Sql = at => $"update discharge.command_answers set status = 202 where body like '%{at.Running}%' and status = 200" },
        new("An answer kept with another version", "I1") { Sql = at => $"update discharge.command_answers set version = version + 1 where body like '%{at.Running}%'" },
        new("An answer kept as that to another request", "I1") { Sql = at => $"update discharge.command_answers set request_hash = sha256(request_hash) where body like '%{at.Running}%'" },
        new("An answer kept for a year", "I1") { Sql = at => $"update discharge.command_answers set answered_at = answered_at + interval '1 year' where body like '%{at.Running}%'" },
        new("An answer not kept", "I1") { Sql = at => $"delete from discharge.command_answers where body like '%{at.Running}%'" },
        new("An answer kept under a key that nobody sent", "I2") { Sql = at => $"update discharge.command_answers set key_hash = sha256('other') where body like '%{at.Unseen}%' and status = 201" },
        new("An answer kept for a refused command", "I3") { Sql = at => $"insert into discharge.command_answers (key_hash, request_hash, status, version, body, answered_at) values (decode('{at.Refused.KeyHash}', 'hex'), '', 200, 1, '{{}}', now())" },
    ];

    private static IEnumerable<Defect> BesideTheEvents() =>
    [
        new("A case without its row", "I5") { Sql = at => $"delete from discharge.discharge_cases where case_id = '{at.Running}'" },
        new("A row a version behind", "I5") { Sql = at => $"update discharge.discharge_cases set version = version - 1 where case_id = '{at.Running}'" },
        new("A row with another ward", "I5") { Sql = at => $"update discharge.discharge_cases set ward = 'Ward 99' where case_id = '{at.Running}'" },
        new("What is shown of a case altered", "I5") { Sql = at => $"update discharge.discharge_cases set body = replace(body, 'own-home', 'hospice') where case_id = '{at.Running}'" },
        new("What the board shows altered", "I5") { Sql = at => $"update discharge.discharge_cases set board_row = left(board_row, -1) || ',\"more\":1}}' where case_id = '{at.Running}'" },
        new("A row of a person still in hospital", "I5") { Sql = at => $"update discharge.discharge_cases set in_hospital = true where case_id = '{at.Running}'" },
        new("A person whose details are gone", "I5") { Sql = at => $"delete from discharge.people where person_id = (select person_id from discharge.discharge_cases where case_id = '{at.Running}')" },
        new("A person whose key is gone", "I5") { Sql = at => $"delete from discharge.person_keys where person_id = (select person_id from discharge.discharge_cases where case_id = '{at.Running}')" },
        new("A person with the details of another", "I5") { Sql = at => $"update discharge.people set sealed = (select p.sealed from discharge.people p join discharge.discharge_cases c using (person_id) where c.case_id = '{at.Seen}') where person_id = (select person_id from discharge.discharge_cases where case_id = '{at.Running}')" },
        new("A person found by the NHS number of another", "I5") { Sql = at => $"update discharge.people set nhs_number_hash = sha256('other') where {PersonOf(at)}" },
        new("A person found by the name of another", "I5") { Sql = at => $"insert into discharge.people_found_by (person_id, hash) select person_id, sha256('other') from discharge.people where {PersonOf(at)}" },
        new("A person of whom nobody would look for another case there is", "I5")
        {
            Sql = at => $"update discharge.people set has_more = false where {PersonOf(at)}; update discharge.discharge_cases set person_id = (select person_id from discharge.discharge_cases where case_id = '{at.Running}') where case_id = '{at.Seen}'",
        },
        new("A note whose words are gone", "I5") { Sql = at => $"delete from discharge.notes where case_id = '{at.Running}'" },
        new("Words of which no entry speaks", "I5") { Sql = at => $"insert into discharge.notes (note_id, case_id, person_id, sealed) select '{Another}', case_id, person_id, sealed from discharge.notes where case_id = '{at.Running}' limit 1" },
        new("A note with the words of another", "I5") { Sql = at => $"update discharge.notes set sealed = (select sealed from discharge.notes where case_id = '{at.Seen}' limit 1) where case_id = '{at.Running}'" },
        new("Something asked of an organisation that nobody asked", "I5") { Sql = at => $"insert into discharge.asked (case_id, entry, organisation, what, asked_at, asked_by, stands, open) values ('{at.Running}', 2, 'VRACE', 'task', now(), 'RTEST', 'asked', true)" },
        new("A person said to be another", "I5") { Sql = at => $"insert into discharge.person_links (case_id, person_id, other_id, linked, at) select '{at.Running}', a.person_id, b.person_id, true, now() from discharge.discharge_cases a, discharge.discharge_cases b where a.case_id = '{at.Running}' and b.case_id = '{at.Seen}'" },
        new("A row that says too late when it changes", "I5") { Sql = at => $"update discharge.discharge_cases set changes_at = changes_at + interval '1 day' where case_id = '{at.Running}'" },
    ];

    private static IEnumerable<Defect> InTheClocks() =>
    [
        new("A clock without its row", "I5") { Sql = at => $"delete from discharge.clocks where case_id = '{at.Running}' and rule = 'T01'" },
        new("A clock's row with another due moment", "I5") { Sql = at => $"update discharge.clocks set due_at = due_at + interval '1 hour' where case_id = '{at.Running}' and rule = 'T01'" },
        new("A clock that is said to be another's", "I5") { Sql = at => $"update discharge.clocks set owner = 'ward' where case_id = '{at.Running}' and rule = 'T01'" },
        new("A clock that warns at another moment", "I5") { Sql = at => $"update discharge.clocks set warned_at = coalesce(warned_at, due_at) - interval '1 minute' where case_id = '{at.Running}' and rule = 'T01'" },
        new("A clock that is said to be held up", "I5") { Sql = at => $"update discharge.clocks set paused_at = now() where case_id = '{at.Running}' and rule = 'T01'" },
        new("A running clock that nobody will look at", "I5") { Sql = at => $"update discharge.clocks set next_at = null where case_id = '{at.Running}' and rule = 'T01'" },
        new("A running clock that will be looked at too late", "I5") { Sql = at => $"update discharge.clocks set next_at = next_at + interval '1 day' where case_id = '{at.Running}' and rule = 'T01'" },
        new("The row of a clock that the case does not have", "I5") { Sql = at => $"update discharge.clocks set started_by = 1 where case_id = '{at.Seen}' and rule = 'T01'" },
        new("A clock of another version of its rule", "I5") { Sql = at => $"update discharge.clocks set rule_version = rule_version + 1 where case_id = '{at.Running}' and rule = 'T01'" },
        new("A clock that is said to be none", "I5") { Sql = at => $"update discharge.clocks set rule_version = 0 where case_id = '{at.Running}' and rule = 'T01'" },
        new("The row of something to be told that the case does not ask for", "I5")
        {
            Sql = at => $"insert into discharge.clocks select case_id, 'T99', 0, 0, started_at, null, due_at, due_at, null, null, 'no-clock', owner, now() + interval '1 hour' from discharge.clocks where case_id = '{at.Running}' and rule = 'T01'",
        },
        new("A breach that was missed", "I6") { Sql = at => $"delete from cases.mt_events where stream_id = '{at.Unseen}' and type = 'clock.breached.v1' and data ->> 'rule' = 'T01'; {Renumber(at.Unseen)}" },
        new("A breach that was doubled", "I6") { Sql = at => Copy(at.Unseen, Breach(at)) },
        new("A breach recorded before its moment", "I6") { Sql = at => $"update cases.mt_events set timestamp = (data ->> 'occurredAt')::timestamptz - interval '1 second' where stream_id = '{at.Unseen}' and type = 'clock.breached.v1' and data ->> 'rule' = 'T01'" },
        new("A breach at another moment than the one that passed", "I6") { Sql = at => $"update cases.mt_events set data = jsonb_set(data, '{{occurredAt}}', '\"2026-01-01T00:00:00Z\"') where stream_id = '{at.Unseen}' and type = 'clock.breached.v1' and data ->> 'rule' = 'T01'" },
        new("A breach of somebody who was seen in time", "I6")
        {
            Sql = at => $"""
                {Insert(at.Unseen, Breach(at), $"stream_id = '{at.Seen}', version = {Last(at.Seen)} + 1")};
                update cases.mt_streams set version = version + 1 where id = '{at.Seen}'
                """,
        },
        new("A notice that was not given", "I7") { Sql = at => $"delete from discharge.notices where case_id = '{at.Unseen}' and rule = 'T01' and level <> ''" },
        new("A notice given before its moment", "I7") { Sql = at => $"update discharge.notices set given_at = moment - interval '1 second' where case_id = '{at.Unseen}' and rule = 'T01'" },
        new("A notice that waits for nobody", "I7") { Sql = at => $"delete from discharge.notices_given where notice_id || others && array({NoticesOf(at)}); delete from discharge.notices_to_tell where notice_id || others && array({NoticesOf(at)}); update discharge.messages set notice_ids = '{{}}'" },
        new("A notice that still waits for whoever is to be told", "I7")
        {
            Sql = at => $"update discharge.messages set notice_ids = '{{}}' where notice_ids && array({NoticesOf(at)}); insert into discharge.notices_given (notice_id) select notice_id from discharge.notices where case_id = '{at.Unseen}'",
        },
        new("A notice of what nobody asked for", "I7")
        {
            Sql = at => $"""
                insert into discharge.notices (case_id, rule, started_by, words, level, who, moment, given_at)
                select case_id, rule, started_by, 'Nobody asked for this', level, who, moment, given_at from discharge.notices where case_id = '{at.Unseen}' limit 1;
                insert into discharge.messages (message_id, recipient, kind, notice_ids, body, made_at, next_try_at, delivered_at)
                select gen_random_uuid(), 'log', 'digest', array(select notice_id from discharge.notices where words = 'Nobody asked for this'), 'null', now(), now(), now()
                """,
        },
        new("A notice for somebody else", "I7") { Sql = at => $"update discharge.notices set who = 'Chief executive' where case_id = '{at.Unseen}' and rule = 'T01' and level <> ''" },
        new("A message that says another thing than its notice", "I7") { Sql = at => $"update discharge.messages set body = replace(body, '{at.Unseen}', '{at.Seen}') where notice_ids && array({NoticesOf(at)})" },
        new("A message to somebody else", "I7") { Sql = at => $"update discharge.messages set recipient = 'other' where notice_ids && array({NoticesOf(at)})" },
        new("A message that says another rung", "I7") { Sql = at => Said(at, "level", "'L4'") },
        new("A message that says another moment", "I7") { Sql = at => Said(at, "moment", "'2026-01-01T00:00:00Z'") },
        new("A message that says that the notice was given at another time", "I7") { Sql = at => Said(at, "givenAt", "'2026-01-01T00:00:00Z'") },
        new("A message that says that the clock is due at another time", "I7") { Sql = at => Said(at, "due", "'2026-01-01T00:00:00Z'") },
        new("A message with a link to another case", "I7") { Sql = at => Said(at, "link", $"'/v1/discharge-cases/{at.Seen}'") },
        new("A message that says another rung of itself", "I7") { Sql = at => Says(at, "level", "'L4'") },
        new("A message that says another recipient of itself", "I7") { Sql = at => Says(at, "recipient", "'other'") },
        new("A message that says another time of itself", "I7") { Sql = at => Says(at, "madeAt", "'2026-01-01T00:00:00Z'") },
        new("A message that says another id of itself", "I7") { Sql = at => Says(at, "id", $"'{Another}'") },
        new("A message that says of itself that it is another kind", "I7") { Sql = at => Says(at, "kind", "'daily-list'") },
        new("A first breach told as a second", "I7")
        {
            Sql = at => $"update discharge.messages set body = replace(body, ({BreachWords(at)}), ({BreachWords(at)}) || ', breach 2 of this clock') where notice_ids && array({NoticesOf(at)}); update discharge.notices set words = words || ', breach 2 of this clock' where words = ({BreachWords(at)})",
        },
        new("A message made before its notices were given", "I7") { Sql = at => $"update discharge.messages set made_at = made_at - interval '1 hour' where notice_ids && array({NoticesOf(at)})" },
        new("A message delivered before it was made", "I7") { Sql = at => $"update discharge.messages set delivered_at = made_at - interval '1 minute' where notice_ids && array({NoticesOf(at)})" },
        new("A message delivered an hour later", "I7") { Sql = at => $"update discharge.messages set delivered_at = delivered_at + interval '1 hour' where notice_ids && array({NoticesOf(at)})" },
        new("A notice given an hour late", "I7") { Sql = at => $"update discharge.notices set given_at = given_at + interval '1 hour' where case_id = '{at.Unseen}' and rule = 'T01'" },
        new("A notice said twice", "I7") { Sql = at => string.Concat(Enumerable.Range(0, 2).Select(_ => $"insert into discharge.messages (message_id, recipient, kind, notice_ids, body, made_at, next_try_at, delivered_at) select gen_random_uuid(), 'log', 'digest', array({NoticesOf(at)}), '{{}}', now(), now(), now();")) },
    ];

    private static IEnumerable<Defect> LeftBehind() =>
    [
        new("A moment that has come and that nobody dealt with", "I9") { Sql = at => $"update discharge.clocks set next_at = now() - interval '1 second' where case_id = '{at.Running}' and rule = 'T01'" },
        new("A dead letter", "I9") { Sql = _ => "insert into wolverine.wolverine_dead_letters (id, body, message_type) values (gen_random_uuid(), '', 'any')" },
        new("A message that did not go out", "I9") { Sql = _ => "insert into wolverine.wolverine_outgoing_envelopes (id, owner_id, destination, body, message_type) values (gen_random_uuid(), 0, 'any', '', 'any')" },
        new("A message that nobody handled", "I9") { Sql = _ => "insert into wolverine.wolverine_incoming_envelopes (id, status, owner_id, body, message_type) values (gen_random_uuid(), 'Incoming', 0, '', 'any')" },
        new("A notice that nobody has been told of", "I9") { Sql = _ => "insert into discharge.notices_given (notice_id) values (-1)" },
        new("A message that nobody has", "I9") { Sql = _ => "insert into discharge.messages (message_id, recipient, kind, notice_ids, body, made_at, next_try_at) values (gen_random_uuid(), 'log', 'digest', '{}', '', now(), now())" },
        new("A message of no notice that tells some", "I9")
        {
            Sql = at => $"insert into discharge.messages (message_id, recipient, kind, notice_ids, body, made_at, next_try_at, delivered_at) select gen_random_uuid(), recipient, kind, '{{}}', body, made_at, next_try_at, delivered_at from discharge.messages where notice_ids && array({NoticesOf(at)})",
        },
        new("A message that tells of a notice there never was", "I9")
        {
            Sql = at => $"update discharge.messages set body = jsonb_insert(body::jsonb, '{{notices,-1}}', jsonb_set(body::jsonb -> 'notices' -> 0, '{{id}}', '-1'), true)::text where notice_ids && array({NoticesOf(at)})",
        },
        new("A hand-over that nobody made", "I9") { Sql = at => $"insert into discharge.hand_overs (case_id, since) values ('{at.Running}', now())" },
        new("A person of no case", "I9") { Sql = _ => $"insert into discharge.people (person_id, sealed) values ('{Another}', '')" },
        new("The key of nobody", "I9") { Sql = _ => $"insert into discharge.person_keys (person_id, wrapped) values ('{Another}', '')" },
        new("A clock of a case that is not there", "I9") { Sql = at => $"update discharge.clocks set case_id = '{Another}' where case_id = '{at.Running}' and rule = 'T01'" },
        new("A note of a case that is not there", "I9") { Sql = at => $"update discharge.notes set case_id = '{Another}' where case_id = '{at.Running}'" },
        new("The row of a case that is not there", "I9") { Sql = at => $"update discharge.discharge_cases set case_id = '{Another}' where case_id = '{at.Running}'" },
        new("A message that was given up", "I9") { Sql = _ => "insert into discharge.messages (message_id, recipient, kind, notice_ids, body, made_at, next_try_at, given_up_at) values (gen_random_uuid(), 'log', 'digest', '{}', '', now(), now(), now())" },
    ];

    private static IEnumerable<Defect> InTheAccessLog() =>
    [
        new("A look that is not on record", "I11") { Sql = at => $"delete from discharge.access_log where {LookAt(at)}" },
        new("A look put on record twice", "I11") { Sql = at => $"create temporary table looked on commit drop as select * from discharge.access_log where {LookAt(at)}; update looked set look_id = gen_random_uuid(); insert into discharge.access_log select * from looked; drop table looked" },
        new("A look by somebody else", "I11") { Sql = at => $"update discharge.access_log set actor = 'somebody' where {LookAt(at)}" },
        new("A look in another role", "I11") { Sql = at => $"update discharge.access_log set role = 'auditor' where {LookAt(at)}" },
        new("A look at something else", "I11") { Sql = at => $"update discharge.access_log set path = replace(path, '{at.Running}', '{at.Seen}') where {LookAt(at)}" },
        new("A look that does not say which case was shown", "I11") { Sql = at => $"update discharge.access_log set touched = array_remove(touched, '{at.Running}') where {LookAt(at)}" },
        new("A look said to have been refused", "I11") { Sql = at => $"update discharge.access_log set outcome = 'refused' where {LookAt(at)}" },
        new("A look said to be of another day", "I11") { Sql = at => $"update discharge.access_log set at = at - interval '1 day' where {LookAt(at)}" },
    ];

    private static string Last(Guid id) => $"(select max(version) from cases.mt_events where stream_id = '{id}')";

    private static string NoticesOf(Scene at) => $"select notice_id from discharge.notices where case_id = '{at.Unseen}'";

    private static string PersonOf(Scene at) => $"person_id = (select person_id from discharge.discharge_cases where case_id = '{at.Running}')";

    private static string LookAt(Scene at) => $"path = 'GET /v1/discharge-cases/{at.Running}'";

    // Messages about somebody, with another value of what they say of one of the notices.
    private static string Said(Scene at, string field, string value) =>
        Says(at, $"notices,0,{field}", value);

    private static string Says(Scene at, string path, string value) =>
        $"update discharge.messages set body = jsonb_set(body::jsonb, '{{{path}}}', to_jsonb({value}::text))::text where notice_ids && array({NoticesOf(at)})";

    private static string Breach(Scene at) => $"(select version from cases.mt_events where stream_id = '{at.Unseen}' and type = 'clock.breached.v1' and data ->> 'rule' = 'T01')";

    private static string BreachWords(Scene at) => $"select words from discharge.notices where case_id = '{at.Unseen}' and rule = 'T01' and level <> '' order by moment desc, notice_id limit 1";

    private static string InCaseOfBefore(Scene at, Guid from, object version, string? but = null) =>
        $"{Insert(from, version, $"stream_id = '{at.Before}', version = 2{(but is null ? "" : $", {but}")}")}; update cases.mt_streams set version = 2 where id = '{at.Before}'";

    // A reablement case of somebody who was not discharged into one.
    private static string HandedOver(Scene at) => $"""
        insert into cases.mt_streams (id, version) values ('{HandOvers.CaseOf(at.Running)}', 1);
        {Insert(at.Running, 1, $"stream_id = '{HandOvers.CaseOf(at.Running)}', type = 'reablement-case.referred.v1', correlation_id = '{at.Running}', user_name = 'hand-over', data = {Referred(at)}")}
        """;

    private static string Referred(Scene at) =>
        $"jsonb_build_object('occurredAt', data -> 'occurredAt', 'person', data -> 'person', 'personHash', data -> 'personHash', 'source', 'discharge', 'referrer', 'QTEST', 'team', 'QTEST', 'urgent', false, 'dischargeCase', '{at.Running}', 'departures', '[]'::jsonb)";

    // Another entry like one there is, at the end of its case.
    private static string Copy(Guid id, object version, string? but = null) =>
        $"{Insert(id, version, $"version = {Last(id)} + 1{(but is null ? "" : $", {but}")}")}; update cases.mt_streams set version = version + 1 where id = '{id}'";

    private static string Insert(Guid id, object version, string but) => $"""
        create temporary table copied on commit drop as select * from cases.mt_events where stream_id = '{id}' and version = {version};
        update copied set seq_id = nextval('cases.mt_events_sequence'), id = gen_random_uuid(), {but};
        insert into cases.mt_events select * from copied;
        drop table copied
        """;

    private static string Renumber(Guid id) =>
        $"update cases.mt_streams set version = (select count(*) from cases.mt_events where stream_id = '{id}') where id = '{id}'";
}
