# Sourced by bench.sh: what each contender needs (prepare_X, not timed), does (move_X, timed) and must have brought (arrived_X ROWS).
# shellcheck disable=SC2154,SC2034 # bench, here and the server's settings are bench.sh's

row_by_row_sample=50000

target_rows() { psql -AtXd bench_target -c "select count(*) from $1"; }

make_target_table() {
  psql -qXd bench_target -v ON_ERROR_STOP=1 -c \
    'create table new_customers (id int primary key, name varchar(255), email varchar(255), phone varchar(255))'
}

# The bar: one stream of binary COPY into a table whose primary key is in place.
prepare_bar() { make_target_table; }
move_bar() {
  psql -qXd bench_source -c 'copy (select id, name, email, phone from old_crm_customers) to stdout (format binary)' |
    psql -qXd bench_target -c 'copy new_customers from stdin (format binary)'
}
arrived_bar() { [[ $(target_rows new_customers) == "$1" ]]; }

# The owner's kind of script: SELECT, then one INSERT a row, each a round trip and, as drivers do it unless they are told otherwise, a
# transaction of its own. Then the kinder form of the same, in one transaction.
prepare_row_by_row() {
  make_target_table
  psql -AtqXd bench_source -o "$bench/inserts.sql" -c "
    select format('insert into new_customers (id, name, email, phone) values (%s, %L, %L, %L);', id, name, email, phone)
    from old_crm_customers order by id limit $row_by_row_sample"
}
move_row_by_row() { psql -qXd bench_target -v ON_ERROR_STOP=1 -f "$bench/inserts.sql"; }
arrived_row_by_row() { rm "$bench/inserts.sql" && [[ $(target_rows new_customers) == "$1" ]]; }

prepare_one_transaction() { prepare_row_by_row; }
move_one_transaction() { psql -qX1d bench_target -v ON_ERROR_STOP=1 -f "$bench/inserts.sql"; }
arrived_one_transaction() { arrived_row_by_row "$1"; }

prepare_pgloader() {
  cat >"$bench/pgloader.load" <<LOAD
load database
  from pgsql://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/bench_source
  into pgsql://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/bench_target
  with create tables, create indexes, workers = 2, concurrency = 1;
LOAD
}
move_pgloader() { (cd "$bench" && pgloader --root-dir "$bench/pgloader" --no-ssl-cert-verification pgloader.load); }
arrived_pgloader() { rm "$bench/pgloader.load" && [[ $(target_rows old_crm_customers) == "$1" ]]; }

prepare_pgcopydb() { rm -rf "$bench/pgcopydb"; }
move_pgcopydb() {
  pgcopydb clone --dir "$bench/pgcopydb" --table-jobs 2 --index-jobs 2 --not-consistent \
    --source "postgres://$PGUSER@$PGHOST:$PGPORT/bench_source" --target "postgres://$PGUSER@$PGHOST:$PGPORT/bench_target"
}
arrived_pgcopydb() { [[ $(target_rows old_crm_customers) == "$1" ]]; }

# The whole pipeline, as one process from its start to its end. Its peak memory is the kernel's high-water mark, looked at five times a second.
prepare_product() { :; }
move_product() {
  local status=0 seen
  "$here/crm-migrate" run "$here/bench/plan.json" </dev/null &
  product_pid=$!
  echo 0 >"$bench/peak"
  while seen=$(awk '/^VmHWM/ { print $2 }' "/proc/$product_pid/status" 2>/dev/null) && [[ -n $seen ]]; do
    echo "$seen" >"$bench/peak"
    sleep 0.2
  done &
  wait "$product_pid" || status=$?
  product_peak=$(<"$bench/peak")
  product_pid=
  return "$status"
}
# Every twentieth row, from the seventh on, is a duplicate and is merged.
arrived_product() { [[ $(target_rows new_crm_customers) == $(($1 - ($1 + 13) / 20)) ]]; }
