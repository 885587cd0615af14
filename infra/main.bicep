// Everything that CrmMigrationFunctions needs in one resource group. scripts/deploy.sh deploys it and publishes the app.

import { Limits } from 'modules/alerts.bicep'
import { Scale } from 'modules/functionApp.bicep'
import { Operators } from 'modules/operators.bicep'
import { Size } from 'modules/postgres.bicep'

@description('Which of the two environments this is; part of every name.')
@allowed(['dev', 'prod'])
param environmentName string

@description('Region of all resources.')
param location string = resourceGroup().location

@description('The people who run migrations: they write secrets and plans, read reports and administrate the new server.')
param operators Operators

@description('Application (client) id of the registration in Entra that carries the roles Migration.Read and Migration.Operate; empty: function keys alone.')
param entraClientId string

@description('Reach storage, vault and server through private endpoints in a virtual network, and close them to everything else.')
param privateNetwork bool

@description('Address range of the virtual network, /16 to /24.')
param networkPrefix string = '10.40.0.0/22'

@description('Address ranges (CIDR) that may call the app; empty: any, with a key or a token.')
param callerRanges string[] = []

@description('Host name of a server that is there already and is left alone; empty: a new one is created.')
param existingPostgresHost string = ''

@description('Name of the connection to the new CRM, as plans call it. A new server\'s is put into the vault under this name.')
param connectionName string = 'NewCrm'

@description('Name of the database of the new CRM.')
param databaseName string = 'new_crm'

@description('How large and how safe a new server is.')
param postgresSize Size

@description('Redundancy of the storage account.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param storageSku string

@description('How far the app scales.')
param scale Scale

@description('When the incremental sync starts, as six NCRONTAB fields in UTC.')
param syncSchedule string = '0 */15 * * * *'

@description('Plan that the incremental sync runs.')
param syncPlan string = 'legacy-crm'

@description('Partitions at work at once in one run; every one holds a connection at both databases.')
@minValue(1)
param window int = 16

@description('Name of the task hub of Durable Functions: letters and digits.')
@minLength(3)
@maxLength(45)
param taskHub string = 'CrmMigration'

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Who is told when something is wrong, from when, and the budget a month.')
param limits Limits

@description('First day of the month the budget starts with.')
param budgetStart string = utcNow('yyyy-MM-01')

var token = uniqueString(resourceGroup().id)
var name = 'crm-migration-${environmentName}-${token}'
var tags = { product: 'CrmMigrationFunctions', environment: environmentName }
var storageName = 'stcrm${environmentName}${token}'
var vaultName = 'kv-crm-${environmentName}${token}'
var createPostgres = empty(existingPostgresHost)

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: { name: name, location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    tags: tags
    appIdentityName: name
    appPrincipalId: identity.outputs.principalId
    retentionDays: logRetentionDays
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: storageName
    location: location
    tags: tags
    sku: storageSku
    appIdentityName: name
    appPrincipalId: identity.outputs.principalId
    operators: operators
    private: privateNetwork
  }
}

module keyVault 'modules/keyVault.bicep' = {
  name: 'keyVault'
  params: {
    name: vaultName
    location: location
    tags: tags
    appIdentityName: name
    appPrincipalId: identity.outputs.principalId
    operators: operators
    private: privateNetwork
    workspaceId: monitoring.outputs.workspaceId
  }
}

module postgres 'modules/postgres.bicep' = if (createPostgres) {
  name: 'postgres'
  params: {
    name: name
    location: location
    tags: tags
    size: postgresSize
    databaseName: databaseName
    operators: operators
    private: privateNetwork
  }
}

var postgresHost = postgres.?outputs.host ?? existingPostgresHost

// Where the server was there before, its connection string may hold a password, and is put into the vault by an operator like the others.
module connection 'modules/connection.bicep' = if (createPostgres) {
  name: 'connection'
  params: {
    vaultName: vaultName
    connectionName: connectionName
    host: postgresHost
    databaseName: databaseName
    role: identity.outputs.name
  }
  dependsOn: [keyVault]
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  params: { name: name, location: location, tags: tags, addressPrefix: networkPrefix }
}

module endpoints 'modules/endpoints.bicep' = if (privateNetwork) {
  name: 'endpoints'
  params: {
    name: name
    location: location
    tags: tags
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointSubnetId
    storageId: storage.outputs.id
    vaultId: keyVault.outputs.id
    postgresId: postgres.?outputs.id ?? ''
    withPostgres: createPostgres
  }
}

module app 'modules/functionApp.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    tags: tags
    identityId: identity.outputs.id
    packageContainerUri: '${storage.outputs.blobEndpoint}app-package'
    // All settings of the app, in one place. Flex Consumption has its own words for the worker's runtime, which is no setting there.
    settings: {
      AzureWebJobsStorage__accountName: storage.outputs.name
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identity.outputs.clientId
      AZURE_CLIENT_ID: identity.outputs.clientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.outputs.clientId};Authorization=AAD'
      IncrementalSyncSchedule: syncSchedule
      CrmMigration__KeyVault: keyVault.outputs.uri
      CrmMigration__Plans: '${storage.outputs.blobEndpoint}plans'
      CrmMigration__Reports: '${storage.outputs.blobEndpoint}reports'
      CrmMigration__SyncPlan: syncPlan
      CrmMigration__Window: string(window)
      CrmMigrationTaskHub: taskHub
    }
    subnetId: network.?outputs.appSubnetId ?? ''
    callerRanges: callerRanges
    scale: scale
  }
  // It starts with its doors in place.
  dependsOn: [endpoints]
}

module signIn 'modules/signIn.bicep' = {
  name: 'signIn'
  params: { appName: name, entraClientId: entraClientId }
  dependsOn: [app]
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    limits: limits
  }
}

module budget 'modules/budget.bicep' = if (limits.budget > 0) {
  name: 'budget'
  params: { name: name, amount: limits.budget, startDate: budgetStart, actionGroupId: alerts.outputs.actionGroupId }
}

@description('Address of the app.')
output appAddress string = app.outputs.address

@description('Name of the app, to which the package is published.')
output appName string = app.outputs.name

@description('Name of the identity, which is its role in PostgreSQL.')
output identityName string = identity.outputs.name

@description('Vault that holds the connection strings.')
output vaultName string = keyVault.outputs.name

@description('Account that holds plans and reports.')
output storageName string = storage.outputs.name

@description('Host name of the new CRM\'s server.')
output postgresHost string = postgresHost

@description('Database of the new CRM.')
output databaseName string = databaseName

@description('The address that databases outside see when the app connects; empty without a network.')
output outboundAddress string = network.?outputs.outboundAddress ?? ''
