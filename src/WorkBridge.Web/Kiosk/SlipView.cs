using Microsoft.AspNetCore.Html;
using QRCoder;
using WorkBridge.Communes;
using WorkBridge.Consents;

namespace WorkBridge.Web.Kiosk;

/// <summary>A slip as it is printed, at a screen or at an officer's desk.</summary>
public sealed record SlipView(Slip Slip, Commune Commune, string Back)
{
    /// <summary>The code alone as a picture to scan: no address, nothing about a person.</summary>
    public IHtmlContent Qr()
    {
        using var data = new QRCodeGenerator().CreateQrCode(Slip.PrintedCode, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return new HtmlString(code.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.WidthHeightAttribute));
    }
}
