#!/usr/bin/env bash
# From an empty resource group to a running, locked-down system: deploys infra/ and publishes the app. Run again, it brings both up to date.
#
#   scripts/deploy.sh RESOURCE_GROUP LOCATION dev|prod [--what-if]
#
# --what-if shows what would change in an existing group and changes nothing.
#
#   CRM_MIGRATION_OPERATOR_ID         object id in Entra of those who write secrets and plans; the signed-in user
#   CRM_MIGRATION_OPERATOR_NAME       their name in Entra; goes with the id
#   CRM_MIGRATION_OPERATOR_TYPE       Group (goes with the id), User or ServicePrincipal
#   CRM_MIGRATION_OPERATOR_ADDRESSES  public IPv4 addresses, by comma, from which they reach vault, storage and server
#   CRM_MIGRATION_ENTRA_CLIENT_ID     registration that carries the app roles; without it callers need a function key
#   CRM_MIGRATION_POSTGRES_HOST       server of the new CRM, if it is there already
#   CRM_MIGRATION_ALERT_EMAILS        who gets the alerts, by comma

set -euo pipefail
# shellcheck source=scripts/checkout.sh
source "$(dirname "${BASH_SOURCE[0]}")/checkout.sh"

usage="Usage: scripts/deploy.sh RESOURCE_GROUP LOCATION dev|prod [--what-if]"
project=$checkout/src/CrmMigration.Functions/CrmMigration.Functions.csproj
published=$local_state/functions
package=$local_state/functions.zip

