-- Files that were made for a drive: patterns, progressions, kits and packs.
create table rendition (
    drive int not null,
    bytes bigint not null,
    file bigint,
    tree text not null,
    path text not null,
    folder_folded text not null,
    name_folded text not null,
    signature text not null,
    hash bytea not null,
    primary key (drive, folder_folded, name_folded)
);
create index rendition_file on rendition (drive, file);
