using CrmMigration.Rehearse.Binding;
using Xunit;

namespace CrmMigration.Tests.Rehearse.Binding;

public class PlanChangesTests
{
    [Theory]
    [InlineData("""{ "a": 1, "b": [1, 2] }""", """{"b":[1,2],"a":1}""")]
    [InlineData("""{ "a": 1 }""", "{ \"a\": 1, // why\n }")]
    [InlineData("""{ "a": 1 }""", "\uFEFF{ \"a\": 1.0 }")]
    public void What_means_the_same_is_no_change(string before, string now) => Assert.Empty(PlanChanges.Between(before, now));

    [Theory]
    [InlineData("""{ "a": { "b": [{ "c": 1 }] } }""", """{ "a": { "b": [{ "c": 2 }] } }""", "The plan: a.b[0].c is another.")]
    [InlineData("""{ "a": 1, "b": 2 }""", """{ "a": 1 }""", "The plan: b is gone.")]
    [InlineData("""{ "a": {} }""", """{ "a": { "b": null } }""", "The plan: a.b is new.")]
    [InlineData("""{ "a": [1, 2, 3] }""", """{ "a": [2, 3] }""", "The plan: a has 2 elements; it had 3.")]
    [InlineData("""{ "a": [1] }""", """{ "a": "1" }""", "The plan: a is another.")]
    public void A_change_is_told_by_its_place(string before, string now, string sentence) => Assert.Equal([sentence], PlanChanges.Between(before, now));
}
