using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using WorkBridge.Data;

namespace WorkBridge.Web.Start;

/// <summary>Keeps the keys of cookies and tokens in the database sealed under the key ring, so that a copy of the database alone signs nobody in.</summary>
internal sealed class SealedXml(KeyRing keys) : IXmlEncryptor
{
    internal const string Table = "DataProtectionKeys";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var bytes = keys.Seal(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)), Table, Guid.Empty);
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(bytes)), typeof(SealedXmlReader));
    }
}

/// <summary>Opens what <see cref="SealedXml"/> sealed; made by the framework, which hands it the services.</summary>
internal sealed class SealedXmlReader(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var bytes = services.GetRequiredService<KeyRing>().Unseal(Convert.FromBase64String(encryptedElement.Value), SealedXml.Table, Guid.Empty);
        return XElement.Parse(Encoding.UTF8.GetString(bytes));
    }
}
