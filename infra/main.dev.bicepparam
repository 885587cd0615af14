// A place to rehearse: small, cheap, no network of its own. Do not bring real customers here without a network.
using 'main.bicep'

param environmentName = 'dev'
param operators = {
  objectId: readEnvironmentVariable('CRM_MIGRATION_OPERATOR_ID', '00000000-0000-0000-0000-000000000000')
  name: readEnvironmentVariable('CRM_MIGRATION_OPERATOR_NAME', 'nobody')
  type: readEnvironmentVariable('CRM_MIGRATION_OPERATOR_TYPE', 'User')
  addresses: filter(
    split(readEnvironmentVariable('CRM_MIGRATION_OPERATOR_ADDRESSES', ''), ','),
    address => !empty(address)
  )
}
param entraClientId = readEnvironmentVariable('CRM_MIGRATION_ENTRA_CLIENT_ID', '')
param existingPostgresHost = readEnvironmentVariable('CRM_MIGRATION_POSTGRES_HOST', '')
param privateNetwork = false
param postgresSize = { version: '17', sku: 'Standard_B2s', tier: 'Burstable', storageGB: 32, zoneRedundant: false }
param storageSku = 'Standard_LRS'
param scale = { alwaysReadyDurable: 0, alwaysReadyHttp: 0, maximumInstances: 10, instanceMemoryMB: 2048 }
param window = 4
param limits = {
  emails: filter(split(readEnvironmentVariable('CRM_MIGRATION_ALERT_EMAILS', ''), ','), email => !empty(email))
  syncLagSeconds: 0
  rejectedRows: 10000
  budget: 100
}
