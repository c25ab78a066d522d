-- How many files and parts of a run had come to their end, every few seconds while it went on.
create table pace (
    session bigint not null,
    at timestamptz not null,
    ended bigint not null,
    primary key (session, at)
);
