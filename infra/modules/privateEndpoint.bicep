// One door from the network to one resource, and the DNS zone that leads its usual name there.

@description('Name of the endpoint.')
param name string

@description('Region of the endpoint; that of the network.')
param location string

@description('Tags of the endpoint and its zone.')
param tags { *: string }

@description('Resource that is reached.')
param resourceId string

@description('Which of its services: blob, queue, table, vault, postgresqlServer.')
param groupId string

@description('Private DNS zone of that service.')
param zoneName string

@description('Network in which the zone answers.')
param networkId string

@description('Subnet that holds the endpoint.')
param subnetId string

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: zoneName
  location: 'global'
  tags: tags

  resource link 'virtualNetworkLinks' = {
    name: 'network'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: networkId }
    }
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: groupId
        properties: {
          privateLinkServiceId: resourceId
          groupIds: [groupId]
        }
      }
    ]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: groupId, properties: { privateDnsZoneId: zone.id } }] }
    dependsOn: [zone::link]
  }
}
