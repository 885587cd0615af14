update crm_migration.withdrawals
set removed = removed + case when @kind = 'created' then @rows else 0 end,
    restored = restored + case when @kind = 'updated' then @rows else 0 end,
    brought_back = brought_back + case when @kind = 'deleted' then @rows else 0 end
where run_id = @runId and @rows > 0;
