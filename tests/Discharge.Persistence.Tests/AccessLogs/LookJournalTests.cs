using Discharge.Domain.People;
using Discharge.Persistence.AccessLogs;
using NodaTime;

namespace Discharge.Persistence.Tests.AccessLogs;

public sealed class LookJournalTests
{
    private string _directory = null!;
    private LookJournal _journal = null!;

    [SetUp]
    public void A_directory_of_its_own()
    {
        _directory = Directory.CreateTempSubdirectory("looks").FullName;
        _journal = new LookJournal(Path.Combine(_directory, "journal"));
    }

    [TearDown]
    public void Is_removed() => Directory.Delete(_directory, recursive: true);

    [Test]
    public void Looks_are_kept_as_they_were_the_oldest_first()
    {
        var (first, second) = (At(1), At(2));
        _journal.Keep(second);
        _journal.Keep(first);

        Assert.That(_journal.Kept(10).Select(Said), Is.EqualTo([Said(first), Said(second)]));
        Assert.That(_journal.Kept(1).Select(Said), Is.EqualTo([Said(first)]));
    }

    [Test]
    public void What_is_in_the_log_by_now_is_forgotten_and_nothing_else()
    {
        var (first, second) = (At(1), At(2));
        _journal.Keep(first);
        _journal.Keep(second);

        _journal.Forget([first]);

        Assert.That(_journal.Kept(10).Select(Said), Is.EqualTo([Said(second)]));
    }

    [Test]
    public void What_was_half_written_when_a_node_ended_is_no_look()
    {
        Directory.CreateDirectory(Path.Combine(_directory, "journal"));
        File.WriteAllText(Path.Combine(_directory, "journal", $"{Guid.CreateVersion7():N}.part"), "{\"id\":");

        Assert.That(_journal.Kept(10), Is.Empty);
    }

    [Test]
    public void Without_a_directory_there_is_no_journal() => Assert.Multiple(() =>
    {
        Assert.That(new LookJournal(directory: null).IsThere, Is.False);
        Assert.That(new LookJournal(directory: null).Kept(10), Is.Empty);
        Assert.That(() => new LookJournal(directory: null).Keep(At(1)), Throws.InvalidOperationException);
    });

    private static string Said(Look look) => $"{look with { Touched = [] }} {string.Join(' ', look.Touched)}";

    private static Look At(int minute) => Hospital.Morning + Duration.FromMinutes(minute) is var at
        ? new(
            Guid.CreateVersion7(at.ToDateTimeOffset()), at, new Actor("w-7f20", "ward-staff", OdsCode.Parse("RYJ01")), "read-board", "GET /v1/wards/RYJ01/7/board", LookPurpose.DirectCare, LookOutcome.Shown,
            [Guid.CreateVersion7()], From: null, "r-1", "c-1")
        : throw new InvalidOperationException("There is a moment.");
}
