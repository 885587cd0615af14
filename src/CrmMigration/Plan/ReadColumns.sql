with recursive layers as (
  select a.attrelid, a.attnum, a.atttypid as typeid, a.atttypmod as modifier, false as isdomain, false as notnull, false as hasdefault, 0 as depth
    from pg_catalog.pg_attribute a
   where a.attrelid = any (@tables::int8[]::oid[])
     and a.attnum > 0
     and not a.attisdropped
  union all
  select l.attrelid, l.attnum, t.typbasetype, t.typtypmod, true, l.notnull or t.typnotnull, l.hasdefault or t.typdefault is not null, l.depth + 1
    from layers l
    join pg_catalog.pg_type t on t.oid = l.typeid
   where t.typtype = 'd'
),
base as (
  select distinct on (attrelid, attnum) *
    from layers
   order by attrelid, attnum, depth desc
)
select b.attrelid::int8 as tableid,
       b.attnum as number,
       a.attname as name,
       format_type(a.atttypid, a.atttypmod) as type,
       format_type(b.typeid, b.modifier) as plaintype,
       t.typname as basetype,
       t.typsend::regproc::text as sendfunction,
       b.modifier,
       t.typsend <> 0 and t.typreceive <> 0 and coalesce(e.typsend <> 0 and e.typreceive <> 0, true) as hasbinaryform,
       b.isdomain,
       a.attnotnull or b.notnull as notnull,
       (a.atthasdef and a.attgenerated = '') or b.hasdefault as hasdefault,
       a.attgenerated <> '' as isgenerated,
       a.attidentity <> '' as isidentity,
       a.attidentity <> '' or coalesce(pg_get_expr(d.adbin, d.adrelid) like 'nextval(%', false) as hassequence
  from base b
  join pg_catalog.pg_attribute a on a.attrelid = b.attrelid and a.attnum = b.attnum
  join pg_catalog.pg_type t on t.oid = b.typeid
  left join pg_catalog.pg_type e on e.oid = t.typelem and t.typcategory = 'A'
  left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
 order by b.attrelid, b.attnum
