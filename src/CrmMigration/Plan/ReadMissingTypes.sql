select wanted.type
  from unnest(@types) as wanted (type)
 where to_regtype(wanted.type) is null
