using Discharge.Domain.Deciding;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>Where the person is, as what was said last of it has it. What followed from another fact says nothing of that.</summary>
internal static class Whereabouts
{
    /// <summary>Whether a fact says where the person is.</summary>
    public static bool AreSaidBy(Fact fact) =>
        fact is AdmittedToRehabilitationBed or HomeAccessVisitStarted or HomeAccessVisitConcluded or ReturnedToRehabilitationBed or RehabilitationBedLeft { Follows: false } or MovedIntoCareHome;

    /// <summary>Where they are by what was said.</summary>
    public static RehabilitationPhase After(RehabilitationEvent move) => move switch
    {
        HomeAccessVisitStarted => RehabilitationPhase.OnHomeAccessVisit,
        MovedIntoCareHome => RehabilitationPhase.InCareHome,
        HomeAccessVisitConcluded { KeepsTheBed: true } => RehabilitationPhase.AtHomeWithBedHeld,
        _ => Leaving.By(move)?.For switch
        {
            null => RehabilitationPhase.InBed,
            LeavingFor.Home or LeavingFor.OwnDecision => RehabilitationPhase.AtHome,
            LeavingFor.Hospital => RehabilitationPhase.InHospital,
            LeavingFor.Died => RehabilitationPhase.Died,
            _ => RehabilitationPhase.MovedOn,
        },
    };

    /// <summary>Whether a rehabilitation bed is theirs there: they are in it, or it is held for them.</summary>
    public static bool IsWithABed(this RehabilitationPhase there) => there is RehabilitationPhase.InBed or RehabilitationPhase.OnHomeAccessVisit or RehabilitationPhase.AtHomeWithBedHeld;

    /// <summary>What is on record since the stay began that the person is in, or was in last. A move from one bed into another goes on with the same stay.</summary>
    public static IEnumerable<Entry> OfLastStay(RehabilitationCase rehabilitation)
    {
        var (began, hasBed) = (0, false);
        foreach (var (index, entry) in rehabilitation.Facts.Entries.Index().Where(entry => AreSaidBy(entry.Item.Fact)))
        {
            began = entry.Fact is AdmittedToRehabilitationBed && !hasBed ? index : began;
            hasBed = After((RehabilitationEvent)entry.Fact).IsWithABed();
        }

        return rehabilitation.Facts.Entries.Skip(began);
    }
}
