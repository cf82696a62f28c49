using System.Text.Json;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Handoffs;

/// <summary>
/// What a handoff is about: its lead, and the score. Hardly anything that happens changes them, and they are half of a snapshot: so a store keeps them
/// apart, gives them back as it has them, and they are read when somebody asks.
/// </summary>
public sealed class Origin : IEquatable<Origin>
{
    /// <summary>Nothing is known yet.</summary>
    internal static readonly Origin None = new(new OriginForm(null!, null!));

    // Each is made of the other when it is first asked for. Two who ask at once make the same.
    private OriginForm? form;
    private byte[]? json;

    private Origin(OriginForm form) => this.form = form;

    private Origin(byte[] json) => this.json = json;

    /// <summary>The lead, with what marketing fixed.</summary>
    /// <exception cref="JsonException">What the store gave cannot be read.</exception>
    public Lead Lead => Read().Lead;

    /// <summary>Its score.</summary>
    /// <exception cref="JsonException">What the store gave cannot be read.</exception>
    public ScoreCard Score => Read().Score;

    /// <summary>As JSON in UTF-8, not a copy: do not change it.</summary>
    public byte[] Json => json ??= HandoffJson.Write(Read(), HandoffJson.Stored.OriginForm);

    /// <summary>What a store has; nothing of it is read now.</summary>
    /// <param name="json">What <see cref="Json"/> gave.</param>
    public static Origin Of(byte[] json) => new(json);

    /// <summary>Whether lead and score are the same.</summary>
    public bool Equals(Origin? other) => ReferenceEquals(this, other) || (other is not null && Read() == other.Read());

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Origin);

    /// <inheritdoc />
    public override int GetHashCode() => Read().GetHashCode();

    internal Origin With(Lead lead) => new(Read() with { Lead = lead });

    internal Origin With(ScoreCard score) => new(Read() with { Score = score });

    private OriginForm Read() => form ??= UsualOrigin.Read(json) ?? JsonSerializer.Deserialize(json, HandoffJson.Stored.OriginForm) ?? throw new JsonException("A JSON null stands where lead and score should be.");
}

/// <summary>How an <see cref="Origin"/> is stored.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Score">Its score.</param>
public sealed record OriginForm(Lead Lead, ScoreCard Score);
