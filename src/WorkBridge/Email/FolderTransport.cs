using WorkBridge.Data;

namespace WorkBridge.Email;

/// <summary>For a machine without a mail server: every mail becomes an .eml file under the data folder, and a page shows them.</summary>
public sealed class FolderTransport(Storage storage, Site site) : IMailTransport
{
    public IMailBatch Begin() => new Batch(storage.MailFolder, site);

    /// <summary>Removes the file of a mail, if it became one.</summary>
    public static void Remove(Storage storage, Guid mailId)
    {
        if (Directory.Exists(storage.MailFolder))
            File.Delete(Path.Combine(storage.MailFolder, $"{mailId:N}.eml"));
    }

    private sealed class Batch(string folder, Site site) : IMailBatch
    {
        public async Task<Delivery> SendAsync(Letter letter, CancellationToken ct)
        {
            PrivateFolder.Create(folder);
            var name = letter.MessageId.Split('@')[0] + ".eml";
            var beside = Path.Combine(folder, name + ".part");
            using var message = LetterText.Of(letter, site);
            await message.WriteToAsync(beside, ct);
            File.Move(beside, Path.Combine(folder, name), overwrite: true);
            return Delivery.Done;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
