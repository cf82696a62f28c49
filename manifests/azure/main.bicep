// Baton on Azure Container Apps, with its store in Azure Table Storage. docs/deploy.md goes through it step by step.
// No key of the storage account exists: one managed identity reads secrets, keeps tables and speaks to Teams.

targetScope = 'resourceGroup'

@description('Where everything runs.')
param location string = resourceGroup().location

@description('What names begin with: a lower case letter, then lower case letters and digits, at most 10 in all. What must be unique in the world gets 13 characters of the resource group behind it; the name of a vault may have 24.')
@minLength(3)
@maxLength(10)
param name string

@description('The image, built from the Dockerfile of this repository.')
param image string

@description('The login server of the Azure Container Registry that has the image, such as example.azurecr.io. The identity needs the role AcrPull there.')
param registry string

@description('The text of appsettings.json: people, pools, rules. Secrets do not belong into it.')
@secure()
param configuration string

@description('The key with which the CRM calls the API; at least 16 visible ASCII characters.')
@secure()
@minLength(16)
param apiKey string

@description('The token of the Slack app, xoxb-…; empty leaves Slack off.')
@secure()
param slackBotToken string = ''

@description('The signing secret of the Slack app; needed with its token.')
@secure()
param slackSigningSecret string = ''

@description('Whether to register a bot and its channel for Microsoft Teams.')
param teams bool = true

@description('Over how many parts wake-ups are spread; fixed once the store is made.')
@minValue(1)
@maxValue(100)
param shards int = 16

@description('The fewest replicas: two, so that one may go.')
@minValue(1)
@maxValue(10)
param minReplicas int = 2

@description('The most replicas.')
@minValue(1)
@maxValue(30)
param maxReplicas int = 10

@description('How many days logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 30

var port = 8080

// Built-in roles, by the ids that they have in every tenant.
var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

var usesSlack = !empty(slackBotToken)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: '${name}${uniqueString(resourceGroup().id)}'
  location: location
  kind: 'StorageV2'
  sku: {
    name: 'Standard_ZRS'
  }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    defaultToOAuthAuthentication: true
  }
}

resource keepsTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, identity.id, storageTableDataContributor)
  scope: storage
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageTableDataContributor)
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

resource configurationSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'configuration'
  properties: {
    value: configuration
  }
}

resource apiKeySecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'api-key'
  properties: {
    value: apiKey
  }
}

resource slackBotTokenSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (usesSlack) {
  parent: vault
  name: 'slack-bot-token'
  properties: {
    value: slackBotToken
  }
}

resource slackSigningSecretSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (usesSlack) {
  parent: vault
  name: 'slack-signing-secret'
  properties: {
    value: slackSigningSecret
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    retentionInDays: logDays
    sku: {
      name: 'PerGB2018'
    }
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

// References into the vault, resolved by the identity: no secret is in the app's own definition.
var vaultSecrets = concat([
  {
    name: 'configuration'
    keyVaultUrl: '${vault.properties.vaultUri}secrets/configuration'
    identity: identity.id
  }
  {
    name: 'api-key'
    keyVaultUrl: '${vault.properties.vaultUri}secrets/api-key'
    identity: identity.id
  }
], usesSlack ? [
  {
    name: 'slack-bot-token'
    keyVaultUrl: '${vault.properties.vaultUri}secrets/slack-bot-token'
    identity: identity.id
  }
  {
    name: 'slack-signing-secret'
    keyVaultUrl: '${vault.properties.vaultUri}secrets/slack-signing-secret'
    identity: identity.id
  }
] : [])

var variables = concat([
  {
    name: 'AZURE_CLIENT_ID'
    value: identity.properties.clientId
  }
  {
    name: 'Store__Connection'
    value: storage.properties.primaryEndpoints.table
  }
  {
    name: 'Store__Shards'
    value: string(shards)
  }
  {
    name: 'Api__Keys__crm'
    secretRef: 'api-key'
  }
], usesSlack ? [
  {
    name: 'Slack__BotToken'
    secretRef: 'slack-bot-token'
  }
  {
    name: 'Slack__SigningSecrets__0'
    secretRef: 'slack-signing-secret'
  }
] : [], teams ? [
  {
    name: 'Teams__AppId'
    value: identity.properties.clientId
  }
  {
    name: 'Teams__TenantId'
    value: tenant().tenantId
  }
  {
    name: 'Teams__ManagedIdentity'
    value: 'true'
  }
] : [])

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: environment.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'auto'
        allowInsecure: false
      }
      registries: [
        {
          server: registry
          identity: identity.id
        }
      ]
      secrets: vaultSecrets
    }
    template: {
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'baton'
          image: image
          args: [
            'serve'
          ]
          env: variables
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 2
              failureThreshold: 30
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 10
              timeoutSeconds: 5
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: port
              }
              periodSeconds: 5
              timeoutSeconds: 5
            }
          ]
          volumeMounts: [
            {
              volumeName: 'settings'
              mountPath: '/var/lib/baton'
            }
          ]
        }
      ]
      volumes: [
        {
          name: 'settings'
          storageType: 'Secret'
          secrets: [
            {
              secretRef: 'configuration'
              path: 'appsettings.json'
            }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            name: 'requests'
            http: {
              metadata: {
                concurrentRequests: '50'
              }
            }
          }
        ]
      }
    }
  }
  dependsOn: [
    keepsTables
    readsSecrets
    configurationSecret
    apiKeySecret
    slackBotTokenSecret
    slackSigningSecretSecret
  ]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = if (teams) {
  name: '${name}-bot-${uniqueString(resourceGroup().id)}'
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'S1'
  }
  properties: {
    displayName: 'Baton'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: tenant().tenantId
    disableLocalAuth: true
  }
}

resource teamsChannel 'Microsoft.BotService/botServices/channels@2022-09-15' = if (teams) {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      acceptedTerms: true
    }
  }
}

output address string = 'https://${app.properties.configuration.ingress.fqdn}'
output botId string = identity.properties.clientId
output account string = storage.name
