using CrmMigration.Http.Books;
using CrmMigration.Http.Input;
using CrmMigration.Http.Problems;
using CrmMigration.Http.Shapes;
using CrmMigration.Rejects;

namespace CrmMigration.Http.Handlers;

/// <summary>Enters what is to become of rejected rows. Nothing happens to them before they are replayed.</summary>
internal sealed class FixRejects(HttpSurroundings surroundings)
{
    private const string OneOfThem = "one of set, acceptSuggestion, skip and reset";

    public async Task<HttpAnswer> Answer(RoutedCall call)
    {
        var body = await JsonBody.Read(call.Call, "rule", "entity", "key", "set", "acceptSuggestion", "skip", "reset");
        var (rule, fix) = (body.Text("rule"), FixOf(body));
        var found = await new RunSearch(surroundings).Find(call.Run, call.Cancellation);
        try
        {
            var rows = await surroundings.Engine.RejectsOf(found.Connection)
                .Fix(call.Run, new() { Rule = rule, Entity = body.OptionalText("entity"), Key = body.OptionalText("key") }, fix, call.Cancellation);
            return HttpAnswer.Json(200, new(call.Run, rows), Written.As.FixedRejects);
        }
        catch (InvalidSettingException invalid) when (fix is RejectFix.Set)
        {
            throw new RefusedException(Problem.UnusableFix(invalid.Message));
        }
    }

    private static RejectFix FixOf(JsonBody body)
    {
        List<RejectFix> said = [];
        if (body.Texts("set") is { Count: > 0 } values)
        {
            said.Add(new RejectFix.Set(values));
        }

        said.AddRange(body.Flag("acceptSuggestion") ? [new RejectFix.AcceptSuggestion()] : []);
        said.AddRange(body.Flag("skip") ? [new RejectFix.Skip()] : []);
        said.AddRange(body.Flag("reset") ? [new RejectFix.Reset()] : []);
        return said is [var one] ? one : throw new RefusedException(Problem.UnreadableBody($"{OneOfThem}; it has {said.Count} of them"));
    }
}
