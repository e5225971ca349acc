using WorkBridge.Email;

namespace WorkBridge.Tests.Simulation;

/// <summary>The way out for mail of a simulation: keeps which mails left, as often as they did.</summary>
public sealed class Letterbox : IMailTransport
{
    private List<string> ids = [];

    public IMailBatch Begin() => new Batch(this);

    /// <summary>Message-IDs of what left since the last time.</summary>
    public List<string> Empty()
    {
        var left = ids;
        ids = [];
        return left;
    }

    private sealed class Batch(Letterbox box) : IMailBatch
    {
        public Task<Delivery> SendAsync(Letter letter, CancellationToken ct)
        {
            box.ids.Add(letter.MessageId);
            return Task.FromResult(Delivery.Done);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
