-- What every command writes anew is compressed by LZ4, which takes a fraction of the time of PostgreSQL's own way; where a server was built without it, that stays as it is.

do $$
begin
    alter table discharge.discharge_cases alter column body set compression lz4, alter column board_row set compression lz4;
    alter table discharge.command_answers alter column body set compression lz4;
exception
    when feature_not_supported then null;
end
$$;
