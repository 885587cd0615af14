// The private endpoints of one deployment: three of storage, one of the vault, and one of the server where it was created here.

@description('Start of the endpoints\' names.')
param name string

@description('Region of the endpoints; that of the network.')
param location string

@description('Tags of the endpoints and their zones.')
param tags { *: string }

@description('Network in which the private names are known.')
param networkId string

@description('Subnet that holds the endpoints.')
param subnetId string

@description('Storage account.')
param storageId string

@description('Key Vault.')
param vaultId string

@description('Whether there is a server to reach.')
param withPostgres bool

@description('PostgreSQL server; empty where it was not created here.')
param postgresId string

var storageSuffix = environment().suffixes.storage
var doors = concat(
  [
    { group: 'blob', resourceId: storageId, zone: 'privatelink.blob.${storageSuffix}' }
    { group: 'queue', resourceId: storageId, zone: 'privatelink.queue.${storageSuffix}' }
    { group: 'table', resourceId: storageId, zone: 'privatelink.table.${storageSuffix}' }
    { group: 'vault', resourceId: vaultId, zone: 'privatelink.vaultcore.azure.net' }
  ],
  withPostgres
    ? [{ group: 'postgresqlServer', resourceId: postgresId, zone: 'privatelink.postgres.database.azure.com' }]
    : []
)

module door 'privateEndpoint.bicep' = [
  for door in doors: {
    name: 'endpoint-${door.group}'
    params: {
      name: '${name}-${door.group}'
      location: location
      tags: tags
      resourceId: door.resourceId
      groupId: door.group
      zoneName: door.zone
      networkId: networkId
      subnetId: subnetId
    }
  }
]
