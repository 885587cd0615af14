using System.Globalization;

namespace CrmMigration.Benchmarks.Accuracy;

/// <summary>One figure: how many cases came out right, and of which kinds the others were.</summary>
internal sealed class Measure(string name)
{
    private readonly List<(string Kind, string Case)> misses = [];
    private int right;

    public void Add(bool isRight, string kind, string value)
    {
        if (isRight)
        {
            right++;
        }
        else
        {
            misses.Add((kind, value));
        }
    }

    /// <param name="showValues">Also the cases themselves, which may be personal.</param>
    public void Print(TextWriter output, bool showValues)
    {
        var total = right + misses.Count;
        if (total == 0)
        {
            return;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-44} {right,6} of {total,6}  {100.0 * right / total,6:0.0} %"));
        foreach (var kind in misses.GroupBy(miss => miss.Kind).OrderByDescending(kind => kind.Count()).ThenBy(kind => kind.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"    {kind.Count(),4}  {kind.Key}");
            foreach (var miss in kind.Where(_ => showValues))
            {
                output.WriteLine($"            {miss.Case}");
            }
        }
    }
}
