// The real thing: private network, standby in another zone, one warm instance, so that a run starts at once.
using 'main.bicep'

param environmentName = 'prod'
param operators = {
  objectId: readEnvironmentVariable('CRM_MIGRATION_OPERATOR_ID', '00000000-0000-0000-0000-000000000000')
  name: readEnvironmentVariable('CRM_MIGRATION_OPERATOR_NAME', 'nobody')
  type: readEnvironmentVariable('CRM_MIGRATION_OPERATOR_TYPE', 'Group')
  addresses: filter(
    split(readEnvironmentVariable('CRM_MIGRATION_OPERATOR_ADDRESSES', ''), ','),
    address => !empty(address)
  )
}
param entraClientId = readEnvironmentVariable('CRM_MIGRATION_ENTRA_CLIENT_ID', '')
param existingPostgresHost = readEnvironmentVariable('CRM_MIGRATION_POSTGRES_HOST', '')
param privateNetwork = true
param postgresSize = {
  version: '17'
  sku: 'Standard_D4ds_v5'
  tier: 'GeneralPurpose'
  storageGB: 256
  zoneRedundant: true
}
param storageSku = 'Standard_ZRS'
param scale = { alwaysReadyDurable: 1, alwaysReadyHttp: 0, maximumInstances: 40, instanceMemoryMB: 2048 }
param window = 16
param logRetentionDays = 90
param limits = {
  emails: filter(split(readEnvironmentVariable('CRM_MIGRATION_ALERT_EMAILS', ''), ','), email => !empty(email))
  syncLagSeconds: 0
  rejectedRows: 1000
  budget: 1000
}
