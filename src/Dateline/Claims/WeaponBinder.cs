
namespace Dateline.Claims;

/// <summary>Binds the class and the name of a weapon.</summary>
internal sealed class WeaponBinder(Codebook codebook, ClaimMaker maker)
{
    /// <summary>Binds the weapon a filler names, if any.</summary>
    public void Bind(MentionDraft draft, Filler filler, string rule)
    {
        if (filler.Weapon is not { } weapon)
        {
            return;
        }

        draft.Add(maker.Make("weapon_class", new WeaponClassValue(codebook.ClassFor(draft.Frame.Kind, weapon.Class), weapon.RangeClass), draft.Status, rule + "; " + weapon.Rule, weapon.Span));
        if (weapon.System is { } system)
        {
            draft.Add(maker.Make("weapon_name", new WeaponNameValue(weapon.SystemId, system), draft.Status, rule + "; " + weapon.Rule, weapon.Span));
        }
    }
}
