// Logs, traces and metrics in one workspace. Nothing is taken in without an Entra token. They go out by TLS to Azure Monitor's public door.

@description('Name of the workspace and of the Application Insights resource.')
param name string

@description('Region of both.')
param location string

@description('Tags of both.')
param tags { *: string }

@description('Name of the app identity, which names its role assignments before it exists.')
param appIdentityName string

@description('Object id of the app identity, which may send.')
param appPrincipalId string

@description('Days that logs are kept.')
param retentionDays int

var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: name
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    DisableLocalAuth: true
    IngestionMode: 'LogAnalytics'
    WorkspaceResourceId: workspace.id
  }
}

resource appRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, appIdentityName, monitoringMetricsPublisher)
  properties: {
    description: 'Monitoring Metrics Publisher'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
  }
}

@description('Resource id of the workspace, which alerts query.')
output workspaceId string = workspace.id

@description('Where the app sends; useless without a token of its identity.')
output connectionString string = insights.properties.ConnectionString
