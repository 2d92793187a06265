-- Notices that stay: how many wait for an address or were given up, and how promptly all the others left.

create index notice_stuck on notice (channel, state) where state in ('awaiting-address', 'parked');

-- By day and channel, without anybody: how many notices there were, how many left, and how many within a second.
create view notice_promptness as
select (record_at at time zone 'UTC')::date as day,
       channel,
       count(*) as notices,
       count(sent_at) as sent,
       count(*) filter (where sent_at <= record_at + interval '1 second') as within_a_second
from notice
group by 1, 2;
