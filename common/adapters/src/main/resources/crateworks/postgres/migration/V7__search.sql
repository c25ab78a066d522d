-- What people search by (docs/search.md): one narrow row for each analysed file, brought up to date
-- behind the stages. A change leaves only the number of its file in search_stale.
create table search (
    file bigint primary key,
    bpm real,
    seconds real not null,
    bars int,
    folder int not null,
    camelot smallint,
    part boolean not null,
    category text not null,
    marks int[] not null,
    words tsvector not null
);
create index search_bpm on search (bpm);
create index search_bars on search (bars);
create index search_seconds on search (seconds);
create index search_in_folder on search (folder);
create index search_marks on search using gin (marks);
create index search_words on search using gin (words);

create table search_folder (
    id int generated always as identity primary key,
    path text not null
);
-- Long paths do not fit into an index.
create unique index search_folder_path on search_folder (md5(path));
create index search_folder_prefix on search_folder (left(path, 500) text_pattern_ops);

-- Numbers for categories, which stand in search.marks beside those of tags.
create table search_category (
    id int generated always as identity primary key,
    category text not null unique
);

-- How many files of the library have each value: summands, as in tally.
create table search_count (
    facet text not null,
    value text not null,
    files bigint not null
);

create table search_stale (file bigint not null);

create function search_changed() returns trigger language plpgsql as $$
begin
    insert into search_stale select file from added;
    return null;
end $$;

create function search_renamed() returns trigger language plpgsql as $$
begin
    insert into search_stale select file from added where stage = 'rename';
    return null;
end $$;

create trigger music_added after insert on musical_metadata
    referencing new table as added for each statement execute function search_changed();
create trigger music_changed after update on musical_metadata
    referencing new table as added for each statement execute function search_changed();
create trigger value_set after insert on user_value
    referencing new table as added for each statement execute function search_changed();
create trigger value_changed after update on user_value
    referencing new table as added for each statement execute function search_changed();
create trigger value_taken after delete on user_value
    referencing old table as added for each statement execute function search_changed();
create trigger name_added after insert on file_name
    referencing new table as added for each statement execute function search_renamed();
create trigger name_changed after update on file_name
    referencing new table as added for each statement execute function search_renamed();
create trigger name_taken after delete on file_name
    referencing old table as added for each statement execute function search_renamed();

insert into search_stale select file from musical_metadata;

-- Few files fail, and people look at those.
create index outcome_failed on outcome (state, stage, code, item)
    where state in ('rejected', 'parked');
create index outcome_failed_at on outcome (session, at) where state in ('rejected', 'parked');

-- Where a file was found besides the place that it belongs to, and the parts of a song.
create index outcome_duplicate on outcome (file) where state = 'duplicate';
create index track_split_parent on track_split (parent);

-- The runs that the page was asked for and that have not ended; they go on after a restart.
create table asked_run (
    session bigint primary key,
    number bigint generated always as identity
);
