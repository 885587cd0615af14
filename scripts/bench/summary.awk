# Reads timings.tsv; prints medians, rows/s and ratios, and the limits. Exit code 1 when a limit is missed or a contender failed.
BEGIN {
  FS = "\t"
  title["bar"] = "psql COPY | psql COPY (the bar)"
  title["row_by_row"] = "row-by-row INSERT script *"
  title["one_transaction"] = "the same in one transaction *"
  title["pgloader"] = "pgloader, plain copy"
  title["pgcopydb"] = "pgcopydb clone, 2 jobs"
  title["product"] = "crm-migrate, whole pipeline"
}
function median(key, count, i, j, held, sorted) {
  count = times[key]
  for (i = 1; i <= count; i++) {
    held = seconds[key, i]
    for (j = i - 1; j > 0 && sorted[j] > held; j--) sorted[j + 1] = sorted[j]
    sorted[j + 1] = held
  }
  return count % 2 ? sorted[(count + 1) / 2] : (sorted[count / 2] + sorted[count / 2 + 1]) / 2
}
function limit(what, value, direction, bound, unit, met) {
  met = direction == "at most" ? value <= bound : value >= bound
  if (!met) missed = 1
  printf "%-46s %8.2f%s  %s %s%s  %s\n", what, value, unit, direction, bound, unit, met ? "met" : "NOT MET"
}
$7 != "done" { missed = 1; broken[$2] = $7; next }
{
  key = $4 SUBSEP $2
  if (!(key in times)) { order[++keys] = key; size[key] = $4; name[key] = $2 }
  seconds[key, ++times[key]] = $5 * $4 / $3
  if ($3 != $4) scaled = $3
  if ($6 / 1024 > peak[key]) peak[key] = $6 / 1024
}
END {
  printf "\n%-34s %10s %10s %12s %12s %9s\n", "contender", "rows", "seconds", "rows/s", "times bar", "peak MB"
  for (i = 1; i <= keys; i++) {
    key = order[i]
    m[key] = median(key)
    bar = (size[key] SUBSEP "bar") in m ? m[size[key] SUBSEP "bar"] : 0
    printf "%-34s %10d %10.2f %12.0f %12s %9s\n", title[name[key]], size[key], m[key], size[key] / m[key], \
      bar ? sprintf("%.2f", m[key] / bar) : "", peak[key] ? sprintf("%.0f", peak[key]) : ""
  }
  if (scaled) printf "* on %d rows; its time is scaled up to all rows\n", scaled
  for (which in broken) printf "%s: %s at least once\n", title[which], broken[which]
  print ""

  product = small SUBSEP "product"
  big = (small * 10) SUBSEP "product"
  if (product in m) {
    if ((small SUBSEP "bar") in m) limit("wall time over the bar's", m[product] / m[small SUBSEP "bar"], "at most", 2.0, "x")
    if ((small SUBSEP "row_by_row") in m) limit("faster than the row-by-row script", m[small SUBSEP "row_by_row"] / m[product], "at least", 50, "x")
    if ((small SUBSEP "pgloader") in m) limit("faster than pgloader", m[small SUBSEP "pgloader"] / m[product], "at least", 1.3, "x")
    limit("peak memory, " small " rows", peak[product], "at most", 300, " MB")
  }
  if (big in m) {
    limit("peak memory, " small * 10 " rows", peak[big], "at most", 300, " MB")
    if (product in m) limit("time for ten times the rows", m[big] / m[product], "at most", 11, "x")
  }
  exit missed
}
