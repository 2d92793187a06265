-- The portal is told by signed events.

alter table notice drop constraint notice_channel_check;
alter table notice add constraint notice_channel_check
    check (channel in ('secure-mail', 'email', 'sms', 'letter', 'portal'));
