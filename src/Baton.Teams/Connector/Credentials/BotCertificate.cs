using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Baton.Teams.Connector.Credentials;

/// <summary>Reads the certificate that proves who Baton is: PFX, or PEM with certificate and key in one file.</summary>
internal static class BotCertificate
{
    private const string Pem = "-----BEGIN ";

    /// <summary>Reads it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="CryptographicException">It is no certificate, has no private key, or the password is wrong.</exception>
    public static X509Certificate2 Load(TeamsOptions options)
    {
        var bytes = File.ReadAllBytes(options.CertificatePath);
        var certificate = bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Pem)) >= 0
            ? X509Certificate2.CreateFromPemFile(options.CertificatePath)
            : X509CertificateLoader.LoadPkcs12(bytes, options.CertificatePassword.Length == 0 ? null : options.CertificatePassword);
        return certificate.HasPrivateKey ? certificate : throw new CryptographicException("The file holds no private key.");
    }
}
