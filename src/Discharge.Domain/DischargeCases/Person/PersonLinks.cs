using System.Collections.Immutable;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;

namespace Discharge.Domain.DischargeCases;

/// <summary>The other records of the same person, as the links and unlinks of a case leave them. What a case of the other record says counts as well, and is joined when it is read.</summary>
public static class PersonLinks
{
    /// <summary>One person has two open cases, under one record or under linked ones.</summary>
    public static readonly Departure TwoOpenCases = new(
        "discharge.two-open-cases", "This person has another open case, under this record or a linked one; nobody is in two stays at a time.", Owner.CareTransferHub);

    /// <summary>What is next then.</summary>
    public static readonly NextStep KeepOneCase = new(
        "keep-one-case", "Keep one of the two open cases of this person: in the other, record that they came back to hospital, close it, or withdraw its opening as recorded twice.", Owner.CareTransferHub);

    /// <summary>Somebody without an NHS number is described like somebody else without one who has an open case. Only a number makes two descriptions one person, so nobody is refused for it.</summary>
    public static readonly Departure MayBeOnePerson = new(
        "discharge.may-be-one-person",
        "Another open case is of somebody with the same hospital number, or the same name and date of birth, and neither has an NHS number: this may be one person.",
        Owner.CareTransferHub);

    /// <summary>What is next then.</summary>
    public static readonly NextStep LinkOrWithdraw = new(
        "link-or-withdraw",
        "Find out whether two open cases are of one person: link the two records, or withdraw the opening of one as recorded twice; and correct a description that is wrong.",
        Owner.CareTransferHub);

    /// <summary>The records this case says its person is linked with.</summary>
    public static ImmutableHashSet<PersonRef> Of(DischargeCase discharge) =>
        [.. LastSaid(discharge).Where(said => said.Value is PersonLinked).Select(said => said.Key)];

    /// <summary>What this case said last of each other record: a <see cref="PersonLinked"/> or a <see cref="PersonUnlinked"/>.</summary>
    public static ImmutableDictionary<PersonRef, DischargeCaseEvent> LastSaid(DischargeCase discharge) => discharge.Facts.All<DischargeCaseEvent>().Aggregate(
        ImmutableDictionary<PersonRef, DischargeCaseEvent>.Empty,
        (said, fact) => fact switch
        {
            PersonLinked linked => said.SetItem(linked.Other, linked),
            PersonUnlinked unlinked => said.SetItem(unlinked.Other, unlinked),
            _ => said,
        });
}
