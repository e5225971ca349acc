using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace WorkBridge.Matching;

/// <summary>Where a person lives, as far as matching knows: many share one.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PersonPlace(string Commune, string Province, GeoPoint? Point)
{
    /// <summary>Takes the place off the front of what <see cref="Write"/> made.</summary>
    public static PersonPlace Read(ref Span<byte> from)
    {
        var commune = Text(ref from);
        var province = Text(ref from);
        GeoPoint? point = from[0] == 0 ? null : new GeoPoint(BinaryPrimitives.ReadDoubleLittleEndian(from[1..]), BinaryPrimitives.ReadDoubleLittleEndian(from[9..]));
        from = from[(point is null ? 1 : 17)..];
        return new PersonPlace(commune, province, point);
    }

    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        foreach (var code in new[] { Commune, Province })
        {
            var text = Encoding.UTF8.GetBytes(code);
            writer.Write((ushort)text.Length);
            writer.Write(text);
        }
        writer.Write(Point is not null);
        if (Point is { } point)
        {
            writer.Write(point.Latitude);
            writer.Write(point.Longitude);
        }
        return bytes.ToArray();
    }

    // The same few codes stand with thousands of people.
    private static string Text(ref Span<byte> from)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(from);
        var text = length == 0 ? "" : Encoding.UTF8.GetString(from.Slice(2, length));
        from = from[(2 + length)..];
        return text;
    }
}
