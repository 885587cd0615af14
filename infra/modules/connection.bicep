// The connection string of the new CRM. It holds no password, so it may be written here: the app signs in with a token of its identity.

@description('Name of the vault.')
param vaultName string

@description('Name of the connection, as plans call it.')
param connectionName string

@description('Host name of the server.')
param host string

@description('Database of the new CRM.')
param databaseName string

@description('PostgreSQL role of the app: the name of its identity.')
param role string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = { name: vaultName }

resource connection 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = {
  parent: vault
  name: connectionName
  properties: {
    contentType: 'Npgsql connection string, signs in with an Entra token'
    value: 'Host=${host};Database=${databaseName};Username=${role};SSL Mode=VerifyFull'
  }
}
