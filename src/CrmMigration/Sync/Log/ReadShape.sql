-- What changes when something happens to a table that its log does not tell: its files (a partition emptied, attached or detached, a rewrite) and what is published of it.
with recursive tree as (
  select c.oid from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where n.nspname = @schema and c.relname = @name
  union
  select part.inhrelid from tree join pg_inherits as part on part.inhparent = tree.oid
)
select md5(concat_ws(' ',
  (select string_agg(concat_ws('/', c.oid, c.relfilenode), ' ' order by c.oid) from tree join pg_class as c using (oid)),
  (select concat_ws('/', p.oid, p.xmin) from pg_publication as p where p.pubname = @publication),
  (select string_agg(concat_ws('/', r.oid, r.xmin), ' ' order by r.oid) from pg_publication as p join pg_publication_rel as r on r.prpubid = p.oid join tree on tree.oid = r.prrelid where p.pubname = @publication)));
