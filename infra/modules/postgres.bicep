// The server of the new CRM. It knows no password: everyone signs in with an Entra token, the operators as administrators.
// The app is no administrator; infra/database-role.sql makes its role. The server changes one thing at a time, hence the chain of dependencies.

import { Operators } from 'operators.bicep'

@export()
@description('How large and how safe a new server is.')
type Size = {
  @description('Major version of PostgreSQL.')
  version: '14' | '15' | '16' | '17' | '18'

  @description('Compute size, such as Standard_D4ds_v5.')
  sku: string

  @description('Tier of the compute size.')
  tier: 'Burstable' | 'GeneralPurpose' | 'MemoryOptimized'

  @description('Disk at first, in GB; it grows by itself.')
  @minValue(32)
  storageGB: int

  @description('Keep a standby in another zone. Not for the Burstable tier.')
  zoneRedundant: bool
}

@description('Name of the server.')
param name string

@description('Region of the server.')
param location string

@description('Tags of the server.')
param tags { *: string }

@description('How large and how safe it is.')
param size Size

@description('Name of the database of the new CRM.')
param databaseName string

@description('The operators, who administrate the server.')
param operators Operators

@description('Close the server to everything but its private endpoint and the operators\' addresses.')
param private bool

// Without a network the app has no fixed address, and 0.0.0.0 stands for all of Azure; an Entra token of a known role is still asked for.
var firewall = concat(
  private ? [] : [{ name: 'azure', address: '0.0.0.0' }],
  map(operators.addresses, address => { name: 'operator-${replace(address, '.', '-')}', address: address })
)

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: size.sku, tier: size.tier }
  properties: {
    version: size.version
    authConfig: {
      activeDirectoryAuth: 'Enabled'
      passwordAuth: 'Disabled'
      tenantId: tenant().tenantId
    }
    network: { publicNetworkAccess: private && empty(operators.addresses) ? 'Disabled' : 'Enabled' }
    storage: { storageSizeGB: size.storageGB, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: 35, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: size.zoneRedundant ? 'ZoneRedundant' : 'Disabled' }
  }

  resource database 'databases' = {
    name: databaseName
    properties: { charset: 'UTF8', collation: 'en_US.utf8' }
  }

  resource tls 'configurations' = {
    name: 'require_secure_transport'
    properties: { value: 'on', source: 'user-override' }
    dependsOn: [database]
  }

  resource administrator 'administrators' = {
    name: operators.objectId
    properties: {
      principalName: operators.name
      principalType: operators.type
      tenantId: tenant().tenantId
    }
    dependsOn: [tls]
  }

  @batchSize(1)
  resource door 'firewallRules' = [
    for rule in firewall: {
      name: rule.name
      properties: { startIpAddress: rule.address, endIpAddress: rule.address }
      dependsOn: [administrator]
    }
  ]
}

@description('Resource id, for the private endpoint.')
output id string = server.id

@description('Host name of the server.')
output host string = server.properties.fullyQualifiedDomainName
