using WorkBridge.Email;

namespace WorkBridge.Tests.Simulation;

/// <summary>The way out for mail of a simulation: keeps which mails left, to whom, as often as they did.</summary>
public sealed class Letterbox : IMailTransport
{
    private List<(Guid Id, string To)> left = [];

    public IMailBatch Begin() => new Batch(this);

    /// <summary>What left since the last time: the id in the Message-ID, and the address.</summary>
    public List<(Guid Id, string To)> Empty()
    {
        var all = left;
        left = [];
        return all;
    }

    private sealed class Batch(Letterbox box) : IMailBatch
    {
        public Task<Delivery> SendAsync(Letter letter, CancellationToken ct)
        {
            box.left.Add((Guid.ParseExact(letter.MessageId.Split('@')[0], "N"), letter.To));
            return Task.FromResult(Delivery.Done);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
