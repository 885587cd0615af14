// The connection strings, one secret for each connection that a plan names. The app may read them, operators may write them.

import { Operators } from 'operators.bicep'

@description('Name of the vault, 3 to 24 letters, digits and hyphens.')
param name string

@description('Region of the vault.')
param location string

@description('Tags of the vault.')
param tags { *: string }

@description('Name of the app identity, which names its role assignments before it exists.')
param appIdentityName string

@description('Object id of the app identity, which may read secrets.')
param appPrincipalId string

@description('The operators, who may write secrets.')
param operators Operators

@description('Close the vault to everything but its private endpoint and the operators\' addresses.')
param private bool

@description('Workspace that keeps who read which secret when.')
param workspaceId string

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var secretsOfficer = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: private && empty(operators.addresses) ? 'Disabled' : 'Enabled'
    networkAcls: {
      // Resource Manager is such a service; it writes the connection string of the new server.
      bypass: 'AzureServices'
      defaultAction: private ? 'Deny' : 'Allow'
      ipRules: [for address in operators.addresses: { value: address }]
    }
  }
}

resource appRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, appIdentityName, secretsUser)
  properties: {
    description: 'Key Vault Secrets User'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource operatorRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, operators.objectId, secretsOfficer)
  properties: {
    description: 'Key Vault Secrets Officer'
    principalId: operators.objectId
    principalType: operators.type
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsOfficer)
  }
}

// The newest stable version of this type is from 2016 and knows no category groups.
#disable-next-line use-recent-api-versions
resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'audit'
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

@description('Resource id, for the private endpoint.')
output id string = vault.id

@description('Name of the vault.')
output name string = vault.name

@description('Address of the vault, ending in a slash.')
output uri string = vault.properties.vaultUri
