// The network between the app and its data. Everything that leaves it has one fixed address, which the firewall of an old CRM can allow.

@description('Name of the virtual network; its parts are named after it.')
param name string

@description('Region of the network.')
param location string

@description('Tags of the network and its parts.')
param tags { *: string }

@description('Address range of the network, /16 to /24; the app gets a quarter of it and the private endpoints another.')
param addressPrefix string

// Two bits more than the network's own prefix: four parts, of which two are used.
var subnetBits = int(split(addressPrefix, '/')[1]) + 2

resource outboundAddress 'Microsoft.Network/publicIPAddresses@2025-05-01' = {
  name: '${name}-outbound'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { publicIPAllocationMethod: 'Static' }
}

resource gateway 'Microsoft.Network/natGateways@2025-05-01' = {
  name: '${name}-outbound'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { publicIpAddresses: [{ id: outboundAddress.id }] }
}

// No rules of its own: the default ones let this network in, and what is peered with it, and nobody else.
resource endpointRules 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: '${name}-endpoints'
  location: location
  tags: tags
}

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressPrefix] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, subnetBits, 0)
          defaultOutboundAccess: false
          natGateway: { id: gateway.id }
          // What Flex Consumption asks for, not Microsoft.Web/serverFarms as other plans do.
          delegations: [{ name: 'app', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, subnetBits, 1)
          defaultOutboundAccess: false
          networkSecurityGroup: { id: endpointRules.id }
          privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled'
        }
      }
    ]
  }

  resource app 'subnets' existing = { name: 'app' }
  resource endpoints 'subnets' existing = { name: 'endpoints' }
}

@description('Resource id of the network, for links from private DNS zones.')
output id string = network.id

@description('Resource id of the subnet that the app is integrated with.')
output appSubnetId string = network::app.id

@description('Resource id of the subnet of private endpoints.')
output endpointSubnetId string = network::endpoints.id

@description('The address that databases outside see when the app connects.')
output outboundAddress string = outboundAddress.properties.ipAddress
