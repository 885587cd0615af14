select source as Source, after_key as After, through_key as Through, read as Rows, differing as Differing, missing as Missing
from crm_migration.verified_ranges
where entity_id = @entityId and differing + missing > 0
order by range
limit 20;
