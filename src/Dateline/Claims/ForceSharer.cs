
namespace Dateline.Claims;

/// <summary>Gives a move of forces that names none the forces and the area of the move told before it in its sentence.</summary>
internal sealed class ForceSharer(ClaimMaker maker)
{
    /// <summary>"following a temporary withdrawal from the area": whose forces and which area the mention before it in the sentence says.</summary>
    public void Share(MentionDraft draft, IReadOnlyList<MentionDraft> before)
    {
        if (draft.Frame.Kind is not ("troop_deployment" or "troop_withdrawal") || draft.Frame.IsVerb || draft.Claims.Exists(c => c.Role is "actor"))
        {
            return;
        }

        var earlier = before.LastOrDefault(b => b.Frame.Kind is "troop_deployment" or "troop_withdrawal" && !ReferenceEquals(b, draft));
        foreach (var claim in earlier?.Claims.Where(c => c.Role is "actor" or "destination_place") ?? [])
        {
            var role = claim.Role is "actor" ? "actor" : "origin_place";
            if (claim.Role is "actor" || (draft.Frame.Kind is "troop_withdrawal" && draft.Slots["from"].Any(f => f.Place is null)))
            {
                draft.Add(maker.Make(role, claim.Value, draft.Status, "claims.shared with the mention before it", claim.Evidence));
            }
        }
    }
}
