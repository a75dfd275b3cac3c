using Discharge.Domain.Asked;
using Discharge.Domain.People;
using Discharge.Persistence.PersonalData;
using NodaTime;

namespace Discharge.Persistence.Asked;

/// <summary>One thing asked of an organisation, and nothing else of the case that asks it.</summary>
/// <param name="Case">The case that asks it.</param>
/// <param name="Entry">The entry that asks it.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="What">What is asked.</param>
/// <param name="Which">Which of the kind, in the word of the case: the service, the task, the kind of place; absent where there is one kind only.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="AskedBy">The organisation that asked.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Due">By when it is to be answered or done, where that was said.</param>
/// <param name="Until">When it will end by itself, while it is open.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Person">Whom it is for, while it is open; absent once it ended, and where their record was disposed of.</param>
public sealed record AskedView(
    Guid Case, long Entry, OdsCode Organisation, AskedFor What, string? Which, Instant AskedAt, OdsCode AskedBy, AskedStanding Status, Instant? Due, Instant? Until, Instant? EndedAt, AskedPerson? Person)
{
    /// <summary>Something that a case asks, as it is shown at a moment.</summary>
    /// <param name="case">The case.</param>
    /// <param name="asking">What it asks.</param>
    /// <param name="person">Who the person is, where that is known.</param>
    /// <param name="now">The moment.</param>
    public static AskedView Of(Guid @case, Asking asking, PersonDetails? person, Instant now)
    {
        var isOpen = asking.IsOpenAt(now);
        return new(
            @case,
            asking.Entry,
            asking.Organisation,
            asking.What,
            AskedRows.Spell(asking.Which),
            asking.At,
            asking.By,
            asking.StandsAt(now),
            asking.Due,
            isOpen ? asking.EndsAt : null,
            isOpen ? null : asking.EndsAt,
            isOpen && person is not null ? AskedPerson.Of(person) : null);
    }
}

/// <summary>Of somebody, what whoever comes to their door needs, and no more.</summary>
/// <param name="Name">The name.</param>
/// <param name="PreferredName">What they like to be called.</param>
/// <param name="DateOfBirth">The date of birth.</param>
/// <param name="Address">Where to go: where they are to be discharged to, or else where they usually live.</param>
/// <param name="Phone">How to reach them by telephone.</param>
public sealed record AskedPerson(string? Name, string? PreferredName, LocalDate? DateOfBirth, string? Address, string? Phone)
{
    /// <summary>That of somebody's details.</summary>
    internal static AskedPerson Of(PersonDetails details) => new(details.Name, details.PreferredName, details.DateOfBirth, details.DischargeAddress ?? details.Address, details.Phone);
}

/// <summary>What is asked of organisations, a page of it.</summary>
/// <param name="Requests">What is open first, and of each whoever has waited longest.</param>
/// <param name="Next">The place to go on after, where there is more.</param>
public sealed record AskedList(IReadOnlyList<AskedView> Requests, string? Next);
