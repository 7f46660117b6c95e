using System.Text.Json;
using Dateline.Events.Across;
using Dateline.Knowledge;
using Dateline.Tests.Whole;

namespace Dateline.Tests.Events;

/// <summary>A telling that was kept is the telling that was read.</summary>
public sealed class ProfileJsonTests
{
    [Fact]
    public void EveryTellingOfTheSamplesComesBack()
    {
        foreach (var telling in Samples.Names.Select(name => (name, reading: Samples.Read(Samples.Text(name))))
            .SelectMany(s => new ProfileMaker(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder)).Make(s.name, s.reading.Article, s.reading.Sentences, s.reading.Annotations, s.reading.Events.Events)))
        {
            var back = ProfileJson.Read(ProfileJson.Write(telling));

            Assert.Equal(ProfileJson.Write(telling), ProfileJson.Write(back));
            Assert.Equivalent(telling, back, strict: true);
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{\"published\":\"yesterday\"}")]
    public void WhatIsNoneIsRefused(string json) => Assert.Throws<JsonException>(() => ProfileJson.Read(System.Text.Encoding.UTF8.GetBytes(json)));
}
