using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Records;
using NodaTime;
using NodaTime.Text;

namespace Discharge.Domain.Tests.Records;

public sealed class SubjectAccessTests
{
    private static readonly Guid Case = Guid.Parse("019cb1a0-7d10-7c44-9e21-5a0b6c8d9e11");

    private static readonly LocalDate Received = new(2026, 3, 31);

    private static readonly LocalDate Later = new(2026, 4, 14);

    private static readonly SubjectAccessAsked Receipt = new(SubjectAccessStep.Received, Received, OdsCode.Parse("QMJ01"), SubjectAccessWay.Letter);

    private static readonly SubjectAccessAsked Extension = new(SubjectAccessStep.Extended, Extension: ExtensionGround.Complex);

    private static readonly SubjectAccessAsked Redaction = Withheld(WithheldPart.Words, WithholdingGround.ThirdParty);

    private static readonly SubjectAccessAsked Answer = new(SubjectAccessStep.Answered, Later, Way: SubjectAccessWay.Letter);

    [TestCase("2026-09-03", "2026-10-05", Description = "The ICO's own way of counting: received on the 3rd, due on the 3rd of the next month, a Saturday, so on the Monday")]
    [TestCase("2026-03-02", "2026-04-02", Description = "The corresponding day of the next month")]
    [TestCase("2026-03-31", "2026-04-30", Description = "April has no 31st, so its last day")]
    [TestCase("2026-01-31", "2026-03-02", Description = "The last day of February is a Saturday, so the Monday after it, in March")]
    [TestCase("2028-01-31", "2028-02-29", Description = "In a leap year February's last day is the 29th")]
    [TestCase("2026-03-12", "2026-04-13", Description = "A Sunday, so the Monday")]
    [TestCase("2026-03-14", "2026-04-14", Description = "Received on a Saturday, it counts from that day all the same")]
    [TestCase("2026-11-25", "2026-12-25", Description = "There is no calendar of public holidays: Christmas Day is shown as it is")]
    public void A_request_is_due_on(string receivedOn, string dueOn) => Assert.That(DueOn(receivedOn, extended: false), Is.EqualTo(dueOn));

    [TestCase("2026-03-02", "2026-06-02", Description = "Two further months, so three from the day of receipt")]
    [TestCase("2026-01-31", "2026-04-30", Description = "Counted from the day of receipt, not from the due day that fell into March")]
    [TestCase("2025-11-30", "2026-03-02", Description = "Three months on is the last day of February, a Saturday")]
    public void Once_extended_it_is_due_on(string receivedOn, string dueOn) => Assert.That(DueOn(receivedOn, extended: true), Is.EqualTo(dueOn));

    [TestCase("2026-04-30", false, Description = "On the due day it is in time")]
    [TestCase("2026-05-01", true, Description = "The day after it is not")]
    public void A_request_is_overdue(string today, bool overdue) => Assert.Multiple(() =>
    {
        Assert.That(After().IsOverdue(Day(today)), Is.EqualTo(overdue));
        Assert.That(After(Answer with { On = Day(today) }).IsOverdue(new LocalDate(2030, 1, 1)), Is.EqualTo(overdue), "Once answered it is judged by the day on which the answer was sent.");
    });

    [Test]
    public void The_time_is_made_longer_once_within_the_first_month() => Assert.Multiple(() =>
    {
        Assert.That(Against(After(), Extension, new LocalDate(2026, 4, 30)), Is.Null);
        Assert.That(Against(After(), Extension, new LocalDate(2026, 5, 1)), Is.EqualTo(SubjectAccessRequest.TooLateToExtend));
        Assert.That(Against(After(Extension), Extension with { Extension = ExtensionGround.SeveralRequests }), Is.EqualTo(SubjectAccessRequest.AlreadyExtended));
        Assert.That(After(Extension).IsSo(Extension), Is.True);
        Assert.That(After(Extension).DueOn, Is.EqualTo(new LocalDate(2026, 6, 30)));
    });

