using System.Text;
using Discharge.Domain.Beds;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Access;
using Discharge.Persistence.Beds;
using NodaTime;

namespace Discharge.Persistence.Tests.Beds;

/// <summary>A place is shown to everybody who may see places, and whose case has it to those who may know of that case.</summary>
public sealed class NamedCasesTests
{
    private static readonly Reach Theirs = Reach.OfOrganisations([OdsCode.Parse("QMJ01")]);

    private static readonly Reach Strangers = Reach.OfOrganisations([OdsCode.Parse("ROTH1")]);

    private Hospital _hospital = null!;

    [OneTimeSetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [OneTimeTearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [Test]
    public async Task Whoever_may_not_know_of_the_case_is_shown_a_place_that_is_worked_out_anew_without_it()
    {
        var (bed, ada) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await _hospital.JointlyAsync(bed, ada, place => new OccupyInterimBed(_hospital.Time.Now, place));
        await _hospital.InBedAsync(bed, new CloseBed(_hospital.Time.Now, ClosureReason.Works, new LocalDate(2026, 3, 5)));
        _hospital.Time.Pass(Duration.FromDays(3));

        Assert.Multiple(async () =>
        {
            Assert.That(await OneAsync(bed, Theirs), Does.Contain("occupied").And.Contain($"{ada}"));
            Assert.That(await OneAsync(bed, Reach.Everything), Does.Contain("occupied").And.Contain($"{ada}"));
            Assert.That(await OneAsync(bed, Strangers), Does.Contain("occupied").And.Not.Contain($"{ada}"));
        });
    }

    [Test]
    public async Task Of_two_who_have_had_a_place_each_reader_is_told_of_those_they_may_know_of()
    {
        var (bed, ada) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await _hospital.ReserveAsync(bed, ada);
        var (all, none) = (await _hospital.Histories.ReadAllAsync(bed, Theirs, CancellationToken.None), await _hospital.Histories.ReadAllAsync(bed, Strangers, CancellationToken.None));

        Assert.That((all!.Named.Include(ada), all.Named.Include(bed), none!.Named.Include(ada)), Is.EqualTo((true, false, false)));
    }

    private async Task<string> OneAsync(Guid bed, Reach reach) =>
        Encoding.UTF8.GetString((await new BedLists(_hospital.Pool, _hospital.Histories, _hospital.Time).OneAsync(bed, reach, CancellationToken.None))!.Json.Span);
}
