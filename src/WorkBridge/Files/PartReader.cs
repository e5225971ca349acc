using System.IO.Compression;
using System.Text;
using System.Xml;

namespace WorkBridge.Files;

/// <summary>Reads one XML part forward only: no document type, no entities, a bounded depth and a bounded number of names.</summary>
internal sealed class PartReader : IDisposable
{
    private const int Deepest = 64;
    private readonly XmlReader xml;
    private readonly UnpackedBudget budget;
    private readonly char[] chunk = new char[4096];

    public PartReader(ZipArchiveEntry part, UnpackedBudget budget)
    {
        this.budget = budget;
        budget.Announce(part.Length);
        xml = XmlReader.Create(new UnpackedStream(part.Open(), budget), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
            NameTable = new BoundedNames(),
        });
    }

    public string Name => xml.LocalName;

    public bool IsStart => xml.NodeType == XmlNodeType.Element;

    public bool IsEnd => xml.NodeType == XmlNodeType.EndElement;

    public bool IsEmpty => xml.IsEmptyElement;

    /// <summary>The next start or end of an element; false at the end of the part.</summary>
    public bool Next()
    {
        while (xml.Read())
        {
            Count();
            if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                return true;
        }

        return false;
    }

    /// <summary>An attribute by its name without prefix; null where there is none.</summary>
    public string? Attribute(string name)
    {
        if (xml.GetAttribute(name) is { } plain)
            return plain;
        string? found = null;
        for (var more = xml.MoveToFirstAttribute(); more && found is null; more = xml.MoveToNextAttribute())
            found = xml.LocalName == name ? xml.Value : null;
        xml.MoveToElement();
        return found;
    }

    /// <summary>Adds the text of the element the reader stands on and stops on its end.</summary>
    public void AppendText(StringBuilder text)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            Count();
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
                continue;
            int read;
            while ((read = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0)
            {
                if (text.Length + read > FileLimits.CellLength)
                    throw FileRefusals.TooMuchText();
                text.Append(chunk, 0, read);
            }
        }
    }

    public void Dispose() => xml.Dispose();

    private void Count()
    {
        if (xml.Depth > Deepest)
            throw FileRefusals.Bomb();
        if (xml.NodeType == XmlNodeType.Element)
            budget.TakeElement();
    }

    private sealed class BoundedNames : NameTable
    {
        private const int Most = 5_000;
        private int names;

        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

        private string Counted(string name) => ++names > Most ? throw FileRefusals.Bomb() : name;
    }
}
