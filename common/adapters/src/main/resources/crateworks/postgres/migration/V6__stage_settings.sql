-- What people have asked of the stages; a stage without a row works as it was configured.
create table stage_settings (
    stage text primary key,
    paused boolean not null default false,
    workers integer check (workers between 1 and 256),
    changed_at timestamptz not null default now()
);
