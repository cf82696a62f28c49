using System.Text;
using System.Text.Json.Nodes;
using Baton.Bot.Composition;
using Baton.Bot.Tests.Docs;
using Microsoft.Extensions.Configuration;

namespace Baton.Bot.Tests.Deployment;

public sealed class KubernetesTests(DeploymentFiles files) : IClassFixture<DeploymentFiles>
{
    private static readonly string[] Paths = ["/healthz", "/readyz"];

    [Fact]
    public void Kubernetes_own_schemas_and_types_take_the_manifest() => Assert.Empty(DeploymentFiles.Problems(files.Ours, "kubernetes"));

    [Theory]
    [InlineData("replicas: 2\n  selector:", "must be integer", "replicas: two\n  selector:")]
    [InlineData("periodSeconds: 2", "does not exist in type", "periodSecond: 2")]
    public async Task A_mistake_in_the_manifest_is_found(string right, string said, string wrong)
    {
        using var copy = new CopiedFiles();
        copy.Change("manifests/kubernetes/baton.yaml", text => text.Replace("  selector:\n    matchLabels:\n      app: baton\n  strategy", "  replicas: 2\n  selector:\n    matchLabels:\n      app: baton\n  strategy", StringComparison.Ordinal).Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(DeploymentFiles.Problems(await DeploymentFiles.CheckAsync(copy.Root), "kubernetes"), p => p.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_container_is_kept_as_small_as_the_strictest_standard_asks()
    {
        Assert.Equal("restricted", (string?)Of("Namespace")["metadata"]!["labels"]!["pod-security.kubernetes.io/enforce"]);
        foreach (var pod in Pods())
        {
            Assert.True((bool)pod["securityContext"]!["runAsNonRoot"]!);
            Assert.Equal(ImageUser(), $"{pod["securityContext"]!["runAsUser"]}:{pod["securityContext"]!["runAsGroup"]}");
            Assert.Equal("RuntimeDefault", (string?)pod["securityContext"]!["seccompProfile"]!["type"]);
            Assert.False((bool)pod["automountServiceAccountToken"]!);
            foreach (var security in pod["containers"]!.AsArray().Select(c => c!["securityContext"]!))
            {
                Assert.True((bool)security["readOnlyRootFilesystem"]!);
                Assert.False((bool)security["allowPrivilegeEscalation"]!);
                Assert.Equal("ALL", (string?)Assert.Single(security["capabilities"]!["drop"]!.AsArray()));
            }
        }
    }

    [Fact]
    public void Ports_and_probes_are_those_of_the_image_and_of_the_api()
    {
        var container = Container();

        Assert.Equal(files.Instructions.Single(i => i.Keyword == "EXPOSE").Arguments, $"{container["ports"]![0]!["containerPort"]}");
        Assert.Equal($"{container["ports"]![0]!["containerPort"]}", $"{Of("NetworkPolicy")["spec"]!["ingress"]![0]!["ports"]![0]!["port"]}");
        Assert.Equal("/readyz", (string?)container["readinessProbe"]!["httpGet"]!["path"]);
        Assert.All(["startupProbe", "livenessProbe", "readinessProbe"], probe => Assert.Contains((string)container[probe]!["httpGet"]!["path"]!, Paths));
        Assert.All(Paths, path => Assert.Contains($"`GET {path}`", Documents.Read("docs/api.md"), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_environment_variable_is_a_configuration_key_that_there_is()
    {
        var variables = Pods().SelectMany(p => p["containers"]!.AsArray()).SelectMany(c => c!["env"]!.AsArray()).Select(e => (string)e!["name"]!).ToList();

        Assert.Contains("Store__Connection", variables);
        Assert.Empty(KnownKeys.Unknown(variables));
        Assert.Single(KnownKeys.Unknown(["Store__Conection"]));
    }

    [Theory]
    [InlineData("Deployment")]
    [InlineData("CronJob")]
    public void The_settings_in_it_are_settings_with_which_Baton_starts(string kind)
    {
        var settings = (string)Of("ConfigMap")["data"]!["appsettings.json"]!;
        var secrets = new Dictionary<string, string> { ["slack-bot-token"] = "xoxb-1-2-example", ["slack-signing-secret"] = new string('0', 32), ["api-key-crm"] = "0123456789abcdef" };
        var variables = PodOf(kind)["containers"]![0]!["env"]!.AsArray().ToDictionary(
            e => ((string)e!["name"]!).Replace("__", ":", StringComparison.Ordinal),
            e => (string?)e!["value"] ?? secrets[(string)e!["valueFrom"]!["secretKeyRef"]!["key"]!]);
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(settings));

        var (read, errors) = SettingsReader.Read(new ConfigurationBuilder().AddJsonStream(json).AddInMemoryCollection(variables!).Build());

        Assert.Empty(errors);
        Assert.False(read!.Store.IsFile);
    }

    [Fact]
    public void A_pod_that_goes_answers_until_the_ingress_knows_and_has_time_to_hand_over()
    {
        var sleep = (int)Container()["lifecycle"]!["preStop"]!["sleep"]!["seconds"]!;

        Assert.InRange(sleep, 5, (int)PodOf("Deployment")["terminationGracePeriodSeconds"]! - 20);
    }

    [Fact]
    public void Every_name_that_one_part_gives_another_is_there()
    {
        var scaler = Of("HorizontalPodAutoscaler")["spec"]!;
        Assert.Equal((2, 10), ((int)scaler["minReplicas"]!, (int)scaler["maxReplicas"]!));
        Assert.Equal((string?)Of("Deployment")["metadata"]!["name"], (string?)scaler["scaleTargetRef"]!["name"]);
        Assert.All(Pods(), pod => Assert.Equal((string?)Of("ServiceAccount")["metadata"]!["name"], (string?)pod["serviceAccountName"]));
        Assert.All(Pods(), pod => Assert.Empty(pod["containers"]!.AsArray().SelectMany(c => c!["volumeMounts"]!.AsArray()).Select(m => (string)m!["name"]!).Except(pod["volumes"]!.AsArray().Select(v => (string)v!["name"]!))));
        Assert.Single(Pods().SelectMany(p => p["containers"]!.AsArray()).Select(c => (string)c!["image"]!).Distinct());
        Assert.All(files.Documents.Where(d => (string?)d["kind"] != "Namespace"), d => Assert.Equal("baton", (string?)d["metadata"]!["namespace"]));
    }

    private string ImageUser() => files.Instructions.Last(i => i.Keyword == "USER").Arguments;

    private JsonNode Of(string kind) => files.Documents.Single(d => (string?)d["kind"] == kind);

    private JsonNode Container() => PodOf("Deployment")["containers"]![0]!;

    private JsonNode[] Pods() => [PodOf("Deployment"), PodOf("CronJob")];

    private JsonNode PodOf(string kind) => (kind == "CronJob" ? Of(kind)["spec"]!["jobTemplate"]! : Of(kind))["spec"]!["template"]!["spec"]!;
}