read_arguments() {
  (($# == 3)) || (($# == 4)) || fail "it takes a resource group, a location and dev or prod, but got $# arguments. $usage"
  group=$1
  location=$(tr -d ' ' <<<"${2,,}")
  environment=$3
  what_if=${4:-}
  [[ $environment == dev || $environment == prod ]] || fail "the environment is '$environment', but only dev and prod are known. $usage"
  [[ -z $what_if || $what_if == --what-if ]] || fail "'$what_if' is no option; there is only --what-if. $usage"
  parameters=$checkout/infra/main.$environment.bicepparam
}

require_azure() {
  command -v az >/dev/null ||
    fail "the Azure CLI is missing (no 'az' on PATH). Install it from https://learn.microsoft.com/cli/azure/install-azure-cli and run this again."
  local version oldest=2.67.0
  version=$(az version --query '"azure-cli"' --output tsv)
  [[ $(printf '%s\n' "$oldest" "$version" | sort -V | head -n 1) == "$oldest" ]] ||
    fail "the Azure CLI is $version, but $oldest or later is needed to publish to Flex Consumption. Run 'az upgrade'."
  subscription=$(az account show --query name --output tsv 2>/dev/null) ||
    fail "nobody is signed in to Azure. Run 'az login', choose the subscription with 'az account set', and run this again."
}

# The templates read the operators from the environment (infra/main.*.bicepparam).
choose_operators() {
  if [[ -n ${CRM_MIGRATION_OPERATOR_ID:-} ]]; then
    [[ -n ${CRM_MIGRATION_OPERATOR_NAME:-} ]] ||
      fail "CRM_MIGRATION_OPERATOR_ID is '$CRM_MIGRATION_OPERATOR_ID', but CRM_MIGRATION_OPERATOR_NAME is empty. Set it to their name in Entra."
    export CRM_MIGRATION_OPERATOR_TYPE=${CRM_MIGRATION_OPERATOR_TYPE:-Group}
    return
  fi
  local user
  user=$(az ad signed-in-user show --query '[id, userPrincipalName]' --output tsv 2>/dev/null) ||
    fail "CRM_MIGRATION_OPERATOR_ID is empty and no user is signed in who could be the operator. Set it, and CRM_MIGRATION_OPERATOR_NAME and _TYPE."
  CRM_MIGRATION_OPERATOR_ID=$(head -n 1 <<<"$user")
  CRM_MIGRATION_OPERATOR_NAME=$(tail -n 1 <<<"$user")
  CRM_MIGRATION_OPERATOR_TYPE=User
  export CRM_MIGRATION_OPERATOR_ID CRM_MIGRATION_OPERATOR_NAME CRM_MIGRATION_OPERATOR_TYPE
}

find_group() {
  local found
  found=$(az group show --name "$group" --query location --output tsv 2>/dev/null) || found=
  [[ -z $found || $found == "$location" ]] ||
    fail "the resource group '$group' lies in $found, not in $location. Name that location, or another group."
  [[ -z $found ]] || return 0
  [[ -z $what_if ]] || fail "there is no resource group '$group' to compare with. Leave --what-if out, or run 'az group create' first."
  say "Creating the resource group $group in $location ..."
  az group create --name "$group" --location "$location" --output none
}

# A subnet can be handed to the app only where this provider is known; Resource Manager registers the others by itself.
register_provider() {
  [[ $(az provider show --namespace Microsoft.App --query registrationState --output tsv) == Registered ]] ||
    az provider register --namespace Microsoft.App --wait ||
    fail "the provider Microsoft.App is not registered in the subscription '$subscription'. Ask its owner for 'az provider register --namespace Microsoft.App'."
}

package_app() {
  [[ -f $project ]] || fail "there is no ${project#"$checkout"/} in this checkout, so there is no app to publish."
  command -v zip >/dev/null || fail "the program zip is missing, which packs the app. Install it (Debian: apt install zip) and run this again."
  require_dotnet
  say "Packing the app ..."
  rm -rf "$published" "$package"
  building quietly dotnet publish "$project" -c Release -v quiet -o "$published" || fail "the app does not build; nothing was changed in Azure."
  (cd "$published" && quietly zip -q -r "$package" .) # the point: .azurefunctions belongs to the app
}

deploy_infrastructure() {
  say "Deploying infra/main.$environment.bicepparam to $group ($subscription); a new system takes a while ..."
  local query outputs values
  query='appName.value, appAddress.value, identityName.value, vaultName.value, storageName.value, postgresHost.value, databaseName.value'
  outputs=$(az deployment group create --resource-group "$group" --name crm-migration --parameters "$parameters" --output tsv \
    --query "properties.outputs.[$query, outboundAddress.value]") ||
    fail "the deployment failed; Azure's reason stands above. What is there stays. Mend it and run this again."
  mapfile -t values <<<"$outputs"
  app_name=${values[0]} app_address=${values[1]} identity_name=${values[2]} vault_name=${values[3]}
  storage_name=${values[4]} postgres_host=${values[5]} database_name=${values[6]} outbound_address=${values[7]:-}
}

# Rights that were granted a moment ago reach storage within minutes; until then the upload is refused.
publish_app() {
  local attempt output
  for attempt in {1..8}; do
    say "Publishing the app to $app_name (attempt $attempt of 8) ..."
    output=$(az functionapp deployment source config-zip --resource-group "$group" --name "$app_name" --src "$package" --output none 2>&1) && return
    sleep 30
  done
  say "$output"
  fail "the package could not be published to '$app_name'; the reason stands above. The infrastructure is there: run this again to publish only what is missing."
}

say_next_steps() {
  local new_connection="NewCrm is there already and holds no password."
  [[ -z ${CRM_MIGRATION_POSTGRES_HOST:-} ]] ||
    new_connection="so also one for NewCrm. Without a Password in it the app signs in to Azure with a token of its identity."
  cat >&2 <<END

$app_address is deployed. Three things are left to you; none of them puts a secret on a command line.

1. The old CRM. Write its connection string into a file that only you can read, without a line break at its end, and hand it to the vault.
   One secret for each connection that a plan names; $new_connection
     az keyvault secret set --vault-name $vault_name --name OldCrm --file old-crm.txt --output none && rm old-crm.txt

2. The app's role in the new CRM, on a server of Azure Database for PostgreSQL, with psql 16 or later, as $CRM_MIGRATION_OPERATOR_NAME:
     export PGPASSWORD; PGPASSWORD=\$(az account get-access-token --resource-type oss-rdbms --query accessToken --output tsv)
     psql "host=$postgres_host dbname=postgres user='$CRM_MIGRATION_OPERATOR_NAME' sslmode=verify-full sslrootcert=system" \\
       -v role=$identity_name -v database=$database_name -f infra/database-role.sql

3. The plan, under the name by which callers start it:
     az storage blob upload --auth-mode login --account-name $storage_name --container-name plans --name legacy-crm.json --file plans/legacy-crm.json

Then: $app_address/api/health, and with a key from 'az functionapp keys list --resource-group $group --name $app_name': $app_address/api/ready
END
  [[ -n $outbound_address ]] || return 0
  say "The app comes from $outbound_address: let it through the firewall of the old CRM."
  [[ -n ${CRM_MIGRATION_OPERATOR_ADDRESSES:-} ]] ||
    say "Vault, storage and server are closed to the internet: do 1 to 3 from the network, or set CRM_MIGRATION_OPERATOR_ADDRESSES and run this again."
}

read_arguments "$@"
require_azure
choose_operators
if [[ -n $what_if ]]; then
  find_group
  exec az deployment group what-if --resource-group "$group" --parameters "$parameters"
fi
package_app
find_group
register_provider
deploy_infrastructure
publish_app
say_next_steps
