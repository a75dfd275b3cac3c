using System.Collections;
using System.Reflection;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Records;
using Discharge.Domain.RehabilitationBeds;
using NodaTime;

namespace Discharge.Domain.Tests.Records;

/// <summary>Of every fact with words it is said whether they are the person's to have.</summary>
public sealed class WordsOfOthersTests
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 3, 4, 9, 0);

    private static readonly NoteRef Words = new(Guid.Parse("019cb1a0-7d10-7c44-9e21-5a0b6c8d9e11"), "00");

    private static readonly Type[] WithWords = [.. typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact)) && !type.IsAbstract && NotesIn(type).Any())];

    [Test]
    public void Every_fact_with_a_note_is_in_one_of_the_two_lists_and_in_no_more()
    {
        var listed = WordsOfOthers.Withheld.Select(kind => kind.Fact).Concat(WordsOfOthers.Shown).ToArray();

        Assert.That(WithWords.Except(listed).Select(type => type.Name), Is.Empty, "Say in WordsOfOthers whether the words of these are about somebody else.");
        Assert.That(listed, Is.Unique.And.EquivalentTo(WithWords));
    }

    [Test]
    public void Each_that_is_withheld_has_its_reason_and_names_fields_that_are_there() => Assert.Multiple(() =>
    {
        Assert.That(WordsOfOthers.Withheld.Select(kind => kind.Reason), Is.All.Match("^They .+[.]$"));
        Assert.That(WordsOfOthers.Withheld.SelectMany(kind => kind.Notes.Select(note => (kind.Fact, note))), Is.All.Matches<(Type Fact, string Note)>(one => NotesIn(one.Fact).Contains(one.Note)));
    });

    [Test]
    public void Words_of_whom_somebody_else_is_the_matter_are_withheld_and_those_of_the_person_shown() => Assert.Multiple(() =>
    {
        Assert.That(Are(new CarerNamed(Morning, CarerRelationship.Partner, LivesWithPerson: true, Words)), Is.True);
        Assert.That(Are(new SafeguardingConcernRaised(Morning, StaffRole.Nurse, Words)), Is.True);
        Assert.That(Are(new PartyInvolved(Morning, Party.Carer, StaffRole.Nurse, Words)), Is.True);
        Assert.That(Are(new PartyInvolved(Morning, Party.Person, StaffRole.Nurse, Words)), Is.False);
        Assert.That(Are(new HomeVisitMade(Morning, StaffRole.OccupationalTherapist, Words)), Is.False);
    });

    [Test]
    public void Of_a_place_agreed_with_a_care_home_only_who_its_manager_is_is_withheld()
    {
        var agreed = new CareHomePlaceAgreed(Morning, PlaceKind.Nursing, OdsCode.Parse("VN001"), Morning, Words, Words, RehabilitationRole.Physiotherapist);

        Assert.That((Are(agreed, "manager"), Are(agreed, "rehabilitationPlan")), Is.EqualTo((true, false)));
    }

    [TestCase(Party.Carer, true)]
    [TestCase(Party.Person, false)]
    public void An_objection_is_settled_in_the_words_of_whoever_raised_it(Party who, bool withheld)
    {
        var all = Recorded(new ObjectionRaised(Morning, who, ObjectionTo.Discharge, StaffRole.Nurse, Words), new ObjectionSettled(Morning, 1, ObjectionSettlement.Withdrawn, StaffRole.Nurse, Words));

        Assert.That(WordsOfOthers.Include(all.Entries[1], all, "note"), Is.EqualTo(withheld));
    }

    [Test]
    public void Why_an_entry_about_somebody_else_is_withdrawn_is_about_them_too()
    {
        var all = Recorded(
            new ContactNamed(Morning, ContactKind.CaseManager, Note: Words), new HomeVisitMade(Morning, StaffRole.Nurse, Words),
            new EntryWithdrawn(Morning, 1, WithdrawalReason.WrongPerson, Words), new EntryWithdrawn(Morning, 2, WithdrawalReason.WrongPerson, Words), new EntryWithdrawn(Morning, 3, WithdrawalReason.WrongPerson, Words));

        Assert.That(all.Entries.Select(entry => WordsOfOthers.Include(entry, all, "note")), Is.EqualTo([true, false, true, false, true]));
    }

    private static bool Are(Fact fact, string note = "note") => Recorded(fact) is var all && WordsOfOthers.Include(all.Entries[0], all, note);

    private static History Recorded(params Fact[] facts) =>
        History.Of(facts.Select((fact, index) => new Entry(index + 1, fact, Morning, new Actor("n-1", "ward-staff", OdsCode.Parse("RYJ01")))));

    // Whatever a fact holds, however deep, under the name of the field that has the note.
    private static IEnumerable<string> NotesIn(Type type, int depth = 0) => depth > 4 ? [] : type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(field => field.GetIndexParameters() is [] && field.Name != "EqualityContract")
        .SelectMany(field => KindsIn(field.PropertyType).SelectMany(kind => kind == typeof(NoteRef) ? [field.Name] : kind.Assembly == typeof(Fact).Assembly && !kind.IsEnum && kind != type ? NotesIn(kind, depth + 1) : []));

    private static Type[] KindsIn(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var kind && kind.IsGenericType && kind.IsAssignableTo(typeof(IEnumerable)) ? kind.GetGenericArguments() : [kind];
}
