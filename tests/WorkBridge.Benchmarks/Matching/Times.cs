using System.Diagnostics;
using System.Globalization;

namespace WorkBridge.Benchmarks.Matching;

/// <summary>How long something took, many times over.</summary>
public sealed class Times
{
    private readonly List<double> _milliseconds = [];

    public int Count => _milliseconds.Count;

    public T Take<T>(Func<T> what)
    {
        var start = Stopwatch.GetTimestamp();
        var result = what();
        Add(Stopwatch.GetElapsedTime(start));
        return result;
    }

    public void Add(TimeSpan time) => _milliseconds.Add(time.TotalMilliseconds);

    /// <summary>The time that a share of them stayed under, in milliseconds.</summary>
    public double At(double share)
    {
        var sorted = _milliseconds.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At(0.5):0.00} / {At(0.99):0.00}");
}
