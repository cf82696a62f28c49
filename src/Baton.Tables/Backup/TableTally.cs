namespace Baton.Tables.Backup;

/// <summary>How many rows there are and, as one number, which: the sum of their digests, whatever their order.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Sum">The sum of their digests modulo 2^128, in hexadecimal digits.</param>
public sealed record TableTally(long Rows, string Sum)
{
    /// <summary>Of no rows.</summary>
    public static TableTally None { get; } = new(0, new string('0', 32));
}
