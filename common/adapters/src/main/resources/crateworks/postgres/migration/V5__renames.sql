-- Names that were given to many files at once, and what they were before, so that it can be undone.
create table rename_run (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    template text not null,
    undone_at timestamptz
);

create table rename_step (
    run bigint not null,
    file bigint not null,
    before text,
    after text not null,
    primary key (run, file)
);

-- Where a file of the drive lay before it was given its path; null once it lies there.
alter table export add column moved_from text;
create index export_moving on export (drive) where moved_from is not null;
