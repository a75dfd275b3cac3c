using Discharge.Persistence.PersonalData;
using NodaTime;

namespace Discharge.Persistence.Tests.PersonalData;

public sealed class PersonFieldsTests
{
    private static readonly PersonDetails Full = new("Ada Marlowe", "Addie", new LocalDate(1941, 6, 3), "9990079196", "H1", "14 Alder Court", "020 7946 0000", "woman", "Welsh", "With her son", "7");

    private static readonly PersonDetails Other = new("Bea Quint", "Bee", new LocalDate(1950, 2, 3), "9990079188", "H2", "2 Ash Row", "020 7946 0001", "man", "Irish", "With her aunt", "8");

    private static readonly PersonDetails Nothing = new(null, null, null, null, null, null);

    [Test]
    public void Everything_known_of_a_person_is_a_field() =>
        Assert.That(typeof(PersonDetails).GetProperties().Select(property => property.Name), Is.EquivalentTo(Enum.GetNames<PersonField>()));

    [Test]
    public void What_is_left_out_stays() => Assert.That(Full.PutRight(Nothing, []), Is.EqualTo(Full));

    [Test]
    public void What_is_given_stands_in_place_of_what_stood_before() => Assert.That(Full.PutRight(Other, []), Is.EqualTo(Other));

    [Test]
    public void One_field_not_known_after_all_is_gone_and_it_alone([Values] PersonField field)
    {
        var after = Full.PutRight(Nothing, [field]);
        Assert.That((after.Of(field), after.DifferingFrom(Full)), Is.EqualTo(((object?)null, new[] { field })));
    }
}
