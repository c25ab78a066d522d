-- How many files and parts of a run had passed analysis and export, every few seconds while it went on.
create table pace (
    session bigint not null,
    at timestamptz not null,
    passed bigint not null,
    primary key (session, at)
);
