using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Discharge.Domain.Deciding;

/// <summary>A list inside a fact. Two lists with the same members in the same order are the same, so that a repeated fact is recognised.</summary>
/// <typeparam name="T">What is listed.</typeparam>
[CollectionBuilder(typeof(Listed), nameof(Listed.Of))]
public sealed class Listed<T>(ImmutableArray<T> members) : IReadOnlyList<T>, IEquatable<Listed<T>>
{
    /// <inheritdoc/>
    public int Count => members.Length;

    /// <inheritdoc/>
    public T this[int index] => members[index];

    /// <inheritdoc/>
    public bool Equals(Listed<T>? other) => other is not null && members.SequenceEqual(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Listed<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => members.Aggregate(0, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)members).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The members, separated by commas.</summary>
    public override string ToString() => string.Join(", ", members);
}

/// <summary>Makes a <see cref="Listed{T}"/> from a collection expression.</summary>
public static class Listed
{
    /// <summary>A list of these members, in this order.</summary>
    public static Listed<T> Of<T>(ReadOnlySpan<T> members) => new([.. members]);
}
