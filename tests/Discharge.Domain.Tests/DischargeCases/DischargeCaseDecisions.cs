using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.Deciding;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>The decisions about a discharge case.</summary>
public abstract class DischargeCaseDecisions : Decisions<DischargeCase, DischargeCaseEvent>
{
    protected override DischargeCase StateOf(History history) => history.AsDischargeCase();
}
