@export()
@description('The people who run migrations: they write secrets and plans, read reports and administrate the new server.')
type Operators = {
  @description('Object id in Entra.')
  @minLength(36)
  @maxLength(36)
  objectId: string

  @description('Name in Entra, by which they sign in to PostgreSQL: a user\'s sign-in name, or the display name of a group.')
  name: string

  @description('Whether they are one user, a group or a service principal.')
  type: 'User' | 'Group' | 'ServicePrincipal'

  @description('Single public IPv4 addresses from which they reach storage, vault and server; empty: only from the network.')
  addresses: string[]
}
