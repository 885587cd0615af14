using CrmMigration.Http.Problems;
using CrmMigration.Http.Shapes;
using CrmMigration.Runs;

namespace CrmMigration.Http.Input;

/// <summary>What a call that starts a migration asks for, read and checked.</summary>
internal sealed record StartOrder(string Plan, StartMode Mode, RunOptions Options)
{
    private static readonly string[] Known = ["plan", "mode", "sample", "rehearsed", "allowDrift", "confirmDeletes", "deep", "repair", "acceptRejects", "acceptReviews", "acceptEdits", "dropSlots"];

    private static readonly (string Field, string What)[] Acceptable = [("acceptRejects", "rejects"), ("acceptReviews", "reviews"), ("acceptEdits", "edits")];

    /// <exception cref="RefusedException">A field is wrong, or does not go with the mode.</exception>
    public static async Task<StartOrder> Read(HttpCall call)
    {
        var body = await JsonBody.Read(call, Known);
        var (plan, mode) = (body.Text("plan"), ModeOf(body.Text("mode")));
        Refuse(body, "sample", mode == StartMode.Rehearsal, "rehearsal as the mode");
        Refuse(body, "rehearsed", mode == StartMode.Full, "full as the mode");
        Refuse(body, "allowDrift", body.Has("rehearsed"), "the field rehearsed beside it");
        Refuse(body, "confirmDeletes", mode is StartMode.Incremental or StartMode.Cutover || body.Has("repair"), "incremental or cutover as the mode, or the field repair beside it");
        Refuse(body, "deep", mode == StartMode.Verify, "verify as the mode");
        Refuse(body, "repair", mode == StartMode.Verify, "verify as the mode");
        foreach (var field in Acceptable.Select(accept => accept.Field).Append("dropSlots"))
        {
            Refuse(body, field, mode == StartMode.Cutover, "cutover as the mode");
        }

        return new(plan, mode, new()
        {
            Mode = Enum.Parse<RunMode>(mode.ToString()),
            ConfirmsDeletes = body.Flag("confirmDeletes"),
            Accepts = [.. Acceptable.Where(accept => body.Flag(accept.Field)).Select(accept => accept.What)],
            DropsSlots = body.Flag("dropSlots"),
            Deep = body.Flag("deep"),
            Repairs = body.Flag("repair"),
            SamplePercent = body.OptionalPercent("sample"),
            Rehearsed = body.OptionalText("rehearsed"),
            AllowDrift = body.Flag("allowDrift"),
            IdempotencyKey = IdempotencyKey.Of(call),
        });
    }

    private static StartMode ModeOf(string name) => name switch
    {
        "full" => StartMode.Full,
        "rehearsal" => StartMode.Rehearsal,
        "incremental" => StartMode.Incremental,
        "verify" => StartMode.Verify,
        "cutover" => StartMode.Cutover,
        _ => throw new RefusedException(Problem.WrongField("mode", $"is '{Problem.Shortened(name)}'", "full, rehearsal, incremental, verify or cutover")),
    };

    private static void Refuse(JsonBody body, string field, bool isInPlace, string expected)
    {
        if (body.Has(field) && !isInPlace)
        {
            throw new RefusedException(Problem.WrongField(field, "says nothing here", expected));
        }
    }
}
