using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;

namespace Discharge.Persistence.DischargeCases;

/// <summary>How the person and those who care for them are involved, and what is to be known about them. Nothing restricted is in it.</summary>
public sealed record InvolvementView
{
    /// <summary>How the duty to involve stands.</summary>
    public required InvolvementDuty Duty { get; init; }

    /// <summary>Each time somebody was involved, with what they said they want.</summary>
    public required IReadOnlyList<PartyInvolved> Involved { get; init; }

    /// <summary>Objections, each with how it was settled, where it was.</summary>
    public required IReadOnlyList<Objection> Objections { get; init; }

    /// <summary>What they were informed about.</summary>
    public required IReadOnlyList<InformationGiven> Information { get; init; }

    /// <summary>The choices offered, and the answers.</summary>
    public required IReadOnlyList<ChoiceOffered> Choices { get; init; }

    /// <summary>What was last said to each thing that consent was asked for.</summary>
    public required IReadOnlyList<ConsentAnswered> Consents { get; init; }

    /// <summary>What was last found of capacity to make each decision.</summary>
    public required IReadOnlyList<CapacityAssessed> Capacity { get; init; }

    /// <summary>Decisions made in the person's best interests.</summary>
    public required IReadOnlyList<BestInterestsDecided> BestInterests { get; init; }

    /// <summary>Advocates instructed, without those that only few may know of.</summary>
    public required IReadOnlyList<AdvocateInstructed> Advocates { get; init; }

    /// <summary>Attorneys and deputies.</summary>
    public required IReadOnlyList<AttorneyRecorded> Attorneys { get; init; }

    /// <summary>What the next of kin was told.</summary>
    public required IReadOnlyList<NextOfKinTold> NextOfKin { get; init; }

    /// <summary>The carers, each with their own offers and outcomes.</summary>
    public required IReadOnlyList<Carer> Carers { get; init; }

    /// <summary>How to communicate with the person, as last recorded.</summary>
    public CommunicationNeedsRecorded? Communication { get; init; }

    /// <summary>Whom to talk to.</summary>
    public required IReadOnlyList<ContactNamed> Contacts { get; init; }

    /// <summary>In which way the person has no home to go to, as last recorded.</summary>
    public Homelessness? Homelessness { get; init; }

    /// <summary>Whether the person has recourse to public funds, as last recorded.</summary>
    public PublicFunds? PublicFunds { get; init; }

    /// <summary>The GP practice last recorded.</summary>
    public OdsCode? GpPractice { get; init; }

    /// <summary>The view of a case.</summary>
    public static InvolvementView Of(DischargeCase discharge) => new()
    {
        Duty = InvolvementDuty.Of(discharge),
        Involved = All<PartyInvolved>(discharge),
        Objections = Objection.Of(discharge),
        Information = All<InformationGiven>(discharge),
        Choices = All<ChoiceOffered>(discharge),
        Consents = [.. discharge.Facts.All<ConsentAnswered>().GroupBy(consent => consent.To).Select(answers => answers.Last())],
        Capacity = [.. discharge.Facts.All<CapacityAssessed>().GroupBy(assessed => assessed.For).Select(found => found.Last())],
        BestInterests = All<BestInterestsDecided>(discharge),
        Advocates = [.. discharge.Facts.All<AdvocateInstructed>().Where(instructed => SensitiveFacts.ClassOf(instructed) is null)],
        Attorneys = All<AttorneyRecorded>(discharge),
        NextOfKin = All<NextOfKinTold>(discharge),
        Carers = Domain.DischargeCases.Carers.Of(discharge),
        Communication = discharge.Facts.Last<CommunicationNeedsRecorded>(),
        Contacts = All<ContactNamed>(discharge),
        Homelessness = discharge.Facts.Last<HomelessnessRecorded>()?.Situation,
        PublicFunds = discharge.Facts.Last<PublicFundsRecorded>()?.Standing,
        GpPractice = discharge.Facts.Last<GpPracticeRecorded>()?.Practice,
    };

    private static IReadOnlyList<T> All<T>(DischargeCase discharge)
        where T : DischargeCaseEvent => [.. discharge.Facts.All<T>()];
}
