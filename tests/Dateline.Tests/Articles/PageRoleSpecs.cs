using Dateline.Evaluation.Pages;
using Xunit;

namespace Dateline.Tests.Articles;

/// <summary>The pages of Specs/Pages, written for this project in the manner of real outlets: what is not the story has its role.</summary>
public sealed class PageRoleSpecs
{
    private const double Floor = 0.95;
    private const double RoleFloor = 0.9;

    [Fact]
    public void RolesReachTheirFloor()
    {
        var score = RoleScore.Of(Repository.At("tests/Dateline.Tests/Specs/Pages"));

        Assert.True(score.Pages >= 60, $"{score.Pages} pages");
        Assert.True(score.Macro >= Floor, $"macro F1 {score.Macro:0.000}: " + string.Join(" | ", score.Misses));
        Assert.All(score.Roles, role => Assert.True(role.F1 >= RoleFloor, $"{role.Role} {role.F1:0.000}"));
    }
}
