using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace WorkBridge.Email;

/// <summary>
/// Builds a mail once and writes it twice: as plain text and as HTML that a phone shows without zooming. No picture, no
/// remote file, no tracking; what is put in is encoded. Written in the reader's language ("vi" unless "en" is asked for).
/// </summary>
public sealed class MailLayout(string language, Site site)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(
        UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.LatinExtendedA, UnicodeRanges.LatinExtendedB, UnicodeRanges.LatinExtendedAdditional);

    private readonly StringBuilder text = new();
    private readonly StringBuilder html = new();
    private string? unsubscribe;

    public bool English { get; } = language == "en";

    /// <summary>The culture in which dates and numbers are written.</summary>
    public CultureInfo Culture => CultureInfo.GetCultureInfo(English ? "en" : "vi-VN");

    public string Pick(string vi, string en) => English ? en : vi;

    public string Pick(Words words) => English ? words.En : words.Vi;

    /// <summary>A day as it is written in mails: "thứ Sáu 27/11/2026".</summary>
    public string Day(DateOnly day) => English
        ? day.ToString("dddd d MMMM yyyy", Culture)
        : $"{Weekdays[(int)day.DayOfWeek]} {day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}";

    /// <summary>An instant on the wall clock of Vietnam: "8:30 thứ Tư 25/11/2026".</summary>
    public string Moment(DateTime utc)
    {
        var local = Clock.Local(utc);
        return $"{local.ToString("H:mm", CultureInfo.InvariantCulture)} {Day(DateOnly.FromDateTime(local))}";
    }

    public MailLayout Paragraph(string vi, string en)
    {
        var words = Pick(vi, en);
        text.Append(words).Append("\n\n");
        html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 16px\">{Encoder.Encode(words)}</p>\n");
        return this;
    }

    /// <summary>One line of facts: a label and its value. A null or empty value writes nothing.</summary>
    public MailLayout Fact(string vi, string en, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return this;
        var label = Pick(vi, en);
        text.Append(label).Append(": ").Append(value).Append("\n\n");
        html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 8px\"><span style=\"color:#46595b\">{Encoder.Encode(label)}:</span> <strong>{Encoder.Encode(value)}</strong></p>\n");
        return this;
    }

    /// <summary>The one thing to press. In the text the address stands on a line of its own.</summary>
    public MailLayout Button(string vi, string en, string url)
    {
        var words = Pick(vi, en);
        text.Append(words).Append(":\n").Append(url).Append("\n\n");
        html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:24px 0\"><a href=\"{Encoder.Encode(url)}\" style=\"display:inline-block;padding:14px 22px;border-radius:6px;background:#0b5d57;color:#ffffff;text-decoration:none;font-weight:bold\">{Encoder.Encode(words)}</a></p>\n");
        return this;
    }

    public MailLayout Small(string vi, string en)
    {
        var words = Pick(vi, en);
        text.Append(words).Append("\n\n");
        html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 12px;font-size:15px;color:#46595b\">{Encoder.Encode(words)}</p>\n");
        return this;
    }

    /// <summary>How its reader stops mails of this list: a line at the end, and the header that mail programs make a button of.</summary>
    public MailLayout Leave(string url)
    {
        unsubscribe = url;
        var words = Pick("Không nhận thư này nữa", "Stop these mails");
        text.Append(words).Append(": ").Append(url).Append("\n\n");
        html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:24px 0 0;font-size:15px\"><a href=\"{Encoder.Encode(url)}\" style=\"color:#46595b\">{Encoder.Encode(words)}</a></p>\n");
        return this;
    }

    /// <summary>The finished mail.</summary>
    public MailContent Content(string subjectVi, string subjectEn) => new(
        OneLine(Pick(subjectVi, subjectEn)),
        $"{text}-- \n{site.Name}\n",
        $"""
        <!DOCTYPE html>
        <html lang="{(English ? "en" : "vi")}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encoder.Encode(OneLine(Pick(subjectVi, subjectEn)))}</title></head>
        <body style="margin:0;background:#f3f7f5">
        <div style="max-width:560px;margin:0 auto;padding:24px 20px;background:#ffffff;color:#14292b;font-family:'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;font-size:18px;line-height:1.5">
        {html}<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #c5d3ce;font-size:15px;color:#46595b">{Encoder.Encode(site.Name)}</p>
        </div>
        </body>
        </html>
        """)
    {
        Unsubscribe = unsubscribe,
    };

    private static readonly string[] Weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

    private static string OneLine(string subject) => string.Join(' ', subject.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
