-- Drives are known by their mark. A path is where one was mounted last; it is null when another
-- drive was seen there since.
alter table drive alter column path drop not null;
alter table drive add column mark text unique;
alter table drive add column suspicion text;
