// What an operator wants to be woken for. The app logs the first two as events of these names and exports the others as metrics.

@export()
@description('Who is told, and from when.')
type Limits = {
  @description('Who gets a mail; empty: nobody, alerts show in the portal only.')
  emails: string[]

  @description('Lag of the incremental sync, in seconds, from which it is too late; 0: no rule.')
  @minValue(0)
  syncLagSeconds: int

  @description('Rejected rows in an hour from which somebody must look.')
  rejectedRows: int

  @description('Budget of the resource group a month, in the currency of the bill; 0: none.')
  @minValue(0)
  budget: int
}

@description('Start of the names of the rules and of the action group.')
param name string

@description('Region of the rules.')
param location string

@description('Tags of the rules.')
param tags { *: string }

@description('Workspace that holds the app\'s logs and metrics.')
param workspaceId string

@description('Who is told, and from when.')
param limits Limits

var events = 'union isfuzzy=true AppEvents, AppTraces, AppExceptions | where "{0}" in (column_ifexists("Name", ""), tostring(Properties.EventName))'

// Without an incremental sync at work the lag only grows: 0 leaves the rule out.
var lagRules = limits.syncLagSeconds == 0 ? [] : [
  {
    name: 'sync-lag'
    title: 'The incremental sync lags behind'
    query: 'AppMetrics | where Name == "crm_migration.sync.lag" | project TimeGenerated, Value = coalesce(Max, Sum)'
    aggregation: 'Maximum'
    column: 'Value'
    threshold: limits.syncLagSeconds
    severity: 2
    window: 'PT15M'
  }
]

var rules = concat(lagRules, [
  {
    name: 'run-failed'
    title: 'A migration run failed'
    query: format(events, 'CrmMigration.RunFailed')
    aggregation: 'Count'
    column: null
    threshold: 0
    severity: 1
    window: 'PT15M'
  }
  {
    name: 'not-reconciled'
    title: 'A migration run does not reconcile'
    query: format(events, 'CrmMigration.NotReconciled')
    aggregation: 'Count'
    column: null
    threshold: 0
    severity: 1
    window: 'PT15M'
  }
  {
    name: 'rejected-rows'
    title: 'Too many rows were rejected'
    query: 'AppMetrics | where Name == "crm_migration.rows" and tostring(Properties.fate) == "rejected" | project TimeGenerated, Value = Sum'
    aggregation: 'Total'
    column: 'Value'
    threshold: limits.rejectedRows
    severity: 2
    window: 'PT1H'
  }
])

resource receivers 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'crm-migrate'
    emailReceivers: [
      for (email, i) in limits.emails: { name: 'operator-${i}', emailAddress: email, useCommonAlertSchema: true }
    ]
  }
}

resource alert 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for rule in rules: {
    name: '${name}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: rule.window
      autoMitigate: true
      // The tables of a new workspace may not be there yet.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: rule.aggregation
            metricMeasureColumn: rule.column
            operator: 'GreaterThan'
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [receivers.id] }
    }
  }
]

@description('Action group that tells the operators, for the budget too.')
output actionGroupId string = receivers.id
