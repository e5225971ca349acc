namespace WorkBridge;

/// <summary>What this installation is called and where it is reached; links in mails are made from nothing else.</summary>
public sealed class Site
{
    /// <summary>Absolute, without a slash at the end: "https://vieclam.example.vn".</summary>
    public string BaseUrl { get; set; } = "http://localhost:5080";

    /// <summary>The sender's name on mails.</summary>
    public string Name { get; set; } = "WorkBridge";

    /// <summary>The sender's address on mails.</summary>
    public string MailFrom { get; set; } = "workbridge@localhost.localdomain";

    /// <summary>True for a demonstration: invented people, a banner on every page, keys beside the data.</summary>
    public bool Demo { get; set; }

    public string Link(string path) => BaseUrl.TrimEnd('/') + path;
}
