using Baton.Tables.Azure;
using Baton.Tables.Azure.Client;

namespace Baton.Tables.Tests.Azure;

public sealed class ConnectionTextTests
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "Azurite", "shared key")]
    [InlineData("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://localhost", "http://localhost:10002/devstoreaccount1", "Azurite", "shared key")]
    [InlineData("AccountName=baton;AccountKey=c2VjcmV0", "https://baton.table.core.windows.net/", "Azure Table Storage", "shared key")]
    [InlineData(" defaultendpointsprotocol=https ; accountname=baton ; ACCOUNTKEY=\"c2VjcmV0PT0=\" ; EndpointSuffix=core.chinacloudapi.cn ; ", "https://baton.table.core.chinacloudapi.cn/", "Azure Table Storage", "shared key")]
    [InlineData("BlobEndpoint=https://b.blob.core.windows.net/;TableEndpoint=https://b.table.core.windows.net/;SharedAccessSignature=sv=2020-12-06&ss=t&sig=c2VjcmV0%3D", "https://b.table.core.windows.net/", "Azure Table Storage", "shared access signature")]
    [InlineData("TableEndpoint='https://b.table.core.windows.net/?sv=2020-12-06&sig=c2VjcmV0%3D'", "https://b.table.core.windows.net/", "Azure Table Storage", "shared access signature")]
    [InlineData("https://baton.table.core.windows.net?sv=2020-12-06&sig=c2VjcmV0%3D", "https://baton.table.core.windows.net/", "Azure Table Storage", "shared access signature")]
    [InlineData("https://baton.table.core.windows.net", "https://baton.table.core.windows.net/", "Azure Table Storage", "Microsoft Entra (DefaultAzureCredential)")]
    [InlineData("https://baton.table.cosmos.azure.com:443/", "https://baton.table.cosmos.azure.com/", "Azure Cosmos DB for Table", "Microsoft Entra (DefaultAzureCredential)")]
    public void An_account_is_read(string text, string endpoint, string service, string access)
    {
        Assert.True(ConnectionText.IsMeant(text));
        Assert.True(ConnectionText.TryRead(text, out var connection, out var problem), problem);
        Assert.Equal((endpoint, service, access), (connection.Endpoint.AbsoluteUri, connection.Service, connection.Access));
    }

    [Theory]
    [InlineData("AccountName=baton;AccountKey=topsecret!", "not base64")]
    [InlineData("AccountName=baton", "needs AccountName and AccountKey")]
    [InlineData("AccountKey=topsecret", "AccountName or TableEndpoint")]
    [InlineData("AccountName=baton;AcountKey=topsecret", "a part that is none of")]
    [InlineData("AccountName=baton;topsecret", "a part that is none of")]
    [InlineData("AccountName=a;AccountName=b;AccountKey=topsecret", "twice")]
    [InlineData("AccountName=topsecret space;AccountKey=c2VjcmV0", "no address")]
    [InlineData("AccountName=a;AccountKey=c2VjcmV0;TableEndpoint=http://topsecret.example", "http://")]
    [InlineData("AccountName=a;AccountKey=c2VjcmV0;DefaultEndpointsProtocol=http", "http://")]
    [InlineData("AccountName=a;AccountKey=c2VjcmV0;TableEndpoint=https://a.blob.core.windows.net", "blobs")]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1", "no token")]
    [InlineData("https://user:topsecret@a.table.core.windows.net", "no address")]
    public void What_is_wrong_is_said_without_a_word_of_it(string text, string problem)
    {
        Assert.False(ConnectionText.TryRead(text, out _, out var said));
        Assert.Contains(problem, said, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_are_asked_for_the_service_that_they_are_for()
    {
        Assert.Equal("https://storage.azure.com/.default", TableAudience.ScopeOf(new Uri("https://a.table.core.windows.net")));
        Assert.Equal("https://cosmos.azure.com/.default", TableAudience.ScopeOf(new Uri("https://a.table.cosmos.azure.com")));
    }

    [Theory]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1/Tables", "/devstoreaccount1/devstoreaccount1/Tables")]
    [InlineData("https://baton.table.core.windows.net/rows(PartitionKey='it%27%27s%2050%25',RowKey='')?timeout=30", "/devstoreaccount1/rows(PartitionKey='it%27%27s%2050%25',RowKey='')")]
    [InlineData("https://baton.table.core.windows.net/?restype=service&comp=properties", "/devstoreaccount1/?comp=properties")]
    public void What_is_signed_is_the_path_as_it_is_sent(string address, string resource) =>
        Assert.Equal($"Fri, 20 Nov 2026 18:03:00 GMT\n{resource}", SharedKeyLitePolicy.StringToSign("Fri, 20 Nov 2026 18:03:00 GMT", "devstoreaccount1", new Uri(address)));
}
