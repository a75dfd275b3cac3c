namespace Discharge.Domain.DischargeCases;

/// <summary>The professional role somebody reviewed, assessed, decided or visited in.</summary>
public enum StaffRole
{
    /// <summary>A consultant.</summary>
    Consultant,

    /// <summary>Another doctor.</summary>
    Doctor,

    /// <summary>A registered nurse.</summary>
    Nurse,

    /// <summary>An occupational therapist.</summary>
    OccupationalTherapist,

    /// <summary>A physiotherapist.</summary>
    Physiotherapist,

    /// <summary>A social worker.</summary>
    SocialWorker,

    /// <summary>An independent living assessor (also called independent living assistant).</summary>
    IndependentLivingAssessor,

    /// <summary>A discharge coordinator or case manager.</summary>
    DischargeCoordinator,

    /// <summary>A care worker.</summary>
    CareWorker,

    /// <summary>A volunteer of the voluntary sector.</summary>
    Volunteer,

    /// <summary>Whoever brought the equipment.</summary>
    DeliveryDriver,
}

/// <summary>What a role may stand for.</summary>
public static class StaffRoles
{
    /// <summary>Whether a review by this role is a medical one.</summary>
    public static bool IsADoctor(this StaffRole role) => role is StaffRole.Consultant or StaffRole.Doctor;

    /// <summary>Whether to be seen by this role is to be seen by somebody who assesses. A delivery driver's call is not (domain reading of A1).</summary>
    public static bool Assesses(this StaffRole role) => role is
        StaffRole.Consultant or StaffRole.Doctor or StaffRole.Nurse or StaffRole.OccupationalTherapist or StaffRole.Physiotherapist
        or StaffRole.SocialWorker or StaffRole.IndependentLivingAssessor;
}
