// Sign-in with Microsoft Entra in front of the app (App Service authentication).
//
// requireAuthentication is false on purpose: a caller may bring a function key instead of a token, and with `true` this layer would answer 401
// before the key is looked at. It still checks every token it sees, hands the caller's roles on in X-MS-CLIENT-PRINCIPAL, and removes that
// header from what comes from outside. The app refuses who brings neither a key nor a role: Migration.Read to look, Migration.Operate to act.
// The layer is on without a registration too, because it is what keeps a forged header away. app-roles.json describes the two roles.

@description('Name of the app.')
param appName string

@description('Application (client) id of the registration in Entra that carries the app roles; empty for function keys alone.')
param entraClientId string

resource app 'Microsoft.Web/sites@2025-03-01' existing = { name: appName }

resource signIn 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: true, runtimeVersion: '~1' }
    globalValidation: {
      requireAuthentication: false
      unauthenticatedClientAction: 'AllowAnonymous'
      excludedPaths: ['/api/health']
    }
    httpSettings: { requireHttps: true }
    identityProviders: {
      azureActiveDirectory: {
        enabled: !empty(entraClientId)
        registration: {
          clientId: empty(entraClientId) ? null : entraClientId
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: { allowedAudiences: empty(entraClientId) ? [] : [entraClientId, 'api://${entraClientId}'] }
      }
    }
    login: { tokenStore: { enabled: false } }
  }
}
