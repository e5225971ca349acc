using System.Globalization;
using System.Text;
using QRCoder;

namespace WorkBridge.Web.Pages.MyAccount;

/// <summary>A QR code as one path of squares: no style attribute, so that the content policy lets it be drawn.</summary>
/// <param name="Size">Squares along one side, the quiet border included.</param>
/// <param name="Path">The dark squares.</param>
public sealed record QrPicture(int Size, string Path)
{
    public static QrPicture Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var row = 0; row < data.ModuleMatrix.Count; row++)
        {
            for (var column = 0; column < data.ModuleMatrix[row].Count; column++)
            {
                if (data.ModuleMatrix[row][column])
                    path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
            }
        }

        return new(data.ModuleMatrix.Count, path.ToString());
    }
}
