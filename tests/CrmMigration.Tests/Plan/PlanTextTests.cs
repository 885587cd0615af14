using CrmMigration.Plan;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class PlanTextTests
{
    [Theory]
    [InlineData("", 1, "column 1:")]
    [InlineData("{\n  \"plan\": \"a\"\n  \"b\": 1 }", 3, "column 3:")]
    [InlineData("{\n  \"straße\": x }", 2, "column 13:")]
    [InlineData("{ \"plan\": \"a\" } more", 1, "column 17:")]
    [InlineData("{ \"plan\": \"\\ud800\" }", 1, "half of a character")]
    [InlineData("{", 1, "column 2:")]
    public void Text_that_is_no_JSON_is_told_with_line_and_column(string json, int line, string found)
    {
        var mistake = Assert.Single(Assert.Throws<InvalidPlanException>(() => PlanReader.Read(json)).Mistakes);

        Assert.Equal(line, mistake.Line);
        Assert.Contains(found, mistake.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "a list stands here")]
    [InlineData("\"plan\"", "\"plan\" stands here")]
    public void JSON_that_is_no_object_is_told(string json, string found)
    {
        var mistake = Assert.Single(Assert.Throws<InvalidPlanException>(() => PlanReader.Read(json)).Mistakes);

        Assert.Equal(("$", found), (mistake.Path, mistake.Found));
    }

    [Fact]
    public void A_path_through_an_odd_name_quotes_it()
    {
        var json = PlanJson.With("").Replace("\"people\": {", "\"odd.name\": { \"x\": 1,", StringComparison.Ordinal);

        var mistake = Assert.Single(Assert.Throws<InvalidPlanException>(() => PlanReader.Read(json)).Mistakes);

        Assert.Equal("$.entities['odd.name'].x", mistake.Path);
    }

    [Fact]
    public void A_message_says_path_line_what_is_there_what_was_expected_and_the_fix()
    {
        var json = PlanJson.With("\"matchKeyLimit\": 1");

        var failure = Assert.Throws<InvalidPlanException>(() => PlanReader.Read(json));

        Assert.Equal(
            "$.entities.people.matchKeyLimit (line 7): 1 stands here; expected a whole number of at least 2. "
            + "Write how many rows may share a match key; leave it out for 50.",
            failure.Message);
    }

    [Fact]
    public void A_missing_file_is_told_with_its_full_path()
    {
        var failure = Assert.Throws<InvalidSettingException>(() => PlanReader.ReadFile("no/such/plan.json"));

        Assert.Contains($"There is no plan file 'no/such/plan.json' (looked for {Path.GetFullPath("no/such/plan.json")})", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_is_no_plan()
    {
        var failure = Assert.Throws<InvalidSettingException>(() => PlanReader.ReadFile(Path.GetTempPath()));

        Assert.Contains("cannot be read: it is a directory", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, [(byte)'"', 0xE9, (byte)'"'], TestContext.Current.CancellationToken);

        var failure = Assert.Throws<InvalidSettingException>(() => PlanReader.ReadFile(path));

        File.Delete(path);
        Assert.Contains("is not UTF-8 text. Save it as UTF-8.", failure.Message, StringComparison.Ordinal);
    }
}