    [Test]
    public void Only_entries_of_the_person_are_withheld() => Assert.Multiple(() =>
    {
        Assert.That(Against(After(), Redaction), Is.Null);
        Assert.That(After().Against(Redaction, Later, isTheirs: false), Is.EqualTo(SubjectAccessRequest.NoSuchEntry));
        Assert.That(After(Redaction).IsSo(Redaction), Is.True);
    });

    [Test]
    public void What_was_withheld_is_shown_after_all_and_can_be_withheld_again() => Assert.Multiple(() =>
    {
        Assert.That(After(Redaction).WithheldOf(Case, 3), Is.EqualTo(Redaction.Withholding));
        Assert.That(After(Redaction).WithheldOf(Case, 4), Is.Null);
        Assert.That(After(Redaction, TakenBack(2)).WithheldOf(Case, 3), Is.Null);
        Assert.That(After(Redaction, TakenBack(2)).IsSo(TakenBack(2)), Is.True);
        Assert.That(After(Redaction, TakenBack(2)).IsSo(Redaction), Is.False);
        Assert.That(After(Redaction, TakenBack(2), Redaction).Redactions.Select(step => step.Number), Is.EqualTo([4]));
        Assert.That(Against(After(Redaction), TakenBack(1)), Is.EqualTo(SubjectAccessRequest.NoSuchRedaction));
        Assert.That(Against(After(Redaction), TakenBack(7)), Is.EqualTo(SubjectAccessRequest.NoSuchRedaction));
    });

    [Test]
    public void Where_both_the_words_and_all_of_an_entry_are_withheld_all_of_it_is() =>
        Assert.That(After(Withheld(WithheldPart.Entry, WithholdingGround.SeriousHarmToHealth), Redaction).WithheldOf(Case, 3)?.Ground, Is.EqualTo(WithholdingGround.SeriousHarmToHealth));

    [Test]
    public void An_answered_request_is_not_changed_any_more() => Assert.Multiple(() =>
    {
        Assert.That(Against(After(Redaction, Answer), Withheld(WithheldPart.Entry, WithholdingGround.Crime)), Is.EqualTo(SubjectAccessRequest.AlreadyAnswered));
        Assert.That(Against(After(Redaction, Answer), TakenBack(2)), Is.EqualTo(SubjectAccessRequest.AlreadyAnswered));
        Assert.That(Against(After(Answer), Extension), Is.EqualTo(SubjectAccessRequest.AlreadyAnswered));
        Assert.That(Against(After(Answer), Answer with { Way = SubjectAccessWay.Email }), Is.EqualTo(SubjectAccessRequest.AlreadyAnswered));
        Assert.That(After(Answer).IsSo(Answer), Is.True);
    });

    [Test]
    public void An_answer_is_not_sent_before_the_request_came() =>
        Assert.That(Against(After(), Answer with { On = new LocalDate(2026, 3, 30) }), Is.EqualTo(SubjectAccessRequest.BeforeReceipt));

    private static SubjectAccessAsked Withheld(WithheldPart part, WithholdingGround ground) => new(SubjectAccessStep.Withheld, Withholding: new(Case, 3, part, ground));

    private static SubjectAccessAsked TakenBack(int redaction) => new(SubjectAccessStep.ShownAfterAll, Redaction: redaction);

    private static SubjectAccessRequest After(params SubjectAccessAsked[] asked) => new(
        Case, new PersonRef(Case), [.. asked.Prepend(Receipt).Select((one, index) => new SubjectAccessTaken(index + 1, Instant.FromUtc(2026, 4, 1, 9, 0), new Actor("g-1", "information-governance", OdsCode.Parse("QMJ01")), one))]);

    private static Refusal? Against(SubjectAccessRequest request, SubjectAccessAsked asked, LocalDate? today = null) => request.Against(asked, today ?? Later, isTheirs: true);

    private static string DueOn(string receivedOn, bool extended) => LocalDatePattern.Iso.Format(SubjectAccessPeriod.DueOn(Day(receivedOn), extended));

    private static LocalDate Day(string day) => LocalDatePattern.Iso.Parse(day).Value;
}
