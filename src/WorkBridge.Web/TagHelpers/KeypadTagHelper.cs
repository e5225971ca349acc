using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using WorkBridge.Kiosks;
using static WorkBridge.Web.TagHelpers.Markup;
using static WorkBridge.Web.Tongue;

namespace WorkBridge.Web.TagHelpers;

/// <summary>
/// A code typed on the kiosk with its own keys: <c>&lt;wb-keypad for="Input.Pin" label="Số PIN" keys="digits" length="4" secret="true" /&gt;</c>.
/// Keys: digits, or code (letters and digits that cannot be mistaken for one another). Without script a key sends the form, and the
/// page (KioskPage) gives it back with one more character; the unseen button before them is what Enter presses.
/// </summary>
[HtmlTargetElement("wb-keypad", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KeypadTagHelper : FormPart
{
    private const string Digits = "1234567890";

    /// <summary>Under this and the field's name a key is sent without script.</summary>
    public const string Sent = "_key:";

    public string Label { get; set; } = "";

    public string Keys { get; set; } = "digits";

    public int Length { get; set; } = 6;

    /// <summary>Room for capitals, which are wider than the digits a field's size counts, and for the dash of a code.</summary>
    private int Wide => Length + (Length / 2) + 2;

    /// <summary>Shows dots in place of what is typed, and never gives it back.</summary>
    public bool Secret { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Drawing.Require(Keys, "keys", "digits", "code");
        var digits = Keys == "digits";
        var keys = digits ? Digits : CheckedCode.Alphabet;
        var value = Secret && !ViewContext.HttpContext.Items.ContainsKey(Sent) ? null : Typed ?? For.Model as string;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "wbk-field" : "wbk-field is-wrong");
        output.Content.SetHtmlContent(Html($"""
            <label class="wbk-field__label" for="{Id}">{Label}</label>{(Hint is null ? None : Html($"""<p id="{HintId}" class="wbk-field__hint">{Hint}</p>"""))}{(Error is null ? None : Html($"""<p id="{ErrorId}" class="wbk-field__error">{Icon("alert-triangle", 36)}{Error}</p>"""))}
            <input class="wbk-field__input wb-num" id="{Id}" name="{Name}" type="{(Secret ? "password" : "text")}" inputmode="{(digits ? "numeric" : "text")}" size="{Wide}" autocomplete="off" autocapitalize="characters" spellcheck="false"{Attribute("value", value)}{Attribute("aria-describedby", DescribedBy(Hint))}{Attribute("aria-invalid", Error is null ? null : "true")}>
            <div class="wbk-keys wbk-keys--{Keys}" role="group" aria-label="{T("Bàn phím", "Keys")}" data-wb-keys="{Id}" data-length="{Length}" data-half="{(digits ? 0 : Length / 2)}"><button class="wbk-hidden" type="submit" tabindex="-1" aria-hidden="true"></button>{Join(keys.Select(Key))}<button class="wbk-key wbk-key--wide" type="submit" name="{Sent}{Name}" value="back" formnovalidate data-key="back">{Icon("backspace", 44)}{T("Xoá", "Delete")}</button></div>
            """));
    }

    private IHtmlContent Key(char key) => Html($"""<button class="wbk-key wb-num" type="submit" name="{Sent}{Name}" value="{key}" formnovalidate data-key="{key}">{key}</button>""");
}
