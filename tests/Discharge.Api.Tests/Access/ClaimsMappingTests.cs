using System.Security.Claims;
using Discharge.Api.Access;
using Microsoft.Extensions.Configuration;

namespace Discharge.Api.Tests.Access;

/// <summary>What the claims of different issuers come to.</summary>
public sealed class ClaimsMappingTests
{
    private static readonly IClaimsMapping Cis2 = Mapping(
        ("Access:Claims", "cis2"), ("Access:Roles:0:Code", "R8001"), ("Access:Roles:0:Role", "ward-staff"), ("Access:Roles:1:Code", "S0010:G0020:R8003"), ("Access:Roles:1:Role", "discharge-coordinator"));

    private static readonly string Nurse = Role("111", "S8000:G8000:R8001", "RXX01");
    private static readonly string Coordinator = Role("222", "S0010:G0020:R8003", "QMJ01");

    [Test]
    public void Of_the_many_roles_in_CIS2_the_one_that_was_selected_counts_at_its_organisation() => Assert.Multiple(() =>
    {
        Assert.That(Mapped("111", Nurse, Coordinator), Is.EqualTo(("555", "ward-staff", "RXX01")));
        Assert.That(Mapped("222", Nurse, Coordinator), Is.EqualTo(("555", "discharge-coordinator", "QMJ01")));
    });

    [Test]
    public void A_selected_role_that_is_not_among_theirs_counts_for_nothing() => Assert.That(Mapped("333", Nurse, Coordinator), Is.Null);

    [Test]
    public void Where_no_role_was_selected_nobody_selects_one_for_them() => Assert.That(Cis2.Map(Issued(("nhsid_useruid", "555"), ("nhsid_nrbac_roles", Nurse))), Is.Null);

    [Test]
    public void A_selected_role_that_stands_there_twice_is_a_choice_nobody_has_made() => Assert.That(Mapped("111", Nurse, Role("111", "S8000:G8000:R8001", "RYY01")), Is.Null);

    [Test]
    public void A_role_code_that_the_configuration_does_not_name_is_no_role() => Assert.That(Mapped("444", Role("444", "S8000:G8000:R9999", "RXX01")), Is.Null);

    [TestCase("[]")]
    [TestCase("words")]
    [TestCase("{\"person_roleid\":111}")]
    [TestCase("{\"person_roleid\":\"111\",\"role_code\":\"R8001\"}")]
    public void A_role_that_is_not_written_as_one_is_none(string role) => Assert.That(Mapped("111", role), Is.Null);

    [Test]
    public void Our_own_claims_in_a_token_of_CIS2_say_nothing() =>
        Assert.That(Cis2.Map(Issued(("sub", "555"), ("role", "hub-lead"), ("organisation", "QMJ01"), ("nhsid_useruid", "555"))), Is.Null);

    [Test]
    public void Another_issuers_claims_are_read_under_their_own_names()
    {
        var mapping = Mapping(
            ("Access:SubjectClaim", "oid"), ("Access:RoleClaim", "roles"), ("Access:OrganisationClaim", "org"), ("Access:Roles:0:Code", "Discharge.Lead"), ("Access:Roles:0:Role", "hub-lead"));
        Assert.That(Said(mapping.Map(Issued(("oid", "9"), ("roles", "Discharge.Lead"), ("org", "QMJ01"), ("role", "auditor")))), Is.EqualTo(("9", "hub-lead", "QMJ01")));
        Assert.That(mapping.Map(Issued(("oid", "9"), ("roles", "hub-lead"), ("org", "QMJ01"))), Is.Null, "Only what the configuration names is a role.");
        Assert.That(mapping.Map(Issued(("oid", "9"), ("roles", "Discharge.Lead"), ("roles", "Discharge.Lead"), ("org", "QMJ01"))), Is.Null);
    }

    [TestCase("Access:Claims=saml", "saml")]
    [TestCase("Access:Claims=cis2", "Access:Roles")]
    [TestCase("Access:Roles:0:Code=R1", "Access:Roles:0")]
    [TestCase("Access:Roles:0:Role=hub-lead", "Access:Roles:0")]
    [TestCase("Access:Roles:0:Code=R1;Access:Roles:0:Role=superuser", "Access:Roles:0")]
    [TestCase("Access:Roles:0:Code=R1;Access:Roles:0:Role=hub-lead;Access:Roles:1:Code=R1;Access:Roles:1:Role=auditor", "Access:Roles:1")]
    public void A_mapping_that_cannot_be_meant_keeps_the_service_from_starting(string configured, string named) => Assert.That(
        () => Mapping([.. configured.Split(';').Select(pair => (pair.Split('=')[0], pair.Split('=')[1]))]),
        Throws.TypeOf<AccessNotConfiguredException>().With.Message.Contains(named));

    private static (string, string, string)? Mapped(string selected, params string[] roles) =>
        Said(Cis2.Map(Issued([("nhsid_useruid", "555"), ("selected_roleid", selected), .. roles.Select(role => ("nhsid_nrbac_roles", role))])));

    private static (string, string, string)? Said(ClaimsIdentity? identity) =>
        identity is null ? null : (identity.FindFirst("sub")!.Value, identity.FindFirst("role")!.Value, identity.FindFirst("organisation")!.Value);

    private static string Role(string id, string code, string organisation) => $$"""{"person_orgid":"1","person_roleid":"{{id}}","org_code":"{{organisation}}","role_name":"Somebody","role_code":"{{code}}"}""";

    private static ClaimsPrincipal Issued(params (string Type, string Value)[] claims) => new(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)), "issued"));

    private static IClaimsMapping Mapping(params (string Key, string Value)[] settings) =>
        ClaimsMappings.From(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build());
}
