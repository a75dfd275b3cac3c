using Discharge.Domain.Beds;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.Tests.Beds;

/// <summary>What a place and a case have on record together stands in both or in neither.</summary>
public sealed class WithdrawnTogetherTests
{
    private Hospital _hospital = null!;

    [OneTimeSetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [OneTimeTearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [SetUp]
    public void In_the_morning() => _hospital.Time.Now = Hospital.Morning;

    [Test]
    public async Task Withdrawn_in_the_case_it_is_withdrawn_in_the_place_which_is_free_again()
    {
        var (bed, ada) = await ReservedAsync();
        var outcome = await _hospital.WithdrawTogetherAsync(Streams.OfCase(ada), 2);

        Assert.Multiple(async () =>
        {
            Assert.That(outcome, Is.InstanceOf<Outcome.Answered>());
            Assert.That(await StandsAsync(bed, ada), Is.EqualTo((false, false)));
            Assert.That(await _hospital.StatusAsync(bed), Is.EqualTo(BedStatus.Free));
            Assert.That(await _hospital.AskAsync($"select status from discharge.beds where bed_id = '{bed}'"), Is.EqualTo("free"));
        });
    }

    [Test]
    public async Task Withdrawn_in_the_place_it_is_withdrawn_in_the_case()
    {
        var (bed, ada) = await ReservedAsync();
        await _hospital.WithdrawTogetherAsync(Streams.OfPlace(bed), 2);

        Assert.That(await StandsAsync(bed, ada), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task A_withdrawal_withdrawn_lets_both_stand_again_and_so_on_to_and_fro()
    {
        var (bed, ada) = await ReservedAsync();
        await _hospital.WithdrawTogetherAsync(Streams.OfCase(ada), 2);
        await _hospital.WithdrawTogetherAsync(Streams.OfPlace(bed), 3);
        var again = await StandsAsync(bed, ada);
        await _hospital.WithdrawTogetherAsync(Streams.OfCase(ada), 4);
        var gone = await StandsAsync(bed, ada);
        await _hospital.WithdrawTogetherAsync(Streams.OfCase(ada), 5);

        Assert.Multiple(async () =>
        {
            Assert.That(again, Is.EqualTo((true, true)));
            Assert.That(gone, Is.EqualTo((false, false)));
            Assert.That(await StandsAsync(bed, ada), Is.EqualTo((true, true)));
        });
    }

    [Test]
    public async Task The_others_half_of_the_same_moment_is_left_alone()
    {
        var (bed, ada) = await ReservedAsync();
        var (other, ben) = await ReservedAsync();
        await _hospital.WithdrawTogetherAsync(Streams.OfCase(ada), 2);

        Assert.That(await StandsAsync(other, ben), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task Withdrawing_anything_else_concerns_its_own_stream_alone()
    {
        var (bed, ada) = await ReservedAsync();
        await _hospital.InBedAsync(bed, new CloseBed(_hospital.Time.Now, ClosureReason.Works));
        await _hospital.WithdrawTogetherAsync(Streams.OfPlace(bed), 3);

        Assert.Multiple(async () =>
        {
            Assert.That((await _hospital.HistoryAsync(ada)).Version, Is.EqualTo(2));
            Assert.That(await StandsAsync(bed, ada), Is.EqualTo((true, true)));
        });
    }

    private async Task<(Guid Bed, Guid Case)> ReservedAsync()
    {
        var (bed, ada) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        Assert.That(await _hospital.ReserveAsync(bed, ada), Is.InstanceOf<Outcome.Answered>());
        _hospital.Time.Pass(Duration.FromMinutes(5));
        return (bed, ada);
    }

    private async Task<(bool Bed, bool Case)> StandsAsync(Guid bed, Guid @case)
    {
        _hospital.Time.Pass(Duration.FromMinutes(5));
        return ((await _hospital.HistoryAsync(bed)).Stands(2), (await _hospital.HistoryAsync(@case)).Stands(2));
    }
}
