// The one identity of the app. Its roles stand beside the resources they open: storage, vault, monitoring; the database role is granted in SQL.

@description('Name of the identity, which is also its role name in PostgreSQL.')
param name string

@description('Region of the identity.')
param location string

@description('Tags of the identity.')
param tags { *: string }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Resource id, for the app that runs as this identity.')
output id string = identity.id

@description('Application id, by which code asks for tokens of this identity.')
output clientId string = identity.properties.clientId

@description('Object id, to which roles are assigned.')
output principalId string = identity.properties.principalId

@description('Name of the identity and of its PostgreSQL role.')
output name string = identity.name
