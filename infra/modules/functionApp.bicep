// The app on Flex Consumption. FTP and basic credentials are off: the package is published with an Entra token only.

@export()
@description('How far the app scales.')
type Scale = {
  @description('Instances kept warm for orchestrations and activities; 0: none, the first step waits for a cold start.')
  @minValue(0)
  alwaysReadyDurable: int

  @description('Instances kept warm for HTTP; 0: none.')
  @minValue(0)
  alwaysReadyHttp: int

  @description('Most instances that scaling out may reach.')
  @minValue(1)
  @maxValue(1000)
  maximumInstances: int

  @description('Memory of an instance, in MB.')
  instanceMemoryMB: 512 | 2048 | 4096
}

@description('Name of the app, part of its address.')
param name string

@description('Region of the app.')
param location string

@description('Tags of the app and its plan.')
param tags { *: string }

@description('Resource id of the identity that the app runs as.')
param identityId string

@description('Container that holds the published package.')
param packageContainerUri string

@description('Settings of the app, by name.')
param settings { *: string }

@description('Subnet that the app is integrated with; empty for none.')
param subnetId string

@description('Address ranges that may call the app; empty for all.')
param callerRanges string[]

@description('How far it scales.')
param scale Scale

var alwaysReady = [
  { name: 'durable', instanceCount: scale.alwaysReadyDurable }
  { name: 'http', instanceCount: scale.alwaysReadyHttp }
]

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ipSecurityRestrictionsDefaultAction: empty(callerRanges) ? 'Allow' : 'Deny'
      ipSecurityRestrictions: [
        for (range, i) in callerRanges: { name: 'caller-${i}', priority: 100 + i, action: 'Allow', ipAddress: range }
      ]
      scmIpSecurityRestrictionsUseMain: false
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        alwaysReady: filter(alwaysReady, group => group.instanceCount > 0)
        maximumInstanceCount: scale.maximumInstances
        instanceMemoryMB: scale.instanceMemoryMB
      }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: settings
  }

  resource noBasicFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noBasicScm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

@description('Name of the app.')
output name string = app.name

@description('Address of the app.')
output address string = 'https://${app.properties.defaultHostName}'
