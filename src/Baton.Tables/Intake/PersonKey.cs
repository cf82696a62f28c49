using System.Security.Cryptography;
using System.Text;
using Baton.Handoffs.Leads;

namespace Baton.Tables;

/// <summary>
/// What stands for an address in keys: its SHA-256, so that the index can tell whether it knows somebody and does not say whom. Whoever guesses an
/// address can check the guess; nobody can read one out.
/// </summary>
internal static class PersonKey
{
    /// <summary>64 hexadecimal digits.</summary>
    public static string Of(EmailAddress email) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.Value)));
}
