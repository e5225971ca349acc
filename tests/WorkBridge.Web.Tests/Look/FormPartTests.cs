using System.Globalization;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using WorkBridge.Web.TagHelpers;

namespace WorkBridge.Web.Tests.Look;

public sealed class FormPartTests
{
    private readonly ModelStateDictionary state = new();
    private readonly EmptyModelMetadataProvider metadata = new();
    private readonly ViewContext view;

    public FormPartTests()
    {
        CultureInfo.CurrentUICulture = new CultureInfo("vi-VN");
        view = new ViewContext { HttpContext = new DefaultHttpContext(), ViewData = new ViewDataDictionary(metadata, state) };
    }

    [Fact]
    public async Task What_was_typed_comes_back_as_it_was_typed()
    {
        state.SetModelValue("Input.Pay", "bảy triệu rưỡi", "bảy triệu rưỡi");
        state.AddModelError("Input.Pay", "Nhập số triệu đồng, ví dụ 7,5.");

        var field = await Drawn(new FieldTagHelper { For = Bound<long?>("Input.Pay", 9_000_000), Label = "Lương", Type = "money" });

        var input = field.QuerySelector("input")!;
        Assert.Equal("bảy triệu rưỡi", input.GetAttribute("value"));
        Assert.Equal("Input_Pay", input.Id);
        Assert.Equal("Input_Pay-error", input.GetAttribute("aria-describedby"));
        Assert.EndsWith("Nhập số triệu đồng, ví dụ 7,5.", field.QuerySelector("#Input_Pay-error")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vi-VN", "7,5")]
    [InlineData("en-GB", "7.5")]
    public async Task Money_is_shown_in_millions_with_the_mark_of_the_language(string culture, string shown)
    {
        CultureInfo.CurrentUICulture = new CultureInfo(culture);

        var field = await Drawn(new FieldTagHelper { For = Bound<long?>("Input.Pay", 7_500_000), Label = "Lương", Type = "money" });

        Assert.Equal(shown, field.QuerySelector("input")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("password")]
    [InlineData("file")]
    public async Task A_password_or_a_file_never_comes_back(string type)
    {
        state.SetModelValue("Input.Secret", "mật khẩu đã gõ", "mật khẩu đã gõ");

        var field = await Drawn(new FieldTagHelper { For = Bound<string?>("Input.Secret", "cũ"), Label = "Mật khẩu", Type = type });

        Assert.Null(field.QuerySelector("input")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_somebody_typed_is_text_and_never_markup()
    {
        state.SetModelValue("Input.Need", "\n</textarea><script>", "\n</textarea><script>");

        var field = await Drawn(new FieldTagHelper { For = Bound<string?>("Input.Need", null), Label = "<b>", Hint = "\" onfocus=\"x", Type = "textarea" });

        Assert.Equal("\n</textarea><script>", field.QuerySelector("textarea")!.TextContent);
        Assert.Empty(field.QuerySelectorAll("script, b, [onfocus]"));
    }

    [Fact]
    public async Task Nothing_is_chosen_beforehand_and_what_was_chosen_stays()
    {
        ChoiceView[] answers = [new("yes", "Có"), new("no", "Không")];

        var fresh = await Drawn(new RadiosTagHelper { For = Bound<string?>("Input.Answer", null), Legend = "?", Items = answers });
        state.SetModelValue("Input.Answer", "no", "no");
        var again = await Drawn(new RadiosTagHelper { For = Bound<string?>("Input.Answer", null), Legend = "?", Items = answers });

        Assert.Empty(fresh.QuerySelectorAll("input[checked]"));
        Assert.Equal("no", Assert.Single(again.QuerySelectorAll("input[checked]")).GetAttribute("value"));
    }

    [Fact]
    public async Task The_summary_lists_errors_in_the_order_of_the_page_and_links_each_to_its_control()
    {
        state.AddModelError("", "Có người vừa sửa trang này");
        state.AddModelError("Input.Alpha", "Sửa ô thứ hai");
        state.AddModelError("Input.Zeta", "Sửa ô thứ nhất");
        var summary = await Written(new ErrorSummaryTagHelper());
        var fields = new[]
        {
            await Drawn(new FieldTagHelper { For = Bound<string?>("Input.Zeta", null), Label = "1" }),
            await Drawn(new RadiosTagHelper { For = Bound<string?>("Input.Alpha", null), Legend = "2", Items = [new("a", "A")] }),
        };

        var shown = Parse(summary());

        Assert.Equal("Còn 3 mục cần sửa", shown.QuerySelector("h2")!.TextContent);
        Assert.Equal(["Sửa ô thứ nhất", "Sửa ô thứ hai", "Có người vừa sửa trang này"], shown.QuerySelectorAll("li").Select(li => li.TextContent));
        var targets = shown.QuerySelectorAll("li a").Select(a => a.GetAttribute("href")![1..]).ToList();
        Assert.Equal(targets, fields.Select(field => field.QuerySelector("input")!.Id));
    }

    private ModelExpression Bound<T>(string name, T value) =>
        new(name, new ModelExplorer(metadata, metadata.GetMetadataForType(typeof(T)), value));

    private async Task<IElement> Drawn(LookTagHelper helper) => Parse((await Written(helper))());

    /// <summary>The markup, written out when asked for, as a page is.</summary>
    private async Task<Func<string>> Written(LookTagHelper helper)
    {
        helper.ViewContext = view;
        var context = new TagHelperContext([], new Dictionary<object, object>(), Guid.NewGuid().ToString());
        var output = new TagHelperOutput("wb", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Init(context);
        await helper.ProcessAsync(context, output);
        return () =>
        {
            using var writer = new StringWriter();
            output.WriteTo(writer, HtmlEncoder.Default);
            return writer.ToString();
        };
    }

    private static IElement Parse(string markup) => new HtmlParser().ParseDocument("<body>" + markup).Body!;
}
