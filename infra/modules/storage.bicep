// One account for the app's package, Durable Functions' state, plans and reports. Nobody holds a key: shared key access is off.

import { Operators } from 'operators.bicep'

@description('Name of the account, 3 to 24 lower case letters and digits.')
param name string

@description('Region of the account.')
param location string

@description('Tags of the account.')
param tags { *: string }

@description('Redundancy of the account.')
param sku string

@description('Name of the app identity, which names its role assignments before it exists.')
param appIdentityName string

@description('Object id of the app identity, which gets the roles that Durable Functions on Azure Storage needs.')
param appPrincipalId string

@description('The operators, who put plans there and read reports.')
param operators Operators

@description('Close the account to everything but private endpoints and the operators\' addresses.')
param private bool

var containers = ['app-package', 'plans', 'reports']
var operatorContainers = ['plans', 'reports']

var appRoles = {
  'Storage Blob Data Owner': 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  'Storage Queue Data Contributor': '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  'Storage Table Data Contributor': '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: private && empty(operators.addresses) ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: private ? 'Deny' : 'Allow'
      ipRules: [for address in operators.addresses: { value: address, action: 'Allow' }]
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: { enabled: true, days: 14 }
      containerDeleteRetentionPolicy: { enabled: true, days: 14 }
    }

    resource container 'containers' = [
      for container in containers: {
        name: container
        properties: { publicAccess: 'None' }
      }
    ]
  }
}

resource operatorContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = [
  for container in operatorContainers: {
    parent: account::blobs
    name: container
  }
]

resource appRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(appRoles): {
    scope: account
    name: guid(account.id, appIdentityName, role.value)
    properties: {
      description: role.key
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

resource operatorRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, i) in operatorContainers: {
    scope: operatorContainer[i]
    name: guid(account.id, container, operators.objectId, blobDataContributor)
    properties: {
      description: 'Operators put plans and read reports'
      principalId: operators.objectId
      principalType: operators.type
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
    }
    dependsOn: [account::blobs::container]
  }
]

@description('Resource id, for private endpoints.')
output id string = account.id

@description('Name of the account.')
output name string = account.name

@description('Blob endpoint, ending in a slash.')
output blobEndpoint string = account.properties.primaryEndpoints.blob
