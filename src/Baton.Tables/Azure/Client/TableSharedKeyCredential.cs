using System.Security.Cryptography;
using System.Text;

namespace Baton.Tables.Azure.Client;

/// <summary>An account's name and key, and what is signed with them.</summary>
public sealed class TableSharedKeyCredential
{
    private readonly byte[] key;

    /// <summary>Takes an account's key.</summary>
    /// <param name="accountName">The account.</param>
    /// <param name="accountKey">One of its keys, base64; <see cref="ArgumentException"/> when it is not, without a word of it.</param>
    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        AccountName = accountName;
        try
        {
            key = Convert.FromBase64String(accountKey);
        }
        catch (FormatException)
        {
            throw new ArgumentException("The account key is not base64; copy it again, whole.", nameof(accountKey));
        }
    }

    /// <summary>The account.</summary>
    public string AccountName { get; }

    /// <summary>The value of an <c>Authorization</c> header after its scheme: account, colon, signature.</summary>
    /// <param name="stringToSign">What is signed, see <see cref="SharedKeyLitePolicy"/>.</param>
    public string Sign(string stringToSign) => $"{AccountName}:{Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign)))}";
}
