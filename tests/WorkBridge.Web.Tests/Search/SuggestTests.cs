using System.Net;
using System.Text.Json;
using WorkBridge.Web.Tests.Support;

namespace WorkBridge.Web.Tests.Search;

/// <summary>The list of trades or skills under a field.</summary>
public sealed class SuggestTests
{
    [Theory]
    [InlineData("trades", "tho han", "Thợ hàn")]
    [InlineData("trades", "thợ má", "Thợ máy")]
    [InlineData("trades", "Kế toá", "Kế toán")]
    [InlineData("skills", "han mig", "Hàn MIG")]
    [InlineData("skills", "dong ho van nang", "Đồng hồ vạn năng")]
    [InlineData("skills", "vắt sổ", "Máy vắt sổ")]
    public async Task What_is_typed_with_marks_or_without_finds_names(string what, string typed, string expected)
    {
        await using var host = await TestHost.StartAsync();
        using var officer = await host.Given.SignedIn(await host.Given.Officer());
        var names = await Ask(officer, what, typed);
        Assert.Contains(names, n => n.StartsWith(expected, StringComparison.OrdinalIgnoreCase));
        Assert.InRange(names.Count, 1, 7);
    }

    [Fact]
    public async Task What_was_typed_stands_in_no_address_and_no_log_and_nonsense_suggests_nothing()
    {
        await using var host = await TestHost.StartAsync();
        using var officer = await host.Given.SignedIn(await host.Given.Officer());
        Assert.Empty(await Ask(officer, "trades", "zqxwv kjhg"));
        Assert.Empty(await Ask(officer, "skills", ""));
        Assert.Empty(await Ask(officer, "skills", new string('a', 5000)));
        Assert.Empty(await Ask(officer, "trades", "\ud800 ﷽ 🙂"));
        Assert.DoesNotContain(officer.Been, path => path.Contains("zqxwv", StringComparison.Ordinal));
        lock (host.Log)
            Assert.DoesNotContain(host.Log, line => line.Contains("zqxwv", StringComparison.Ordinal));

        await officer.GoAsync("/Openings");
        await officer.PostAsync("/Suggest", [("what", "people"), ("typed", "Vũ"), ("__RequestVerificationToken", Token(officer))]);
        Assert.Equal(HttpStatusCode.BadRequest, officer.Status);
        await officer.GoAsync("/Suggest");
        Assert.Equal(HttpStatusCode.NotFound, officer.Status);
    }

    private static async Task<List<string>> Ask(Browser officer, string what, string typed)
    {
        await officer.GoAsync("/Openings");
        await officer.PostAsync("/Suggest", [("what", what), ("typed", typed), ("__RequestVerificationToken", Token(officer))]);
        Assert.Equal(HttpStatusCode.OK, officer.Status);
        return JsonSerializer.Deserialize<List<string>>(await officer.Answer.Content.ReadAsStringAsync())!;
    }

    private static string Token(Browser officer) => officer.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
